import type { Kind, Status } from '../../../model/observation';
import type { Qualifier } from '../../../model/qualifier';
import type { Basis, CellState, LeftOutReason, NoComparisonReason, UndefinedReason } from '../../../statistics/query';

const qualifier = {
  exact: '准确数',
  about: '约',
  nearly: '近',
  over: '以上',
  under: '不足',
} satisfies Record<Qualifier, string>;

const state = {
  value: '有数',
  unmentioned: '未提及',
  unreported: '未报',
} satisfies Record<CellState, string>;

const stateExplained = {
  value: '报告里有这个数。',
  unmentioned: '有报告覆盖这段时间，但没有提到这个数；不等于 0。',
  unreported: '没有报告覆盖这段时间；不等于 0。',
} satisfies Record<CellState, string>;

const undefinedReason = {
  'rate-not-additive': '比率不能相加或平均',
  'mixed-units': '单位不同，不能相加',
} satisfies Record<UndefinedReason, string>;

const comparisonReason = {
  'no-base': '没有可比的时期',
  'base-unreported': '上期未报',
  'base-unmentioned': '上期未提及',
  'base-zero': '上期为 0',
  'different-basis': '两期口径不同',
  'no-value': '本期没有数',
  'no-newer-value': '没有更新的数',
} satisfies Record<NoComparisonReason, string>;

const leftOutReason = {
  'covered-by-longer': '已含在时间更长的报告里（未计入月报）',
  superseded: '已被后来的报告修订',
  repeated: '同一个数重复印出',
  part: '已含在总数里',
  'own-federation-wins': '以本级工会自己的报告为准',
  'longer-than-bucket': '时间跨度大于本期（另有全年数）',
  'older-value': '已有更新的数',
  rejected: '已被人工否定',
} satisfies Record<LeftOutReason, string>;

const basis = {
  own: '本级工会的报告',
  children: '下级工会报告之和',
  above: '上级工会报告中的数',
  none: '没有报告',
} satisfies Record<Basis, string>;

const kind = { flow: '发生数', stock: '时点数', rate: '比率' } satisfies Record<Kind, string>;
const status = { actual: '实际', target: '目标' } satisfies Record<Status, string>;

