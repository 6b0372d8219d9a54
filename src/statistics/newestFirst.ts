import type { ReportEntry } from './resolved';

/** Orders reports as a list of news does: by the last day that they cover, those that cover nothing last, then by id. */
export function newestFirst(a: ReportEntry, b: ReportEntry): number {
  const [x, y] = [a.coverage?.end ?? '', b.coverage?.end ?? ''];
  if (x !== y) return x < y ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
