import type { Measure } from '../../model/measures';
import type { Kind } from '../../model/observation';
import type { View } from '../context/view';
import { within } from '../document';
import { parseChineseNumeral } from '../number/chineseNumeral';
import type { Coverage } from '../period/resolveTime';
import { tableCaption } from '../table/column';

/** A running total that began before the report, or at a time that it does not give. */
const longRunning =
  /(?:19|20)\d\d年(?:\d{1,2}月)?(?:份)?以来|多年来|历年|近[两二三四五六七八九十\d]+年|[两二三四五六七八九十]+年来|近年来|(?:成立|开办|创办|设立|启动|实施|首次发放|创建|建立|开展)以来|算起|[十百]?[八九]大以来|二十大以来|历[届次]|连续[^，。；]{0,4}?[两二三四五六七八九十\d]+[年届]|\d+年来|开办至今|迄今|至今/;
const inYear = /(?:今年|年初|本年度|(?:^|[^\d])\d{1,2}月(?:份)?[^，。；\d]{0,8})以来/;
/** Words of a level that stand right before the number. */
const standing =
  /总数|总量|现有|实有|已有|拥有|在册|存量|建有|总人数|会员数|总计有|发展到|保有|在档|现存|在编|计有|共有|已达|累计建成|累计达|增加到|增至|上升到|扩大到/;
const now = /截[至止](?:到|至)?(?:目前|当前|现在)|(?<![项数栏])目前|迄今|至今|至此|到目前为止/;
const cutoff =
  /(?:截[至止](?:到|至)?|截|(?:^|[，。；\t】])[至到])[^，。；]{0,12}(?:底|末|止|[日号月])|月末|(?:^|[，。；\t】])年[末底]/;
/** 2003年末，全市有…: told of a year's end, what there is. */
const yearEnd = /(?:\d{4}|[〇零一二三四五六七八九]{4})年[年]?[末底][，,]?(?!前)/;
/** Nouns whose number is always a level: who follows an account. */
const following = /粉丝|关注(?:人数|量|用户)|注册用户|总用户/;
/** 在档困难职工1126户: how many there are, whatever they are. */
const onFile = /在档|在册|现有|实有/;
const newThings =
  /新建|新增|新发展|新成立|新组建|发放|开展|举办|组织了|培训|慰问|受理|办理|完成|投入|走访|本月|加入|吸纳|增加(?!到)|净增/;
/** Behind the number: it did something, it does not merely exist. */
const takesPart =
  /参加|参与|参赛|报名|获|入选|受到|开展|接受|签订|入会|加入|采购|购买|实现|组建|成立|通过|建立|推行|实行|落实|纳入|享受|受益/;
/** 最终评审出: what an event ended with. */
const outcome = /评出|评审出|评选出|最终/;
/** Measures that can be told as a level. */
const levels: ReadonlySet<Measure> = new Set([
  'members',
  'unions',
  'facilities',
  'organisations',
  'workforce',
  'agreements',
  'honours',
  'other',
]);

function isLevel(view: View, measure: Measure, lead: string, clause: string): boolean {
  if (!levels.has(measure)) return false;
  const { text } = view.report;
  const phrase = text.slice(Math.max(view.before.start, view.quantity.start - 40), view.quantity.start);
  const behind = text.slice(view.quantity.end, view.clause.end);
  if (takesPart.test(behind) && !/总数/.test(phrase)) return false;
  if (standing.test(phrase) && !newThings.test(phrase)) return true;
  if (/^[^，。；]{0,10}总数/.test(behind)) return true;
  const told = lead.slice(Math.max(0, lead.search(cutoff)));
  return cutoff.test(lead) && !newThings.test(clause) && !/已(?!建)/.test(told);
}