/** Words of the figures, the source drawer and the pages. */
export const figures = {
  facts: { qualifier, state, stateExplained, undefinedReason, comparisonReason, leftOutReason, basis, kind, status },
  figure: {
    viewData: '查看数据',
    viewChart: '查看图表',
    source: '来源',
    sourceLine: (text: string) => `来源：${text}`,
    notesLine: (notes: readonly string[]) => `注：${notes.join('；')}`,
    moreNotes: (count: number) => `其余 ${String(count)} 条说明`,
    fewerNotes: '收起',
    asOf: (date: string) => `截至 ${date}`,
    unit: (unit: string) => `单位：${unit}`,
    loadingUntitled: '正在计算',
    failed: '这张图没有算出来',
    empty: '所选范围里没有数',
    emptyHint: '可以放宽年份、县市区、类别或来源报告。',
    noReports: '还没有报告',
    noReportsHint: '本站的数据包里没有报告。可以先载入模拟数据，看看各图的样子。',
    reset: '重置筛选',
    chartLabel: (title: string) => `图：${title}。逐项数字见“查看数据”。`,
    cellSource: (row: string, column: string, value: string) => `${row}，${column}：${value}，看来源`,
  },
  coverage: {
    yearly: '年报',
    halfYearly: '半年报',
    quarterly: '季报',
    monthly: '月报',
    standsAt: (date: string) => `${date} 时点`,
  },
  source: {
    title: '来源',
    close: '关闭',
    loading: '正在查找来源',
    failed: '来源没有查到',
    none: '没有与这个数有关的观测值。',
    basis: '口径',
    counted: (count: number) => `计入 ${String(count)} 条`,
    leftOut: (count: number) => `未计入 ${String(count)} 条`,
    countedHint: {
      flow: '下面各条相加，得到上面的数。',
      stock: '下面各条是最新的时点数，相加得到上面的数。',
      rate: '下面各条说的是同一比率。',
    } satisfies Record<Kind, string>,
    oneCounted: '上面的数就是这一条。',
    section: '章节',
    sectionOf: (section: string) => `第${section}项`,
    noSection: '未分项',
    printed: '原文写作',
    exact: '折合',
    qualifier: '限定',
    period: '期间',
    area: '地区',
    category: '类别',
    place: '位置',
    offsets: (start: number, end: number) => `第 ${String(start)}–${String(end)} 字符`,
    inferredFields: (names: string) => `推定：${names}`,
    partOf: (label: string) => `属于：${label}`,
    parts: (labels: string) => `其中：${labels}`,
    wholeUnknown: '另一条总数',
    reasonBy: (reason: string, winner: string) => `${reason}：${winner}`,
    inTable: '在数据表中查看',
    more: (count: number) => `再显示 ${String(count)} 条`,
    fields: {
      periodStart: '起始日期',
      periodEnd: '截止日期',
      refArea: '地区',
      coverageStart: '报告起始',
      coverageEnd: '报告截止',
      issuedOn: '印发日期',
      value: '数值',
      unit: '单位',
      category: '类别',
      measure: '指标',
      kind: '口径',
      qualifier: '限定',
    } as Record<string, string>,
  },
  tiles: {
    region: '主要指标',
    yearOnYear: '同比',
    periodOnPeriod: '环比',
    noComparison: '—',
    against: (base: string) => `与${base}相比`,
    sameMonths: (months: string) => `比较相同月份：${months}月`,
    none: '没有数',
    target: (value: string, progress: string) => `目标 ${value}，已完成 ${progress}`,
    targetOnly: (value: string) => `目标 ${value}`,
    source: (name: string) => `${name}，看来源`,
    loading: '正在读取数字',
  },
  pages: {
    split: '拆分',
    splitNone: '不拆分',
    splitArea: '按县市区',
    splitCategory: '按类别',
    chartType: '图形',
    line: '折线',
    bar: '柱形',
    stacked: '堆叠',
    donut: '环形',
    treemap: '矩形树图',
    order: '排序',
    byOrder: '行政区划顺序',
    byValue: '按数值',
    failed: '数据没有查到',
  },
  overview: {
    latestReports: '最近的报告',
    latestCount: (shown: number, total: number) => `共 ${String(total)} 份，最近 ${String(shown)} 份`,
    coverage: (text: string) => `覆盖 ${text}`,
    observations: (count: number) => `${String(count)} 条数据`,
    onlyThis: (title: string) => `只看《${title}》`,
    filterBy: '只看这份',
    noReports: '所选范围里没有报告',
  },
  trend: {
    beyondYears: '另有全年数',
    beyondLonger: '另有更长时期的数',
    beyondHint: '这些数的期间比一格更长，不分摊到各期。',
    beyondMore: (count: number) => `其余 ${String(count)} 个`,
    beyondFewer: '收起',
    tooMany: (shown: number, total: number) => `所选 ${String(total)} 个指标，这里显示前 ${String(shown)} 个`,
  },
  counties: {
    zones: '功能区',
    zonesHint: '没有单独的行政边界，列在图旁。',
    noMap: '这个范围没有边界图，请看排名。',
    mapFailed: '边界图没有读到',
    filtered: (area: string) => `已筛选：${area}`,
    clear: '取消筛选',
    sourceOf: (area: string) => `${area}的来源`,
    instead: (usual: string, shown: string) => `各县市区没有“${usual}”的数，这里显示“${shown}”；可在“指标”里另选。`,
    city: '城市',
  },
  categoriesPage: {
    overTime: '各时期构成',
    share: '总体构成',
  },
  dataPage: {
    caption: '全部观测值',
    search: '搜索',
    count: (shown: number, total: number) =>
      shown === total ? `共 ${String(total)} 条` : `${String(total)} 条中的 ${String(shown)} 条`,
    none: '没有符合的数据',
    noneHint: '换一个词，或放宽上面的筛选。',
    clearSearch: '清除搜索',
    sortAscending: '升序',
    sortDescending: '降序',
    sortBy: '排序',
    defaultOrder: '最新在前',
    part: '其中',
  },
};

/** The shape that every language must fill. */
export type FigureTexts = typeof figures;
