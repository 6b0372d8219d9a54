import fc from 'fast-check';
import { categoryCodes } from '../../../src/model/categories';
import { measureCodes } from '../../../src/model/measures';
import { kinds, reviews, statuses, type Observation } from '../../../src/model/observation';
import { qualifiers } from '../../../src/model/qualifier';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const date = fc.constantFrom('2018-01-01', '2018-11-30', '2019-06-30', '2020-02-29');

/** Any observation of a report, ids and wholes included; hostile in every text. */
export function arbitraryObservation(reportId: string): fc.Arbitrary<Observation> {
  return fc.record({
    id: text,
    reportId: fc.constant(reportId),
    doc: text,
    start: fc.nat({ max: 2 ** 32 - 1 }),
    end: fc.nat({ max: 2 ** 32 - 1 }),
    surface: text,
    label: text,
    value: fc.double(),
    unit: text,
    qualifier: fc.constantFrom(...qualifiers),
    measure: fc.constantFrom(...measureCodes),
    category: fc.constantFrom(...categoryCodes),
    refArea: text,
    periodStart: maybe(date),
    periodEnd: maybe(date),
    kind: fc.constantFrom(...kinds),
    status: fc.constantFrom(...statuses),
    partOf: maybe(text),
    indicator: maybe(text),
    section: text,
    // A confidence is 0 to 1; adding zero takes the sign from -0.
    confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
    review: fc.constantFrom(...reviews),
    implied: fc.array(text, { maxLength: 3 }),
  });
}

/** The observations of a report as an extractor makes them: ids derived, some being parts of others, values repeated. */
export function arbitraryReport(reportId: string): fc.Arbitrary<Observation[]> {
  const own = fc.uniqueArray(arbitraryObservation(reportId), { selector: ({ start }) => start, maxLength: 60 });
  return own.chain((observations) =>
    fc
      .array(maybe(fc.nat({ max: 70 })), { minLength: observations.length, maxLength: observations.length })
      .map((wholes) => {
        const named = observations.map((observation) => ({ ...observation, id: `${reportId}.${observation.start}` }));
        return named.map((observation, index) => ({ ...observation, partOf: named[wholes[index] ?? -1]?.id ?? null }));
      }),
  );
}
