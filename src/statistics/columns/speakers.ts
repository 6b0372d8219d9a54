import type { Basis } from '../query';
import type { Resolved, Span } from '../resolved';
import type { Flows } from './flows';

/** Who speaks for some places about flows in a bucket, as far as coverage tells. */
export interface Speakers {
  basis: Basis;
  reporting: string[];
  /** Of a sum over children: how many are expected; null otherwise. */
  total: number | null;
  covered: boolean;
  /** Months that covering reports cover. */
  months: number;
}

const remembered = 2000;

/** Rule 3 for flows, where coverage decides; only whether a higher federation speaks depends on the subject. */
export function speakersFor(resolved: Resolved, flows: Flows, places: readonly string[]): (span: Span) => Speakers {
  const key = places.join();
  const known = flows.speakers.get(key) ?? new Map<string, Speakers>();
  if (flows.speakers.size >= remembered) flows.speakers.clear();
  flows.speakers.set(key, known);
  return (span) => {
    const found = known.get(span.id) ?? speakersIn(resolved, flows, places, span);
    known.set(span.id, found);
    return found;
  };
}

function speakersIn(resolved: Resolved, flows: Flows, places: readonly string[], span: Span): Speakers {
  const { own, below, sum, covered, months } = flows.coverage(span);
  const numbers = places.map((place) => flows.order.numberOf.get(place) ?? -1);
  const common = {
    covered: numbers.some((number) => covered[number] === 1),
    months: numbers.reduce((most, number) => Math.max(most, months[number] ?? 0), 0),
  };
  const [only, number = -1] = [places[0], numbers[0]];
  const isOne = only !== undefined && places.length === 1;
  if (isOne && sum[number] !== 1) {
    return { ...common, basis: own[number] === 1 ? 'own' : 'none', reporting: [], total: null };
  }
  const asked = isOne ? resolved.tree.children(only) : places;
  const reports = (place: string) => {
    const at = flows.order.numberOf.get(place) ?? -1;
    return own[at] === 1 || below[at] === 1;
  };
  const reporting = asked.filter(reports);
  const isExpected = (place: string) => reports(place) || resolved.tree.area(place)?.level !== 'functional-zone';
  return {
    ...common,
    basis: isOne || reporting.length > 0 ? 'children' : 'none',
    reporting,
    total: places.length === 0 ? null : isOne ? asked.filter(isExpected).length : asked.length,
  };
}
