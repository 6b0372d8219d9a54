import { mostMonths, monthsCovered } from '../cell';
import { coverageOf } from '../coverage';
import type { Resolved, Span } from '../resolved';
import type { Flows } from './flows';

/** By number of place, in one bucket: whether a report covers it for a flow, and how many months reports cover. */
export interface CoveredPlaces {
  covered: Uint8Array;
  silent: Uint8Array;
}

/** What `isCovered` and `coveringReports` say of every place, worked out once a bucket. */
export function coveredPlaces(resolved: Resolved, flows: Flows, span: Span): CoveredPlaces {
  const known = flows.covered.get(span.id);
  if (known) return known;
  const { order } = flows;
  const { own, ownBelow, within } = coverageOf(resolved, span);
  const [covered, silent] = [new Uint8Array(order.codes.length), new Uint8Array(order.codes.length)];
  const below = new Uint8Array(order.codes.length);
  // Children come after their parents, so backwards each place is done before what it lies in.
  for (let place = order.codes.length - 1; place >= 0; place--) {
    const code = order.codes[place] ?? '';
    const reports = within.get(code);
    const months = reports ? mostMonths(monthsCovered(span, reports)) : 0;
    const isSum = !own.has(code) && ownBelow.has(code);
    silent[place] = reports ? months : (below[place] ?? 0);
    if (reports) covered[place] = 1;
    else if (!isSum) covered[place] = 0;
    const parent = order.numberOf.get(resolved.tree.ancestors(code)[0] ?? '');
    if (parent === undefined) continue;
    below[parent] = Math.max(below[parent] ?? 0, months, below[place] ?? 0);
    // Of a place whose own reports speak, only those count; see above.
    if (covered[place] === 1) covered[parent] = 1;
  }
  const found = { covered, silent };
  flows.covered.set(span.id, found);
  return found;
}
