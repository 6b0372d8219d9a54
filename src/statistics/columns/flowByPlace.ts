import type { Scope } from '../cell';
import { cellStates, coverageStates, type Coverage, type Grid } from '../query';
import type { Resolved, Span } from '../resolved';
import { bitsIn } from './bits';
import { firstFrom, type Where } from './eachCell';
import { fill, gridFor, type What } from './flowGrid';
import { flowReading } from './flowReading';
import type { Flows, OpenSheet } from './flows';
import { combineUnits, nothing } from './flowSheet';
import { addUp, clearSums, emptySums, type Sums } from './sums';
import { combineIndexes } from './tally';

const isValue = coverageStates.indexOf('value');
const isUnmentioned = coverageStates.indexOf('unmentioned');

/** A figure by place while it is made. */
interface Making {
  coverage: Coverage;
  /** By row: months of all its buckets. */
  months: Float64Array;
  /** One cell: the row that is being summed. */
  total: Sums;
}

/** A flow by place: over all buckets together, and for each bucket what is known of it. */
export function flowByPlace(
  resolved: Resolved,
  flows: Flows,
  what: What,
  buckets: readonly string[],
  scopes: readonly { key: string; scope: Scope }[],
): { totals: Grid; coverage: Coverage } {
  const keys = scopes.map(({ key }) => key);
  const { grid, base, isSameUnit } = gridFor(resolved, flows, what, keys, 1);
  const categories = scopes[0]?.scope.categories ?? [];
  const { open, spans, where } = flowReading(flows, what, buckets, { places: [], categories });
  const places = scopes.map(({ scope }) => flows.order.numberOf.get(scope.places[0] ?? '') ?? -1);
  const isBig = open?.sheet.big != null;
  const making: Making = {
    coverage: emptyCoverage(keys, buckets.length),
    months: new Float64Array(keys.length),
    total: emptySums(1, 1, isBig),
  };
  markCovered(flows, spans, places, making, grid);
  if (open) {
    const sums = emptySums(spans.length, 1, isBig);
    places.forEach((place, row) => {
      if (place < 0) return;
      clearSums(making.total);
      if (flows.order.end[place] === place + 1) addLeaf(open, { ...where, places: [place] }, row, making);
      else {
        clearSums(sums);
        addUp(flows, open, { ...where, places: [place] }, spans, sums);
        addSums(sums, row, making);
      }
      fill({ grid, open, isSameUnit, base }, row, making.total, 0);
    });
  }
  grid.months.set(making.months);
  return { totals: grid, coverage: making.coverage };
}

function emptyCoverage(rows: string[], width: number): Coverage {
  const size = rows.length * width;
  return { rows, width, state: new Uint8Array(size), months: new Uint8Array(size) };
}

/** Where a report covers a cell: 未提及 until a number is found; the total too. */
function markCovered(
  flows: Flows,
  spans: readonly Span[],
  places: readonly number[],
  { coverage, months }: Making,
  grid: Grid,
): void {
  const rowOf = new Int32Array(flows.order.codes.length).fill(-1);
  places.forEach((place, row) => (rowOf[place] = row));
  const unmentioned = cellStates.indexOf('unmentioned');
  spans.forEach((span, b) => {
    const { coveredPlaces, months: covered } = flows.coverage(span);
    for (const place of coveredPlaces) {
      const row = rowOf[place] as number;
      if (row < 0) continue;
      const to = row * coverage.width + b;
      coverage.state[to] = isUnmentioned;
      coverage.months[to] = covered[place] as number;
      months[row] = (months[row] as number) + (covered[place] as number);
      grid.state[row] = unmentioned;
    }
  });
}

/** Marks a bucket of a row as having a value. */
function markValue({ coverage, months }: Making, row: number, bucket: number, covered: number): void {
  const to = row * coverage.width + bucket;
  months[row] = (months[row] as number) + covered - (coverage.months[to] as number);
  coverage.state[to] = isValue;
  coverage.months[to] = covered;
}

/** Adds the cells of a place without children, where one federation speaks in each bucket. */
function addLeaf({ sheet }: OpenSheet, { places, categories, from, count }: Where, row: number, making: Making): void {
  const place = places[0] as number;
  const end = sheet.end[place] ?? 0;
  const big: bigint[] = [];
  let [bucket, months, told, counted, amount, unit, qualifier] = [-1, 0, 0, 0, 0, nothing as number, -1];
  for (let cell = firstFrom(sheet.bucket, sheet.first[place] ?? 0, end, from); cell < end; cell++) {
    const offset = (sheet.bucket[cell] as number) - from;
    if (offset >= count) break;
    if (((categories >> (sheet.category[cell] as number)) & 1) === 0) continue;
    told += sheet.told[cell] as number;
    const counting = sheet.counted[cell] as number;
    if (counting === 0) continue;
    counted += counting;
    amount += sheet.amount[cell] as number;
    if (sheet.big) big.push(sheet.big[cell] ?? 0n);
    unit = combineUnits(unit, sheet.unit[cell] as number);
    qualifier = combineIndexes(qualifier, sheet.qualifier[cell] as number);
    months = offset === bucket ? months | (sheet.months[cell] as number) : (sheet.months[cell] as number);
    bucket = offset;
    markValue(making, row, offset, bitsIn(months));
  }
  const { total } = making;
  [total.told[0], total.counted[0], total.amount[0]] = [told, counted, amount];
  [total.unit[0], total.qualifier[0]] = [unit, qualifier];
  if (total.big) total.big[0] = big.reduce((sum, one) => sum + one, 0n);
}

/** Adds the buckets of a place that may be the sum of others. */
function addSums(sums: Sums, row: number, making: Making): void {
  const { total } = making;
  for (let b = 0; b < sums.width; b++) {
    total.told[0] = (total.told[0] as number) + (sums.told[b] as number);
    const counted = sums.counted[b] as number;
    if (counted === 0) continue;
    total.counted[0] = (total.counted[0] as number) + counted;
    total.amount[0] = (total.amount[0] as number) + (sums.amount[b] as number);
    if (total.big && sums.big) total.big[0] = (total.big[0] ?? 0n) + (sums.big[b] ?? 0n);
    total.unit[0] = combineUnits(total.unit[0] as number, sums.unit[b] as number);
    total.qualifier[0] = combineIndexes(total.qualifier[0] as number, sums.qualifier[b] as number);
    markValue(making, row, b, sums.months[b] as number);
  }
}
