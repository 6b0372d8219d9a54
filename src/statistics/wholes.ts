import type { Entry, Resolved } from './resolved';

/**
 * Rule 4: the nearest whole of a part among some entries, or null.
 * The chain of `partOf` is followed past wholes that are not among them (another subject, bucket or place, rejected,
 * superseded). An entry that is, through others, a part of itself has no whole.
 */
export function wholeAmong(resolved: Pick<Resolved, 'byId'>, entry: Entry, among: ReadonlySet<Entry>): Entry | null {
  const first = parentOf(resolved, entry);
  if (!first) return null;
  // Nearly always a part of something that is no part itself.
  if (first !== entry && first.observation.partOf === null) return among.has(first) ? first : null;
  const seen = new Set<Entry>([entry]);
  let nearest: Entry | null = null;
  for (let at = parentOf(resolved, entry); at; at = parentOf(resolved, at)) {
    if (at === entry) return null;
    if (seen.has(at)) return nearest;
    seen.add(at);
    if (nearest === null && among.has(at)) nearest = at;
  }
  return nearest;
}

function parentOf(resolved: Pick<Resolved, 'byId'>, { observation }: Entry): Entry | undefined {
  return observation.partOf === null ? undefined : resolved.byId.get(observation.partOf);
}
