import { addToDigest, digestLine, emptyDigest } from '../reportDigest';
import type { Queries } from '../query';
import type { Resolved } from '../resolved';

type Question = Queries['digest'];

/**
 * A mark for each report, all data whatever the filter: equal marks are equal numbers, units, qualifiers, periods,
 * decisions. Output: a line each, as `digestLine` says it, in the order of issue.
 */
export function digest({ dataset, reports, flows }: Resolved): Question['answer'] {
  if (flows) return { lines: flows.digest() };
  const digests = new Map(reports.map(({ id }) => [id, emptyDigest()]));
  for (const one of dataset.observations) {
    const found = digests.get(one.reportId);
    if (found) addToDigest(found, one);
  }
  return { lines: Array.from(digests, ([id, found]) => digestLine(id, found)).join('') };
}
