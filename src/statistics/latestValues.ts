import type { Left } from './decide';
import { factKey } from './onceEach';
import type { Entry, Resolved } from './resolved';
import { wholeAmong } from './wholes';

/**
 * Rule 5: of each stock or rate (what recurs, and the place it speaks about) the latest stands; older ones are left out,
 * and so is a part beside its whole (rule 4).
 * The date is the period's end; of the same date the later report, then the later place in the text. What the latest
 * report names apart by label at that date stands side by side: studios of the province and of the city, of one indicator.
 */
export function latestValues(
  resolved: Pick<Resolved, 'byId'>,
  candidates: readonly Entry[],
): { counted: Entry[]; left: Left[] } {
  const all = new Set(candidates);
  const keyOf = ({ series, place }: Entry) => `${series}\n${place}`;
  const labelled = (entry: Entry) => `${keyOf(entry)}\n${entry.observation.label.trim()}`;
  const latest = latestBy(candidates, keyOf);
  const stands = (entry: Entry) => {
    const last = latest.get(keyOf(entry)) ?? entry;
    return entry.report === last.report && entry.period?.end === last.period?.end;
  };
  const standing = latestBy(candidates.filter(stands), labelled);
  const counted: Entry[] = [];
  const left: Left[] = [];
  for (const entry of candidates) {
    const last = standing.get(labelled(entry)) ?? latest.get(keyOf(entry)) ?? entry;
    const whole = wholeAmong(resolved, entry, all);
    if (last !== entry) {
      const again = last.report === entry.report && factKey(last) === factKey(entry);
      left.push({ entry, reason: again ? 'repeated' : 'older-value', by: last.observation.id });
    } else if (whole) left.push({ entry, reason: 'part', by: whole.observation.id });
    else counted.push(entry);
  }
  return { counted, left };
}

function latestBy(entries: readonly Entry[], keyOf: (entry: Entry) => string): Map<string, Entry> {
  const latest = new Map<string, Entry>();
  for (const entry of entries) {
    const known = latest.get(keyOf(entry));
    if (!known || isLater(entry, known)) latest.set(keyOf(entry), entry);
  }
  return latest;
}

function isLater(a: Entry, b: Entry): boolean {
  const [x, y] = [a.period?.end ?? '', b.period?.end ?? ''];
  return x === y ? a.index > b.index : x > y;
}
