import type { NoComparisonReason, UndefinedReason } from '../query';
import { join } from './paragraph';
import type { Course, Phrases } from './phrases';

/** How the headline measures are said in a bulletin; others are named, then counted. */
const verbs: Record<string, string> = {
  participants: '各项活动参与',
  beneficiaries: '惠及',
  trainees: '培训',
  funds: '资金',
  unions: '新建工会',
  members: '新增会员',
  activities: '开展活动',
};

const courses: Record<Course, (points: boolean) => string> = {
  up: (points) => (points ? '提高' : '增长'),
  down: () => '下降',
  flat: () => '持平',
  almost: () => '基本持平',
};

const comparisonReasons: Record<NoComparisonReason, string> = {
  'no-base': '没有可比的上年数',
  'base-unreported': '上年同期未报',
  'base-unmentioned': '上年同期的报告未提及',
  'base-zero': '上年同期为零',
  'different-basis': '与上年同期口径不同',
  'no-value': '本期没有数',
  'no-newer-value': '没有更新的数',
};

const undefinedReasons: Record<UndefinedReason, string> = {
  'rate-not-additive': '比率不能相加或平均',
  'mixed-units': '单位不同，不能相加',
};

/** 1、2、3 as 1–3月, others listed: 1、3月. */
function monthsOf(months: readonly number[]): string {
  const [first, last] = [months[0] ?? 0, months.at(-1) ?? 0];
  const isRun = months.length > 1 && last - first + 1 === months.length;
  return `${isRun ? `${String(first)}–${String(last)}` : months.join('、')}月`;
}

/** Grammar of the Chinese bulletin. */
export const phrasesZh: Phrases = {
  opening: (time, aside, place) => [time, ...aside, `，${place ?? ''}`],
  amount: ({ code, name }, value) => [verbs[code] ?? `${name}为`, value],
  standsAt: (date) => `截至${date}`,
  change: ({ against, course, points, size, sameMonths }) => {
    const same = sameMonths === null ? '' : `按${monthsOf(sameMonths)}同口径`;
    const words = `${same}${against === 'year' ? '同比' : '环比'}${courses[course](points)}`;
    return course === 'flat' || course === 'almost' ? [{ ...size, text: words }] : [words, size];
  },
  target: (target, progress) => (progress === null ? ['目标为', target] : ['完成目标', target, '的', progress]),
  months: (covered, total) => [`${String(total)}个月中`, covered, '个月有报告'],
  children: (reported, total) => [`${String(total)}个下级地区中`, reported, '个已报'],
  aside: (phrases) => ['（', ...join(phrases, '，'), '）'],
  noComparison: (names, reason) => `${names}${comparisonReasons[reason]}，不作同比`,
  unreported: (names) => `${names}未报`,
  unmentioned: (names) => `报告未提及${names}`,
  undefinedValue: (names, reason) => `${names}${undefinedReasons[reason]}，不列总数`,
  parts: (time, subject, parts) => [`分类别看，${time}${subject}较多的是`, ...parts],
  part: (name, value, share) => [name, value, ...(share ? ['（占', share, '）'] : [])],
  leaders: (time, subject, reporting, total, leaders) => [
    `分地区看，${time}${String(total)}个县市区中`,
    reporting,
    `个有${subject}数，居前的是`,
    ...leaders,
  ],
  nothing: (place) => `所选范围内，${place}没有主要指标的数`,
  names: (names) => names.join('、'),
  comma: '，',
  semicolon: '；',
  stop: '。',
};
