import type { Queries } from '../query';
import type { Resolved } from '../resolved';

type Question = Queries['digest'];

/** FNV-1a over UTF-16 units: enough to tell that a report's numbers are not those of last time. */
function fold(hash: number, text: string): number {
  let folded = hash;
  for (let i = 0; i < text.length; i++) folded = Math.imul(folded ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return folded;
}

const basis = 0x811c9dc5;

/**
 * A mark for each report that changes whenever its numbers do: values, units, qualifiers, periods, decisions.
 * Input: nothing; all data whatever the filter. Output: by report id, `<observations>.<hash>`; equal marks are equal data.
 */
export function digest({ dataset }: Resolved): Question['answer'] {
  const marks = new Map(dataset.reports.map(({ id }) => [id, { count: 0, hash: basis }]));
  for (const one of dataset.observations) {
    const mark = marks.get(one.reportId);
    if (!mark) continue;
    const { id, value, unit, qualifier, measure, category, refArea, periodStart, periodEnd, status, review } = one;
    const told = [id, value, unit, qualifier, measure, category, refArea, periodStart, periodEnd, status, review];
    mark.count += 1;
    // Summed, so that the order in which observations are read does not matter.
    mark.hash = (mark.hash + fold(basis, told.join('\n'))) >>> 0;
  }
  return Object.fromEntries([...marks].map(([id, { count, hash }]) => [id, `${String(count)}.${hash.toString(36)}`]));
}
