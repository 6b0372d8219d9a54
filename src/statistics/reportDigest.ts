import type { Observation } from '../model/observation';

/** How many numbers a report has, and a mark that changes whenever they do. */
export interface Digest {
  count: number;
  mark: number;
}

/** FNV-1a over UTF-16 units: enough to tell that a report's numbers are not those of last time. */
function fold(hash: number, text: string): number {
  let folded = hash;
  for (let i = 0; i < text.length; i++) folded = Math.imul(folded ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return folded;
}

const basis = 0x811c9dc5;

/** The digest of nothing. */
export const emptyDigest = (): Digest => ({ count: 0, mark: basis });

/** Adds an observation to the digest of its report. */
export function addToDigest(digest: Digest, one: Observation): void {
  const { id, value, unit, qualifier, measure, category, refArea, periodStart, periodEnd, status, review } = one;
  const told = [id, value, unit, qualifier, measure, category, refArea, periodStart, periodEnd, status, review];
  digest.count += 1;
  // Summed, so that the order in which observations are read does not matter.
  digest.mark = (digest.mark + fold(basis, told.join('\n'))) >>> 0;
}

/** A digest as text: `<observations>.<mark>`. */
export function printDigest({ count, mark }: Digest): string {
  return `${String(count)}.${mark.toString(36)}`;
}
