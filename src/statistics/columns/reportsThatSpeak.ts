import type { Period } from '../../model/period';
import type { AreaTree } from '../../model/area';
import type { FacetColumns } from './facetColumns';

/** What to look for: a subject's code, the places that hold what is said, and the group that a period falls in. */
export interface Wanted {
  subject: string;
  places: readonly string[];
  /** From 0; none for a period that is not asked for. */
  groupOf: (period: Period) => number | undefined;
  groups: number;
}

/** Ids of the reports that speak about a subject at some places, by group of periods: one pass over what facets count. */
export function reportsThatSpeak(lists: readonly FacetColumns[], tree: AreaTree, wanted: Wanted): Set<string>[] {
  const found = Array.from({ length: wanted.groups }, () => new Set<string>());
  for (const columns of lists) {
    const numbers = found.map(() => new Set<number>());
    const groups = columns.periods.map((period) => period && numbers[wanted.groupOf(period) ?? -1]);
    const isHere = columns.places.map((place) => wanted.places.some((outer) => tree.contains(outer, place)));
    const isSaid = columns.codes.map((codes) => codes.includes(wanted.subject));
    columns.period.forEach((period, row) => {
      const group = groups[period];
      if (!group || !isSaid[columns.code[row] ?? 0] || !isHere[columns.place[row] ?? 0]) return;
      group.add(columns.report[row] ?? 0);
    });
    numbers.forEach((group, i) => group.forEach((number) => found[i]?.add(columns.reports[number] ?? '')));
  }
  return found;
}
