import { addToDigest, emptyDigest, printDigest } from '../reportDigest';
import type { Queries } from '../query';
import type { Resolved } from '../resolved';

type Question = Queries['digest'];

/**
 * A mark for each report, all data whatever the filter: equal marks are equal numbers, units, qualifiers, periods,
 * decisions. Output: by report id, `<observations>.<mark>`.
 */
export function digest({ dataset, flows }: Resolved): Question['answer'] {
  if (flows) return flows.digest();
  const digests = new Map(dataset.reports.map(({ id }) => [id, emptyDigest()]));
  for (const one of dataset.observations) {
    const found = digests.get(one.reportId);
    if (found) addToDigest(found, one);
  }
  return Object.fromEntries(Array.from(digests, ([id, found]) => [id, printDigest(found)]));
}
