import type { Tile } from '../query';
import type { Telling } from './narrate';

/** Names by a reason, reasons in the order in which they first turn up. */
function grouped<R extends string>(items: readonly (readonly [reason: R | null, name: string])[]): Map<R, string[]> {
  const groups = new Map<R, string[]>();
  for (const [reason, name] of items) {
    if (reason !== null) groups.set(reason, [...(groups.get(reason) ?? []), name]);
  }
  return groups;
}

/** What the paragraph cannot say, and why: comparisons without a base, numbers not reported, not mentioned, not addable. */
export function gapPhrases(tiles: readonly Tile[], { phrases, names }: Telling): string[] {
  const named = tiles.map((tile) => ({ tile, name: names.subject(tile.subject.code) }));
  const valued = named.filter(({ tile }) => tile.cell?.value != null);
  const comparisons = grouped(valued.map(({ tile, name }) => [tile.yearOnYear?.reason ?? null, name] as const));
  const unformed = grouped(named.map(({ tile, name }) => [tile.cell?.reason ?? null, name] as const));
  const silent = named.filter(({ tile }) => tile.bucket === null);
  const isMentionable = ({ tile }: { tile: Tile }) => tile.sparkline.some(({ state }) => state === 'unmentioned');
  const unmentioned = silent.filter(isMentionable).map(({ name }) => name);
  const unreported = silent.filter((one) => !isMentionable(one)).map(({ name }) => name);
  return [
    ...[...comparisons].map(([reason, list]) => phrases.noComparison(phrases.names(list), reason)),
    ...[...unformed].map(([reason, list]) => phrases.undefinedValue(phrases.names(list), reason)),
    ...(unmentioned.length > 0 ? [phrases.unmentioned(phrases.names(unmentioned))] : []),
    ...(unreported.length > 0 ? [phrases.unreported(phrases.names(unreported))] : []),
  ];
}
