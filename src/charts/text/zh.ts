import type { UndefinedReason } from '../../statistics/query';
import type { AnnotationKind } from '../../model/annotation';
import type { Granularity } from '../../model/period';
import { zhDocumentText } from './zhDocuments';
import { zhPlaceText } from './zhPlaces';

/** Words that figures and exported pictures are composed from. Domain labels come from the model. */
export const zhChartText = {
  documents: zhDocumentText,
  ...zhPlaceText,
  total: '合计',
  everywhere: '全部地区',
  splitArea: '各县市区',
  chosenAreas: (count: number) => `所选 ${String(count)} 个县市区`,
  splitCategory: '各类别',
  splitYear: '历年',
  sameMonths: '各年同期对比',
  noteShares: '占比以图中各项之和为 100%',
  trendTitle: (scope: string, subject: string, split: string) => `${scope}${split}${subject}${split ? '走势' : ''}`,
  rankingTitle: (scope: string, subject: string, split: string) => `${scope}${split}${subject}`,
  mapTitle: (scope: string, subject: string) => `${scope}${subject}分布`,
  compositionTitle: (scope: string, subject: string) => `${scope}${subject}构成`,
  split: '拆分',
  distribution: '分布',
  composition: '构成',
  target: '目标',
  actual: '实际',
  targetOf: (name: string) => `${name}（目标）`,
  granularity: { M: '按月', Q: '按季', S: '按半年', A: '按年' } satisfies Record<Granularity, string>,
  axisMonth: (month: number) => `${String(month)}月`,
  axisQuarter: (quarter: number) => `${String(quarter)}季度`,
  axisHalf: (half: number): string => (half === 1 ? '上半年' : '下半年'),
  axisYear: (year: string) => `${year}年`,
  categoriesAre: (names: string) => `类别：${names}`,
  reportsChosen: (count: number) => `限所选 ${String(count)} 份报告`,
  rangeTotal: (range: string) => `${range}合计`,
  /** A name with its value, in lists. */
  named: (name: string, value: string) => `${name} ${value}`,
  list: (names: string[], rest: number) => names.join('、') + (rest > 0 ? `等 ${String(names.length + rest)} 个` : ''),
  span: (first: string, last: string) => `${first}至${last}`,
  fileSpan: (first: string, last: string) => `${first}至${last}`,
  details: (detail: string[]) => `（${detail.join('，')}）`,
  annotated: '事件与口径变化',
  remarks: '说明',
  annotation: (time: string, words: string, kind: AnnotationKind) =>
    `${kind === 'event' ? '事件' : '口径变化'}（${time}）：${words}`,
  period: '时间',
  area: '县市区',
  category: '类别',
  share: '占比',
  unreported: '未报',
  unmentioned: '未提及',
  undefinedValue: '—',
  approximate: '约数',
  incomplete: '不满整期',
  reason: {
    'rate-not-additive': '比率不能相加或平均',
    'mixed-units': '单位不同，不能相加',
  } satisfies Record<UndefinedReason, string>,
  months: (covered: number, total: number) => `${String(covered)}/${String(total)} 个月`,
  children: (reported: number, total: number) => `${String(total)} 个下级地区中 ${String(reported)} 个已报`,
  standsAt: (date: string) => `${date} 时点`,
  targetIs: (value: string, progress: string | null) =>
    `目标 ${value}` + (progress === null ? '' : `，完成 ${progress}`),
  noteBeyond: (values: string) => `另有期间更长、不分摊到各期的数：${values}`,
  noteApproximate: (names: string) => `约数（报告写作约、近、多、以上等）：${names}`,
  noteAllApproximate: '各数均为约数（报告写作约、近、多、以上等）',
  noteUnreported: (names: string) => `未报（没有报告，不等于 0）：${names}`,
  noteUnmentioned: (names: string) => `未提及（有报告而没有这个数，不等于 0）：${names}`,
  noteGaps: (unreported: number, unmentioned: number) =>
    `图中空缺：${[
      unreported > 0 ? `未报 ${String(unreported)} 处` : '',
      unmentioned > 0 ? `未提及 ${String(unmentioned)} 处` : '',
    ]
      .filter(Boolean)
      .join('，')}，均不等于 0`,
  noteIncomplete: (names: string) => `只有部分月份的报告：${names}`,
  noteChildren: (names: string) => `由下级工会报告相加：${names}`,
  noteAbove: '本级没有报告的，取自上级工会报告',
  noteAboveFor: (names: string) => `本级没有报告，取自上级工会报告：${names}`,
  noteLeftOut: (count: number) => `另有 ${String(count)} 条数据为免重复未计入`,
  noteUndefined: (reason: string, names: string) => `${reason}：${names}`,
  noteSchematic: '地图边界为示意',
  noteNotOnMap: (names: string) => `图上没有边界：${names}`,
  noteNegative: (names: string) => `不能画成份额：${names}`,
  noteStandsAt: (first: string, last: string) => (first === last ? `时点数：${first}` : `时点数：${first} 至 ${last}`),
  classRange: (from: string, to: string) => `${from}–${to}`,
  sources: (titles: string[], rest: number, all: number) =>
    titles.map((title) => `《${title}》`).join('') + (rest > 0 ? `等 ${String(all)} 份` : ''),
  simulatedMark: '模拟数据',
  simulated: (sources: string) => `模拟数据，不是真实统计${sources === '' ? '' : `；${sources}`}`,
  sourceFrom: (issuer: string, titles: string) => `${issuer}${titles}`,
  join: '；',
  unitLine: (unit: string) => `单位：${unit}`,
  sourceLine: (source: string) => `来源：${source}`,
  notesLine: (notes: string) => `注：${notes}`,
  moreNotes: (count: number) => `……另有 ${String(count)} 条说明`,
  asOfLine: (date: string) => `数据截至 ${date}`,
  exportedLine: (date: string) => `${date} 制图`,
  addressLine: (address: string) => `查看：工会数据看板 ${address}`,
  presets: {
    full: '整页',
    half: '半页',
    'four-three': '4比3',
    'a4-column': 'A4栏宽',
    square: '方形',
    wechat: '公众号',
  },
  themes: { light: '浅色', dark: '深色', transparent: '透明', official: '政务红' },
};

/** The shape that every language fills. */
export type ChartText = typeof zhChartText;
