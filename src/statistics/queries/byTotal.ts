import { makeTotal } from '../cell';
import { cellsAt, flowsFor, type Counting } from '../cellAt';
import { flowByPlace } from '../columns/flowByPlace';
import type { Resolved } from '../resolved';
import type { PlaceScope } from './placesShown';

/** Totals of the places over all buckets; not a number where there is none. */
function totalsOf(resolved: Resolved, what: Counting, buckets: readonly string[], scopes: readonly PlaceScope[]) {
  const flows = flowsFor(resolved, what);
  const [first] = scopes;
  if (flows && first) {
    const asked = { places: scopes.map(({ key }) => key), categories: first.scope.categories };
    const { shown, totals } = flowByPlace(resolved, flows, what, buckets, asked);
    const byPlace = new Float64Array(scopes.length).fill(NaN);
    shown.forEach((place, row) => (byPlace[place] = totals.value[row] ?? NaN));
    return byPlace;
  }
  // A stock stands at the last bucket: nothing before that is worth adding up.
  const needed = what.subject.kind === 'stock' ? buckets.slice(-1) : buckets;
  return Float64Array.from(scopes, ({ scope }) => {
    const parts = cellsAt(resolved, what, needed, scope);
    return makeTotal(resolved, what.subject, parts, scope.places).cell.value ?? NaN;
  });
}

/** Places with the largest total first; equal ones, and those without a number below, in their own order. */
export function byTotal(
  resolved: Resolved,
  what: Counting,
  buckets: readonly string[],
  scopes: readonly PlaceScope[],
): PlaceScope[] {
  const totals = totalsOf(resolved, what, buckets, scopes);
  const size = (index: number) => {
    const total = totals[index] ?? NaN;
    return Number.isNaN(total) ? -Infinity : total;
  };
  const order = scopes
    .map((_, index) => index)
    .sort((a, b) => (size(a) === size(b) ? a - b : size(b) > size(a) ? 1 : -1));
  return order.flatMap((index) => scopes[index] ?? []);
}
