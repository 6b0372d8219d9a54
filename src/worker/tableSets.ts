import type { TableViewer } from '../statistics/table/tableView';

/** Sets of rows that pages may still ask about, the newest last. */
export interface TableSets {
  add: (viewer: TableViewer) => number;
  get: (set: number) => TableViewer | undefined;
}

const rememberedSets = 3;

/** Starts remembering sets; a number is never used again. */
export function tableSets(): TableSets {
  const sets = new Map<number, TableViewer>();
  let last = 0;
  return {
    add: (viewer) => {
      sets.set(++last, viewer);
      for (const old of sets.keys()) if (sets.size > rememberedSets) sets.delete(old);
      return last;
    },
    get: (set) => sets.get(set),
  };
}
