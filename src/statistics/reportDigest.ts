import type { Observation } from '../model/observation';

/** How many numbers a report has, and a mark that changes whenever they do. */
export interface Digest {
  count: number;
  mark: number;
}

/** FNV-1a over UTF-16 units: enough to tell that a report's numbers are not those of last time. */
function fold(hash: number, text: string): number {
  let folded = hash;
  for (let i = 0; i < text.length; i++) folded = Math.imul(folded ^ text.charCodeAt(i), 0x01000193);
  return folded;
}

const lineFeed = 10;
/** The same of a text on a line of its own. */
const foldLine = (hash: number, text: string) => fold(Math.imul(hash ^ lineFeed, 0x01000193), text);

const basis = 0x811c9dc5;

/** The digest of nothing. */
export const emptyDigest = (): Digest => ({ count: 0, mark: basis });

/** Adds an observation to the digest of its report. */
export function addToDigest(digest: Digest, one: Observation): void {
  let mark = fold(basis, one.id);
  mark = foldLine(mark, String(one.value));
  mark = foldLine(mark, one.unit);
  mark = foldLine(mark, one.qualifier);
  mark = foldLine(mark, one.measure);
  mark = foldLine(mark, one.category);
  mark = foldLine(mark, one.refArea);
  mark = foldLine(mark, one.periodStart ?? '');
  mark = foldLine(mark, one.periodEnd ?? '');
  mark = foldLine(mark, one.status);
  mark = foldLine(mark, one.review);
  digest.count += 1;
  // Summed, so that the order in which observations are read does not matter.
  digest.mark = (digest.mark + mark) >>> 0;
}

/** The digest of a report as a line: `<observations>.<mark> <id>`, the id as JSON, so that it stays on its line. */
export function digestLine(id: string, { count, mark }: Digest): string {
  return `${String(count)}.${mark.toString(36)} ${JSON.stringify(id)}\n`;
}

/** The id and the mark of a line; null of one that is none. */
export function readDigestLine(line: string): [id: string, mark: string] | null {
  try {
    const id: unknown = JSON.parse(line.slice(line.indexOf(' ')));
    return typeof id === 'string' ? [id, line.slice(0, line.indexOf(' '))] : null;
  } catch {
    return null;
  }
}