/** 五年来 in a report on five years: no longer than the report itself. */
function isOwnYears(segment: string, coverage: Coverage): boolean {
  const printed = /(?:近|过去|这)?([两二三四五六七八九十]|\d{1,2})年(?:来|间)?/.exec(segment)?.[1];
  if (printed === undefined || coverage === null) return false;
  const years = /^\d/.test(printed) ? Number(printed) : (parseChineseNumeral(printed)?.value ?? 0);
  return years > 1 && Number(coverage.end.slice(0, 4)) - Number(coverage.start.slice(0, 4)) + 1 === years;
}

const standingMeasures: ReadonlySet<Measure> = new Set(['members', 'unions', 'workforce']);

/** 工会会员58.73万人: who belongs to the union, told without any verb. */
function isBareLevel(view: View, measure: Measure, segment: string): boolean {
  if (!standingMeasures.has(measure) || view.line.kind !== 'body' || newThings.test(segment)) return false;
  if (/计划|力争|争取|目标|确保|拟|将|再|要/.test(segment)) return false;
  const start = view.quantity.start - segment.length;
  if (within(view.report.cues, start, view.quantity.start).some(({ entry }) => entry.isAct)) return false;
  const behind = view.report.text.slice(view.quantity.end, view.clause.end);
  return !/[\u4e00-\u9fff]/.test(behind.slice(0, 1)) && /[\u4e00-\u9fff]$/.test(segment);
}

/** A level at the end of a year, in the sentence or over the table. */
function tellsYearEnd(view: View, segment: string, clause: string): boolean {
  if (newThings.test(clause)) return false;
  if (/(?:截[至止]|20\d\d年[末底])/.test(tableCaption(view))) return true;
  const at = segment.search(yearEnd);
  return at >= 0 && !/[到至]$/.test(segment.slice(0, at));
}

/**
 * Tells a rate, a standing level and a flow apart.
 * 截至目前 without a known start is a stock; 截至5月 from a known start is a flow unless it tells a level (共有, 总数).
 * Input: view, what the number counts, the kind of the number before it in the sentence (levels are told in lists), and
 * the report's coverage. Source: codebook section 2.
 */
export function kindOf(view: View, measure: Measure, listed: Kind | null, coverage: Coverage): Kind {
  if (view.quantity.unit?.unitClass === 'percent' || view.quantity.unit?.form === '倍') return 'rate';
  const { text } = view.report;
  const lead = text.slice(Math.max(view.sentence.start, view.quantity.start - 200), view.quantity.start);
  const segment = lead.slice(lead.lastIndexOf('；') + 1);
  const clause = text.slice(view.clause.start, view.quantity.start);
  if (
    levels.has(measure) &&
    /^(?:家|个|人|名)?(?:增加|扩大|提高|上升|发展|增长)[到至]|^增至/.test(
      text.slice(view.quantity.end, view.quantity.end + 4),
    )
  )
    return 'stock';
  if (outcome.test(clause) || (measure === 'honours' && outcome.test(segment))) return 'flow';
  if (longRunning.test(segment) && !inYear.test(segment) && !isOwnYears(segment, coverage)) return 'stock';
  if (now.test(segment)) return 'stock';
  if (following.test(clause) && !newThings.test(clause)) return 'stock';
  if (isBareLevel(view, measure, segment)) return 'stock';
  if (levels.has(measure) && tellsYearEnd(view, segment, clause)) return 'stock';
  if (onFile.test(clause) && !newThings.test(clause)) return 'stock';
  if (listed === 'stock' && /累计|总计/.test(segment) && !/今年|本年|本月|全年|去年/.test(segment)) return 'stock';
  // 签订合同816份，覆盖企业1942家、女职工4.7万人: those covered stand as long as what covers them.
  if (listed === 'stock' && measure === 'beneficiaries' && /覆盖|涵盖/.test(segment) && !newThings.test(clause))
    return 'stock';
  const goesOn = listed === 'stock' && levels.has(measure) && !newThings.test(clause) && !takesPart.test(clause);
  return goesOn || isLevel(view, measure, lead, clause) ? 'stock' : 'flow';
}
