import { coverageStates } from '../query';
import { areWorthwhile, rowsOf, type Rows } from './acrossPlaces';
import { bitsIn } from './bits';
import { cellsBetween, coveredByBucket, leavesByBucket, type ByBucket, type Summands } from './byBucket';
import type { Where } from './eachCell';
import type { ByPlaceSources } from './flowByPlace';
import { tell, type PlaceRows } from './placeRows';
import { addCounted } from './sums';

const isValue = coverageStates.indexOf('value');
const isUnmentioned = coverageStates.indexOf('unmentioned');

/** By row the bucket, counted from 1, that it was last told of; kept, since thousands are cheaper to clear than to make. */
let toldIn = new Uint32Array(0);

/**
 * Adds up a flow by place, bucket by bucket. Output: whether it was done; nothing is where some places lie in others, or
 * where going through the places one by one is quicker.
 */
export function flowAcrossPlaces(
  { flows, reading, covered, leaves, numbers }: ByPlaceSources,
  into: PlaceRows,
): boolean {
  const { where } = reading;
  const rows = rowsOf(numbers, flows.order);
  const coveredBy = rows && coveredByBucket(covered);
  const leavesBy = rows && leaves && leavesByBucket(leaves);
  if (!rows || !coveredBy || (leaves && !leavesBy)) return false;
  if (!areWorthwhile(leavesBy ? [coveredBy, leavesBy] : [coveredBy], where, rows)) return false;
  if (toldIn.length < rows.count) toldIn = new Uint32Array(rows.count);
  toldIn.fill(0);
  for (let offset = 0; offset < where.count; offset++) {
    if (leavesBy) addBucket(leavesBy, where, offset, rows, into);
    coverBucket(coveredBy, where, offset, rows, into);
  }
  return true;
}

/** Adds the cells of a bucket, which lie place by place. */
function addBucket(
  by: ByBucket<Summands>,
  { from, categories }: Where,
  offset: number,
  { rowOf }: Rows,
  into: PlaceRows,
): void {
  const { sums } = into;
  const { cells, place } = by;
  const [start, end] = cellsBetween(by, from + offset, 1);
  let last = -1;
  let months = 0;
  for (let cell = start; cell < end; cell++) {
    const row = rowOf[place[cell] as number] as number;
    if (row < 0 || ((categories >> (cells.category[cell] as number)) & 1) === 0) continue;
    sums.told[row] = (sums.told[row] as number) + (cells.told[cell] as number);
    if (cells.counted[cell] === 0) continue;
    if (row !== last) {
      if (last >= 0) tellValue(into, last, offset, months);
      last = row;
      months = 0;
    }
    months |= cells.months[cell] as number;
    addCounted(sums, row, cells, cell);
  }
  if (last >= 0) tellValue(into, last, offset, months);
}

function tellValue(rows: PlaceRows, row: number, offset: number, months: number): void {
  tell(rows, row, offset, isValue, bitsIn(months));
  toldIn[row] = offset + 1;
}

/** Marks what reports cover in a bucket and nobody has told as 未提及. */
function coverBucket(
  by: ByBucket<Uint16Array>,
  { from }: Where,
  offset: number,
  { rowOf }: Rows,
  into: PlaceRows,
): void {
  const { cells, place } = by;
  const [start, end] = cellsBetween(by, from + offset, 1);
  for (let cell = start; cell < end; cell++) {
    const row = rowOf[place[cell] as number] as number;
    const found = cells[cell] as number;
    if (row < 0 || (found & 1) === 0 || toldIn[row] === offset + 1) continue;
    tell(into, row, offset, isUnmentioned, found >> 1);
  }
}
