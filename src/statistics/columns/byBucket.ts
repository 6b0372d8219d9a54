import { cellKinds, type CellKinds } from './cellKinds';
import { reordered, type Amounts, type Whole } from './column';
import type { Where } from './eachCell';
import type { Leaves } from './flowSheet';
import { onceAskedOften } from './onceAskedOften';

/** What is added up of places, in groups of one category and bucket each, those of a group in the order of their places. */
export interface LeavesByBucket extends CellKinds<'counted' | 'told' | 'unit' | 'qualifier' | 'months'> {
  /** Number of the first bucket that has cells, and how many follow. */
  least: number;
  width: number;
  /** By group (category × width + bucket from the first): where its cells begin; one more at the end. */
  first: Uint32Array;
  place: Whole;
  amount: Amounts;
}

/** Sorts cells by their groups, counting them. Output: also the cells that were there before, by where they come to lie. */
function sorted({
  first: starts,
  bucket,
  category,
}: Leaves): Omit<LeavesByBucket, 'amount' | 'kind' | 'kinds'> & { from: Uint32Array } {
  const count = bucket.length;
  let [least, most, kinds] = count === 0 ? [0, -1, 0] : [Infinity, -Infinity, 1];
  for (let cell = 0; cell < count; cell++) {
    const now = bucket[cell] as number;
    if (now < least) least = now;
    if (now > most) most = now;
    if ((category[cell] as number) >= kinds) kinds = (category[cell] as number) + 1;
  }
  const width = most - least + 1;
  const groupOf = (cell: number) => (category[cell] as number) * width + (bucket[cell] as number) - least;
  const first = new Uint32Array(kinds * width + 1);
  for (let cell = 0; cell < count; cell++) {
    const after = groupOf(cell) + 1;
    first[after] = (first[after] as number) + 1;
  }
  for (let at = 1; at < first.length; at++) first[at] = (first[at] as number) + (first[at - 1] as number);
  const next = first.slice();
  const from = new Uint32Array(count);
  const place = new (starts.length > 0x10000 ? Uint32Array : Uint16Array)(count);
  for (let of = 0; of + 1 < starts.length; of++) {
    for (let cell = starts[of] as number; cell < (starts[of + 1] as number); cell++) {
      const group = groupOf(cell);
      const at = next[group] as number;
      next[group] = at + 1;
      from[at] = cell;
      place[at] = of;
    }
  }
  return { least, width, first, place, from };
}

/** Cells of places by group; null where they have not been asked for often, and where numbers cannot hold them exactly. */
export const leavesByBucket = onceAskedOften((leaves: Leaves): LeavesByBucket | null => {
  const { counted, told, unit, qualifier, months } = leaves;
  const known = leaves.big ? null : cellKinds(leaves.bucket.length, { counted, told, unit, qualifier, months });
  if (!known) return null;
  const { from, ...by } = sorted(leaves);
  return { ...by, kinds: known.kinds, kind: reordered(known.kind, from), amount: reordered(leaves.amount, from) };
});

/** A run of groups that lie in a range of buckets, which is a run of cells too. */
export interface Run {
  category: number;
  /** The first of the groups, and its bucket, counted from the first of the range. */
  group: number;
  offset: number;
  groups: number;
}

/** The groups of the categories and buckets that are asked for, a run a category. */
export function runsOf({ least, width, first }: LeavesByBucket, { from, count, categories }: Where): Run[] {
  const offset = Math.max(0, least - from);
  const groups = Math.min(count, least + width - from) - offset;
  if (groups <= 0) return [];
  const runs: Run[] = [];
  for (let category = 0; (category + 1) * width < first.length; category++)
    if (((categories >> category) & 1) === 1)
      runs.push({ category, group: category * width + from + offset - least, offset, groups });
  return runs;
}

/** How many cells lie in some runs. */
export function cellsIn({ first }: LeavesByBucket, runs: readonly Run[]): number {
  return runs.reduce((sum, { group, groups }) => sum + (first[group + groups] as number) - (first[group] as number), 0);
}
