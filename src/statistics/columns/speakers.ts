import type { Basis } from '../query';
import type { Resolved, Span } from '../resolved';
import { bucketNumber } from './bucketNumber';
import type { Flows } from './flows';
import { belowFlag, coveredFlag, flagsOf, monthsCovered, ownFlag, sumFlag } from './placeCoverage';

/** Who speaks for some places about flows in a bucket, as far as coverage tells. */
export interface Speakers {
  basis: Basis;
  reporting: string[];
  /** Of a sum over children: how many are expected; null otherwise. */
  total: number | null;
  covered: boolean;
  /** Months that covering reports cover: of interest only where nobody names a number. */
  months: () => number;
}

/** Rule 3 for flows, where coverage decides; only whether a higher federation speaks depends on the subject. */
export function speakersFor(resolved: Resolved, flows: Flows, places: readonly string[]): (span: Span) => Speakers {
  const [only = -1] = flows.numbersOf(places);
  if (places.length === 1 && flows.order.end[only] === only + 1) return (span) => speakersOfOne(flows, only, span);
  const known = flows.speakers.get(places) ?? new Map<string, Speakers>();
  flows.speakers.set(places, known);
  return (span) => {
    const found = known.get(span.id) ?? speakersIn(resolved, flows, places, span);
    known.set(span.id, found);
    return found;
  };
}

function speakersIn(resolved: Resolved, flows: Flows, places: readonly string[], span: Span): Speakers {
  const here = flows.coverage(span);
  const numbers = flows.numbersOf(places);
  const covered = flows.covered(span.granularity ?? span.id);
  const number = numberOf(span);
  const common = {
    covered: numbers.some((place) => (flagsOf(here, place) & coveredFlag) !== 0),
    months: () => numbers.reduce((most, place) => Math.max(most, monthsCovered(covered, place, number)), 0),
  };
  const [only] = places;
  const isOne = only !== undefined && places.length === 1;
  const flags = isOne ? flagsOf(here, numbers[0] ?? -1) : 0;
  if (isOne && (flags & sumFlag) === 0) return speakersOfOne(flows, numbers[0] ?? -1, span);
  const asked = isOne ? resolved.tree.children(only) : places;
  const askedNumbers = isOne ? flows.numbersOf(asked) : numbers;
  const reports = (_: string, i: number) => (flagsOf(here, askedNumbers[i] ?? -1) & (ownFlag | belowFlag)) !== 0;
  const reporting = asked.filter(reports);
  const isExpected = (place: string, i: number) =>
    reports(place, i) || resolved.tree.area(place)?.level !== 'functional-zone';
  return {
    ...common,
    basis: isOne || reporting.length > 0 ? 'children' : 'none',
    reporting,
    total: places.length === 0 ? null : isOne ? asked.filter(isExpected).length : asked.length,
  };
}

/** The same of one place that is no sum of others, as none without children is. */
function speakersOfOne(flows: Flows, place: number, span: Span): Speakers {
  const flags = flagsOf(flows.coverage(span), place);
  return {
    basis: (flags & ownFlag) === 0 ? 'none' : 'own',
    reporting: [],
    total: null,
    covered: (flags & coveredFlag) !== 0,
    months: () => monthsCovered(flows.covered(span.granularity ?? span.id), place, numberOf(span)),
  };
}

const numberOf = ({ granularity, id }: Span): number => (granularity === null ? 0 : bucketNumber(granularity, id));
