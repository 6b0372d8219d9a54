import { type UnitClass, unitsByClass } from '../vocabulary/units';

/** A unit read behind a number: `form` is the base unit, without scale words. */
export interface Unit {
  form: string;
  unitClass: UnitClass;
  end: number;
}

const classByForm = new Map<string, UnitClass>();
for (const [unitClass, forms] of Object.entries(unitsByClass) as [UnitClass, string][]) {
  for (const form of forms.split(' ')) if (!classByForm.has(form)) classByForm.set(form, unitClass);
}
const firstCharacters = new Set([...classByForm.keys()].map((form) => form.charCodeAt(0)));
const longest = Math.max(...[...classByForm.keys()].map((form) => form.length));

/** Characters behind a measure word that make it a part of another word: 名单, 次日, 家庭, 人大, 期间, 条例, 项目数 is not. */
const otherWord: Readonly<Record<string, string>> = {
  名: '单称额义牌列誉',
  次: '日年月',
  家: '庭属长乡政具园教',
  人: '大社民均间口才防行工员',
  期: '间望刊',
  条: '例款件约规',
  项: '目',
  本: '科级地届月年市县区省次',
  部: '门委分队属署室',
  段: '时',
  度: '电',
  里: '程弄',
  批: '示复准评',
  班: '组长子',
  集: '体中团合',
  所: '有在属',
  站: '在',
  克: '服',
  米: '面',
  台: '湾',
  套: '餐',
  组: '织建成长',
  字: '样',
  份: '额',
  节: '日能约',
  首: '届次创个批先要席府都',
  件: '套',
  张: '贴',
  面: '向对临积',
  只: '要有是能',
  头: '脑',
  把: '手关',
  顶: '层',
  包: '括含联',
  提: '升高供出案',
  起: '到来步草',
  例: '如会',
  轮: '训换',
  场: '所地馆面',
  处: '理置于级分罚长在以',
  间: '接',
  位: '一居于列',
  户: '外籍',
  对: '口接',
  元: '旦宵',
  支: '部持出撑',
  座: '谈',
  票: '据',
  听: '取课证',
  门: '类口诊店面票槛头下前外内生窗徒峡县湾镇',
  副: '主书会县市局部秘',
  根: '据',
  株: '洲',
};

/** Words whose first character looks like the end of another word, but begins the counted noun: 30名单亲职工, 12家园区企业. */
const nounAfter = /^(?:单亲|单身|具备|具有|园区|乡镇|乡村|政务|政府|教育|工作|一线|一等|外出|外来|属地|属于)/;

function isOtherWord(form: string, rest: string): boolean {
  return rest !== '' && (otherWord[form] ?? '').includes(rest.charAt(0)) && !nounAfter.test(rest);
}

/** Second form of a double unit: 起（件）, 场(次), 家/次, with its length; empty when there is none. */
function secondForm(text: string, at: number, first: string): { form: string; length: number } {
  const match = /^(?:（([\u4e00-\u9fff]{1,2})）|\/(次|人|件|场|套|份))/.exec(text.slice(at, at + 4));
  const form = match?.[1] ?? match?.[2] ?? '';
  // 300元/人 is an amount per head; 人/次 is one unit.
  const known = match?.[1] === undefined ? classByForm.has(first + form) : classByForm.has(form);
  return form !== '' && known ? { form, length: match?.[0].length ?? 0 } : { form: '', length: 0 };
}

/**
 * Reads the unit that begins at `at`: the longest known measure word, with the second one of a double unit.
 * Output: base unit (场(次) is 场次 as one word, 起（件） is 起), its class and where it ends; null when none begins there.
 * Examples and near misses: tests/extract/unit.test.ts.
 */
export function readUnit(text: string, at: number): Unit | null {
  if (!firstCharacters.has(text.charCodeAt(at))) return null;
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const form = text.slice(at, at + length);
    const unitClass = classByForm.get(form);
    if (unitClass === undefined || isOtherWord(form, text.slice(at + length, at + length + 2))) continue;
    const end = at + length;
    const second = secondForm(text, end, form);
    if (second.length === 0) return { form, unitClass, end };
    const joined = /^(?:场次|人次)$/.test(form + second.form) ? classByForm.get(form + second.form) : undefined;
    return { form: joined ? form + second.form : form, unitClass: joined ?? unitClass, end: end + second.length };
  }
  return null;
}
