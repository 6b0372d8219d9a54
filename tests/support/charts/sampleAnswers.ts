import { areaTree, type Area } from '../../../src/model/area';
import { categories, categoryCodes, isCategory } from '../../../src/model/categories';
import type { Language } from '../../../src/model/language';
import { formatBucket } from '../../../src/statistics/format';
import type { Cell, Filter, Series, SeriesResult } from '../../../src/statistics/query';
import { packSources } from '../../../src/statistics/sources';
import type { FigureContext } from '../../../src/charts/context';
import { enChartText } from '../../../src/charts/text/en';
import { zhChartText } from '../../../src/charts/text/zh';

/** A city of invented places, in administrative order. */
const placeNames = ['沙市区', '荆州区', '公安县', '监利市', '江陵县', '石首市', '洪湖市', '松滋市'];
const placesEn = ['Shashi', 'Jingzhou', "Gong'an", 'Jianli', 'Jiangling', 'Shishou', 'Honghu', 'Songzi'];
export const places = ['421002', '421003', '421022', '421088', '421024', '421081', '421083', '421087'];

const row = (code: string, name: string, nameEn: string, order: number): Area => ({
  code,
  name,
  nameEn,
  shortName: name,
  parent: code === '421000' ? null : '421000',
  level: code === '421000' ? 'prefecture' : code === '421071' ? 'functional-zone' : 'county',
  validFrom: null,
  validTo: null,
  place: code,
  order,
});

export const areas = areaTree([
  row('421000', '荆州市', 'Jingzhou', 1),
  ...places.map((code, i) => row(code, placeNames[i] ?? '', placesEn[i] ?? '', i + 1)),
  row('421071', '荆州开发区', 'Jingzhou Development Zone', 9),
]);

/** A cell with a value, exact and complete unless told otherwise. */
export function aCell(value: number | null, more: Partial<Cell> = {}): Cell {
  return {
    state: value === null ? 'unreported' : 'value',
    value,
    qualifier: 'exact',
    unit: '人次',
    reason: null,
    basis: value === null ? 'none' : 'own',
    months: { covered: value === null ? 0 : 12, total: 12 },
    children: null,
    counted: value === null ? 0 : 1,
    leftOut: 0,
    asOf: null,
    ...more,
  };
}

/** Total of some cells as a figure would carry it. */
function totalOf(cells: readonly Cell[]): Cell {
  const known = cells.flatMap(({ state, value }) => (state === 'value' && value !== null ? [value] : []));
  const state =
    known.length > 0 ? 'value' : cells.some((cell) => cell.state === 'unmentioned') ? 'unmentioned' : 'unreported';
  const value = known.length > 0 ? known.reduce((sum, one) => sum + one, 0) : null;
  return aCell(value, { state, unit: cells[0]?.unit ?? '人次' });
}

export const aSeries = (key: string, cells: Cell[], status: Series['status'] = 'actual'): Series => ({
  key,
  status,
  cells,
  total: totalOf(cells),
});

/** An answer about participation, or another subject; the whole is the sum of its actual series. */
export function anAnswer(buckets: string[], series: Series[], more: Partial<SeriesResult> = {}): SeriesResult {
  const actual = series.filter(({ status }) => status === 'actual');
  const [only, ...others] = actual;
  const overall =
    only && others.length === 0
      ? only.cells
      : buckets.map((_, i) => totalOf(actual.flatMap(({ cells }) => cells[i] ?? [])));
  return {
    subject: { code: 'participants', measure: 'participants', kind: 'flow', indicator: null },
    buckets,
    series,
    overall: aSeries('total', overall),
    beyond: [],
    sources: packSources(['421000-2020', '421000-2019']),
    asOf: '2020-12-31',
    ...more,
  };
}

const reports = new Map(
  ['2018', '2019', '2020', '2021', '2022'].map((year) => [
    `421000-${year}`,
    {
      id: `421000-${year}`,
      title: `${year}年工作总结`,
      issuer: '荆州市总工会',
      refArea: '421000',
      coverageStart: `${year}-01-01`,
      coverageEnd: `${year}-12-31`,
      frequency: 'A' as const,
      issuedOn: null,
      issueNumber: null,
      doc: `${year}.txt`,
      implied: [],
    },
  ]),
);

