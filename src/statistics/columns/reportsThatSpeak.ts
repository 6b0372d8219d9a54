import type { AreaTree } from '../../model/area';
import type { Category } from '../../model/categories';
import { categoryCodes } from '../../model/categories';
import type { Period } from '../../model/period';
import type { Subject } from '../query';
import type { FacetColumns } from './facetColumns';

/** What to look for: actual flows of a subject at some places, in groups of periods. */
export interface Wanted {
  subject: Subject;
  places: readonly string[];
  /** What is counted; empty is all. */
  categories: readonly Category[];
  isReplaced: (reportId: string) => boolean;
  /** From 0; -1 for a period that is not asked for. */
  groupOf: (period: Period) => number;
  groups: number;
}

/** The reports that speak, whatever the category and whether replaced or not, and how many numbers of the others count. */
export interface Speaking {
  reports: Set<string>;
  count: number;
}

/** Finds the reports that speak about something, by group of periods: one pass over what facets count. */
export function reportsThatSpeak(columns: FacetColumns, tree: AreaTree, wanted: Wanted): Speaking[] {
  const { subject, places, categories } = wanted;
  const groupOf = Int32Array.from(columns.periods, (period) => (period ? wanted.groupOf(period) : -1));
  const isHere = Uint8Array.from(columns.places, (at) => (places.some((outer) => tree.contains(outer, at)) ? 1 : 0));
  // Indicators may stand beside a measure that is not theirs: the measure comes first.
  const isSaid = Uint8Array.from(columns.codes, (codes, number) =>
    columns.statuses[number] === 'actual' && codes[0] === subject.measure && codes.includes(subject.code) ? 1 : 0,
  );
  const counts = Uint8Array.from(categoryCodes, (code) =>
    categories.length === 0 || categories.includes(code) ? 1 : 0,
  );
  const isReplaced = Uint8Array.from(columns.reports, (id) => (wanted.isReplaced(id) ? 1 : 0));
  const found = Array.from({ length: wanted.groups }, () => ({ numbers: new Set<number>(), count: 0 }));
  for (let row = 0; row < columns.period.length; row++) {
    if (isSaid[columns.code[row] as number] === 0 || isHere[columns.place[row] as number] === 0) continue;
    const group = found[groupOf[columns.period[row] as number] as number];
    if (!group) continue;
    const report = columns.report[row] as number;
    group.numbers.add(report);
    if (isReplaced[report] === 0 && counts[columns.category[row] as number] === 1) group.count++;
  }
  return found.map(({ numbers, count }) => ({
    reports: new Set(Array.from(numbers, (number) => columns.reports[number] ?? '')),
    count,
  }));
}
