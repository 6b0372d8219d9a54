/** What was on the overview at a visit: the reports' marks, and the headline numbers as they stood. */
export interface Visit {
  reports: Record<string, string>;
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

/** Compares what is with what was seen; lists follow the order of what is. */
export function compareVisits(seen: Visit, now: Visit): Changes {
  const before = new Map(Object.entries(seen.reports));
  const [added, edited]: [string[], string[]] = [[], []];
  let known = 0;
  // There are tens of thousands of reports: each is looked at once.
  for (const [id, mark] of Object.entries(now.reports)) {
    const old = before.get(id);
    if (old === undefined) added.push(id);
    else if (old !== mark) edited.push(id);
    if (old !== undefined) known++;
  }
  return {
    added,
    edited,
    removed: before.size - known,
    values: Object.entries(now.values).flatMap(([subject, value]) => {
      const before = seen.values[subject] ?? null;
      return before?.bucket === value.bucket && before.text === value.text ? [] : [{ subject, before, now: value }];
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

const isMark = (mark: unknown): mark is string => typeof mark === 'string';

/** Marks as they were kept; only where something else is among them they are copied. */
function marksOf(kept: Record<string, unknown>): Record<string, string> {
  const isSound = (all: Record<string, unknown>): all is Record<string, string> => Object.values(all).every(isMark);
  if (isSound(kept)) return kept;
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => isMark(entry[1])));
}

/** Reads a visit that was kept as JSON; null for anything that is none, as at a first visit. */
export function readVisit(text: string | null): Visit | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(kept)) return null;
    const { reports, values } = kept;
    if (!isRecord(reports) || !isRecord(values)) return null;
    const numbers = Object.entries(values).filter((entry): entry is [string, Visit['values'][string]] =>
      isValue(entry[1]),
    );
    return { reports: marksOf(reports), values: Object.fromEntries(numbers) };
  } catch {
    return null;
  }
}