/** A context of the city in a language; the filter chooses nothing but what is given. */
export function aContext(filter: Partial<Filter> = {}, language: Language = 'zh-CN'): FigureContext {
  const en = language === 'en';
  const area = (code: string) => {
    const place = areas.area(code);
    return place ? (en ? place.nameEn : place.name) : code;
  };
  return {
    language,
    names: {
      area,
      areaShort: area,
      category: (code) => (isCategory(code) ? categories[code][en ? 'en' : 'zh'] : code),
      subject: (code) => (code === 'participants' ? (en ? 'Participation' : '参与人次') : code),
      bucket: (id) => formatBucket(id, language),
      report: (id) => reports.get(id)?.title ?? id,
    },
    text: en ? enChartText : zhChartText,
    filter: {
      granularity: 'A',
      from: null,
      to: null,
      areas: ['421000'],
      categories: [],
      reports: [],
      ...filter,
    },
    areas,
    reports,
  };
}

export const monthsOf = (year: number, count = 12) =>
  Array.from({ length: count }, (_, i) => {
    const month = year * 12 + i;
    return `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
  });

/** Values that wander, the same for the same seed. */
export function wander(seed: number, count: number, size: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.round(size * (0.25 + (0.75 * state) / 2 ** 32));
  });
}

const years = ['2018', '2019', '2020', '2021', '2022'];

/** Yearly totals with every honest trouble: approximate, incomplete, 未报, 未提及, zero. */
export const troubledYears = () =>
  anAnswer(
    ['2017', ...years],
    [
      aSeries('total', [
        aCell(0),
        aCell(280_000, { qualifier: 'over', leftOut: 3 }),
        aCell(null),
        aCell(null, { state: 'unmentioned', basis: 'own' }),
        aCell(412_300),
        aCell(96_000, { months: { covered: 3, total: 12 } }),
      ]),
    ],
    { beyond: [{ bucket: '2018/2019', cell: aCell(1_000_000, { qualifier: 'about' }) }] },
  );

/** Months with long gaps and one value alone. */
export const gappyMonths = () => {
  const buckets = monthsOf(2018, 30);
  const known = new Map([
    ['2018-11', aCell(52_000, { qualifier: 'about', months: { covered: 1, total: 1 } })],
    ['2019-03', aCell(31_000, { months: { covered: 1, total: 1 } })],
    ['2019-04', aCell(38_500, { months: { covered: 1, total: 1 } })],
  ]);
  const cells = buckets.map((id) => known.get(id) ?? aCell(null, { months: { covered: 0, total: 1 } }));
  return anAnswer(buckets, [aSeries('total', cells)], { beyond: [{ bucket: '2018', cell: aCell(280_000) }] });
};

/** Three years by month, the last one under way and one month of it only about right. */
export const threeYears = () => {
  const buckets = monthsOf(2018, 30);
  const months = { covered: 1, total: 1 };
  const cells = wander(3, 30, 40_000).map((value, i) =>
    i === 17
      ? aCell(null, { months: { covered: 0, total: 1 } })
      : aCell(value, { months, ...(i === 26 ? { qualifier: 'about' as const } : {}) }),
  );
  return anAnswer(buckets, [aSeries('total', cells)]);
};

/** Eight counties over five years, some silent. */
export const byCounty = () =>
  anAnswer(
    years,
    places.map((key, i) =>
      aSeries(
        key,
        wander(i + 1, 5, 90_000 / (i + 1)).map((value, year) =>
          i === 4 ? aCell(null) : i === 6 && year < 2 ? aCell(null, { state: 'unmentioned' }) : aCell(value),
        ),
      ),
    ),
  );

/** Ten categories over five years. */
export const byCategory = () =>
  anAnswer(
    years,
    categoryCodes.map((key, i) =>
      aSeries(
        key,
        wander(i + 11, 5, 60_000 / (i + 1)).map((value) => aCell(i === 9 ? null : value)),
      ),
    ),
  );

/** With targets beside the values. */
export const withTargets = () => {
  const answer = troubledYears();
  const goals = wander(5, 6, 500_000).map((value) => aCell(value));
  return { ...answer, series: [...answer.series, aSeries('total', goals, 'target')] };
};

/** As many and as large and as long as it gets: 24 series, twelve-digit values, names of forty characters. */
export function hostile(count = 24): { answer: SeriesResult; context: FigureContext } {
  const codes = Array.from({ length: count }, (_, i) => String(900_001 + i));
  const tree = areaTree(
    codes.map((code, i) => ({
      ...row(
        code,
        `某某某某某某土家族苗族自治县经济技术开发区管理委员会直属第${String(i + 1)}<img src=x onerror=alert(1)>`,
        code,
        i,
      ),
      parent: null,
    })),
  );
  const answer = anAnswer(
    years,
    codes.map((key, i) =>
      aSeries(
        key,
        wander(i, 5, 1e12).map((value) => aCell(value, { qualifier: 'over' })),
      ),
    ),
  );
  const name = (code: string) => tree.area(code)?.name ?? code;
  const context = aContext({ areas: codes });
  return { answer, context: { ...context, areas: tree, names: { ...context.names, area: name, areaShort: name } } };
}
