import type { TableViewer } from '../statistics/table/tableView';

/** Sets of rows that pages may still ask about, the newest last. */
export interface TableSets {
  add: (viewer: TableViewer) => number;
  get: (set: number) => TableViewer | undefined;
  /** Whether there has been one. */
  isUsed: () => boolean;
}

const rememberedSets = 3;
// A page may ask about a set after the data was opened anew: no other must have its number.
let last = 0;

/** Starts remembering sets; a number is never used again. */
export function tableSets(): TableSets {
  const sets = new Map<number, TableViewer>();
  let isUsed = false;
  return {
    add: (viewer) => {
      isUsed = true;
      sets.set(++last, viewer);
      for (const old of sets.keys()) if (sets.size > rememberedSets) sets.delete(old);
      return last;
    },
    get: (set) => sets.get(set),
    isUsed: () => isUsed,
  };
}
