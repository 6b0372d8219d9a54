import { readDigestLine } from '../../statistics/reportDigest';

/** What was on the overview at a visit: the reports' marks, and the headline numbers as they stood. */
export interface Visit {
  /** The lines of `digest`. */
  reports: string;
  /** By subject: the period and the number as printed. */
  values: Record<string, { bucket: string; text: string }>;
}

/** What is new since a visit. */
export interface Changes {
  added: string[];
  edited: string[];
  removed: number;
  values: { subject: string; before: Visit['values'][string] | null; now: Visit['values'][string] }[];
}

/** Lines in which two texts differ: those between what they begin and what they end with alike, mostly few of thousands. */
function differingLines(a: string, b: string): [string[], string[]] {
  const shorter = Math.min(a.length, b.length);
  let alike = 0;
  while (alike < shorter && a.charCodeAt(alike) === b.charCodeAt(alike)) alike++;
  const start = a.lastIndexOf('\n', alike - 1) + 1;
  let tail = 0;
  while (tail < shorter - start && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  const end = a.indexOf('\n', a.length - tail) + 1;
  const rest = end === 0 ? 0 : a.length - end;
  const linesOf = (text: string) => text.slice(start, text.length - rest).split('\n');
  return [linesOf(a), linesOf(b)];
}

/** Marks of reports by their ids. */
const marksOf = (lines: readonly string[]) => new Map(lines.map(readDigestLine).filter((entry) => entry !== null));

/** Compares what is with what was seen; lists follow the order of what is. */
export function compareVisits(seen: Visit, now: Visit): Changes {
  const [old, recent] = differingLines(seen.reports, now.reports);
  const [before, after] = [marksOf(old), marksOf(recent)];
  const both = [...after].filter(([id]) => before.has(id));
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    edited: both.filter(([id, mark]) => before.get(id) !== mark).map(([id]) => id),
    removed: before.size - both.length,
    values: Object.entries(now.values).flatMap(([subject, value]) => {
      const known = seen.values[subject] ?? null;
      return known?.bucket === value.bucket && known.text === value.text
        ? []
        : [{ subject, before: known, now: value }];
    }),
  };
}

/** Whether there is anything to tell. */
export function hasChanges({ added, edited, removed, values }: Changes): boolean {
  return added.length + edited.length + removed + values.length > 0;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isValue = (value: unknown): value is Visit['values'][string] =>
  isRecord(value) && typeof value['bucket'] === 'string' && typeof value['text'] === 'string';

/** A visit as text to be kept: its numbers on the first line, then the reports. */
export const keptVisit = ({ reports, values }: Visit): string => `${JSON.stringify(values)}\n${reports}`;

/** Reads a visit that was kept; null for anything that is none, as at a first visit. */
export function readVisit(kept: string | null): Visit | null {
  const end = kept?.indexOf('\n') ?? -1;
  if (kept === null || end < 0) return null;
  try {
    const values: unknown = JSON.parse(kept.slice(0, end));
    if (!isRecord(values)) return null;
    const numbers = Object.entries(values).filter((entry): entry is [string, Visit['values'][string]] =>
      isValue(entry[1]),
    );
    return { reports: kept.slice(end + 1), values: Object.fromEntries(numbers) };
  } catch {
    return null;
  }
}
