import fc from 'fast-check';
import { categoryCodes, type Category } from '../../src/model/categories';
import type { Dataset } from '../../src/model/dataset';
import type { Observation } from '../../src/model/observation';
import { granularities } from '../../src/model/period';
import { qualifiers } from '../../src/model/qualifier';
import type { Report } from '../../src/model/report';
import type { Filter } from '../../src/statistics/query';
import { aDataset, anIndicator, anObservation, areas, during } from './datasets';

const categories: Category[] = categoryCodes.slice(0, 2);

/** Chooses among values by weight. */
function often<T>(...choices: [weight: number, ...values: T[]][]): fc.Arbitrary<T> {
  return fc.oneof(
    ...choices.map(([weight, ...values]) => ({
      weight: weight * values.length,
      arbitrary: fc.constantFrom(...values),
    })),
  );
}

/** Few places, so that reports meet: all levels, a zone, both codes of a county that changed its code. */
const speaker = often(
  [6, '421000'],
  [4, '421002', '421088'],
  [2, '421023'],
  [1, '421087', '421071', '420000', '420704'],
);
const place = often<string | null>(
  [20, null],
  [3, '421002', '421023', '421088'],
  [1, ...areas.map(({ code }) => code)],
);

/** Few spans, so that they coincide, nest and overlap: the first months of two years and what holds them. */
const span = often(
  [4, ['2018'], ['2019'], ['2018-01'], ['2018-02'], ['2018-03'], ['2019-01'], ['2019-02']],
  [2, ['2018-Q1'], ['2018-S1'], ['2019-Q1'], ['2018-11'], ['2018-01', '2018-02']],
  [
    1,
    ['2018-02-10', '2018-02-20'],
    ['2018-03-15', '2018-04-10'],
    ['2018', '2019'],
    ['2018-12', '2019-01'],
    ['2018-02', '2018-05'],
  ],
).map(([from = '', to]) => during(from, to));

const reports = fc.array(
  fc.record({
    refArea: speaker,
    span,
    issuer: often([5, '甲总工会'], [1, '乙总工会']),
    issuedOn: fc.constantFrom(null, '2019-01-05', '2019-02-01'),
    issueNumber: fc.constantFrom(null, '9', '10'),
  }),
  { minLength: 2, maxLength: 8, size: 'max' },
);

const facts = fc.array(
  fc.record({
    report: fc.nat(7),
    value: often([3, 1], [1, 0, 2, 39, 0.1, 0.2, 4.82]),
    label: often([3, '甲'], [1, ' 甲 ', '乙']),
    unit: often([3, '人次'], [1, '元']),
    qualifier: often([5, 'exact' as const], [1, ...qualifiers]),
    subject: often(
      [6, 'participants' as const],
      [3, 'lectures' as const],
      [2, 'stock' as const, 'membership' as const],
      [1, 'rate' as const, 'other' as const],
    ),
    category: fc.constantFrom(...categories),
    place,
    when: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: span }),
    status: often([4, 'actual' as const], [1, 'target' as const]),
    review: often([9, 'accepted' as const], [1, 'rejected' as const]),
    isDated: often([15, true], [1, false]),
    whole: fc.option(fc.nat(29), { freq: 3 }),
  }),
  { minLength: 8, maxLength: 30, size: 'max' },
);

const subjects = {
  participants: { measure: 'participants', kind: 'flow', indicator: null },
  lectures: { measure: 'participants', kind: 'flow', indicator: 'lectures' },
  stock: { measure: 'members', kind: 'stock', indicator: null },
  membership: { measure: 'members', kind: 'stock', indicator: 'membership' },
  rate: { measure: 'rate', kind: 'rate', indicator: null },
  other: { measure: 'other', kind: 'flow', indicator: null },
} as const satisfies Record<string, Pick<Observation, 'measure' | 'kind' | 'indicator'>>;

/** Codes that a random dataset can be asked for. */
export const subjectCodes = ['participants', 'lectures', 'members.stock', 'membership', 'rate', 'other'];

/**
 * Random datasets that are dense with trouble: overlapping and repeated coverage, revisions, parts (in circles too),
 * targets, stocks, rates, rejected and undated observations, one place with two codes. Values have at most two decimals.
 */
export const arbitraryDataset: fc.Arbitrary<Dataset> = fc.tuple(reports, facts).map(([reportRows, factRows]) => {
  const made = reportRows.map(({ span: { periodStart, periodEnd }, ...rest }, i): Report => ({
    ...rest,
    id: `r${String(i)}`,
    title: '',
    coverageStart: periodStart ?? '',
    coverageEnd: periodEnd ?? '',
    frequency: null,
    doc: '',
    implied: [],
  }));
  const observations = factRows.map(({ report: nth, whole, when, isDated, place: at, subject, value, ...rest }, i) => {
    const report = made[nth % made.length];
    if (!report) throw new Error('a dataset has a report');
    return anObservation(report, value, {
      ...rest,
      ...subjects[subject],
      ...when,
      ...(isDated ? {} : { periodEnd: null }),
      refArea: at ?? report.refArea,
      partOf: whole === null ? null : `o${String(whole)}`,
      start: i,
      id: `o${String(i)}`,
    });
  });
  return aDataset(made, observations, [
    anIndicator('lectures', { unit: '人次' }),
    anIndicator('membership', { measure: 'members', kind: 'stock', unit: '人' }),
  ]);
});

const selected = ['421000', '421002', '421023', '421088', '420700', '420704', '421071'];

/** Random filters over the same places, categories, reports and years. */
export const arbitraryFilter: fc.Arbitrary<Filter> = fc.record({
  granularity: fc.constantFrom(...granularities),
  from: often<string | null>([3, null], [1, '2018-01-01', '2018-02-15', '2019-01-01']),
  to: often<string | null>([3, null], [1, '2018-12-31', '2019-06-30', '2020-12-31']),
  areas: fc.oneof(
    fc.constant<string[]>([]),
    fc.constant<string[]>(['421000']),
    fc.constant<string[]>(['421002']),
    fc.subarray(selected, { maxLength: 3 }),
  ),
  categories: fc.oneof(fc.constant<Category[]>([]), fc.subarray(categories)),
  reports: fc.oneof(
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray(['r0', 'r1', 'r2', 'r3']) },
  ),
});
