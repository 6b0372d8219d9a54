import type { Category } from '../../model/categories';
import { cellStates, coverageStates, type Cells, type Coverage } from '../query';
import type { Resolved } from '../resolved';
import { bitsIn } from './bits';
import type { Where } from './eachCell';
import { firstFrom } from './firstFrom';
import { cellsFor, fill, type Filling } from './flowGrid';
import { flowReading, type Reading, type What } from './flowReading';
import type { Flows, OpenSheet } from './flows';
import { combineUnits } from './flowSheet';
import { emptyCoverage } from './grid';
import type { Covered } from './placeCoverage';
import { addUp, clearSums, emptySums, type Sums } from './sums';
import { combineIndexes } from './tally';

const isValue = coverageStates.indexOf('value');
const isUnmentioned = coverageStates.indexOf('unmentioned');
const unmentioned = cellStates.indexOf('unmentioned');

/** Cells of coverage while they are found, row by row. */
class Told {
  count = 0;
  /** By row: months of all its buckets. */
  readonly months: Float64Array;
  readonly #first: Uint32Array;
  #cells = new Uint16Array(3 * 4096);

  constructor(rows: number) {
    this.months = new Float64Array(rows);
    this.#first = new Uint32Array(rows + 1);
  }

  /** One cell more of a row; rows and buckets come in order. */
  add(row: number, bucket: number, state: number, months: number): void {
    const at = this.count++ * 3;
    if (at >= this.#cells.length) {
      const wider = new Uint16Array(this.#cells.length * 4);
      wider.set(this.#cells);
      this.#cells = wider;
    }
    this.#cells[at] = bucket;
    this.#cells[at + 1] = months;
    this.#cells[at + 2] = state;
    this.months[row] = (this.months[row] as number) + months;
  }

  endRow(row: number): void {
    this.#first[row + 1] = this.count;
  }

  finish(width: number): Coverage {
    const made = emptyCoverage(this.months.length, width, this.count);
    made.first.set(this.#first);
    const cells = this.#cells;
    for (let cell = 0, at = 0; cell < this.count; cell++, at += 3) {
      made.bucket[cell] = cells[at] as number;
      made.months[cell] = cells[at + 1] as number;
      made.state[cell] = cells[at + 2] as number;
    }
    return made;
  }
}

/** A figure by place while it is made. */
interface Making {
  told: Told;
  filling: Omit<Filling, 'open'>;
  covered: Covered;
  where: Where;
  /** One cell: the row that is being summed. */
  total: Sums;
}

/** A flow by place: over all buckets together, and for each bucket what is known of it. */
export function flowByPlace(
  resolved: Resolved,
  flows: Flows,
  what: What,
  buckets: readonly string[],
  shown: { places: readonly string[]; categories: readonly Category[] },
): { totals: Cells; coverage: Coverage } {
  const filling = cellsFor(resolved, flows, what, shown.places.length, 1);
  const reading = flowReading(flows, what, buckets, { places: [], categories: shown.categories });
  const isBig = reading.open?.sheet.big != null;
  const making: Making = {
    ...{ told: new Told(shown.places.length), filling, covered: flows.covered(what.granularity) },
    where: reading.where,
    total: emptySums(1, 1, isBig),
  };
  const addInner = innerAdder(flows, reading, making);
  flows.numbersOf(shown.places).forEach((place, row) => {
    if (place >= 0) {
      if (flows.order.end[place] === place + 1) addLeaf(reading.open, place, row, making);
      else addInner(place, row);
    }
    making.told.endRow(row);
  });
  filling.grid.months.set(making.told.months);
  return { totals: filling.grid, coverage: making.told.finish(buckets.length) };
}

/** Where reports cover a place in the figure's buckets, one after another. */
class Covering {
  #at: number;
  readonly #end: number;
  readonly #making: Making;
  readonly #row: number;

  constructor(making: Making, place: number, row: number) {
    const { first, bucket } = making.covered;
    this.#end = first[place + 1] as number;
    this.#at = firstFrom(bucket, first[place] as number, this.#end, making.where.from);
    [this.#making, this.#row] = [making, row];
  }

  /** Marks what lies before a bucket as 未提及, and passes over the bucket itself, which has a value. */
  until(offset: number): void {
    const { covered, where, told, filling } = this.#making;
    for (; this.#at < this.#end; this.#at++) {
      const now = (covered.bucket[this.#at] as number) - where.from;
      if (now > offset || now >= where.count) return;
      const found = covered.months[this.#at] as number;
      if (now === offset || (found & 1) === 0) continue;
      told.add(this.#row, now, isUnmentioned, found >> 1);
      filling.grid.state[this.#row] = unmentioned;
    }
  }
}

/** Adds the cells of a place without children, where one federation speaks in each bucket. */
function addLeaf(open: OpenSheet | null, place: number, row: number, making: Making): void {
  const covering = new Covering(making, place, row);
  const { told, total, where } = making;
  const { from, count } = where;
  if (open) {
    const { sheet } = open;
    const end = sheet.first[place + 1] as number;
    let [last, months] = [-1, 0];
    clearSums(total);
    for (let cell = firstFrom(sheet.bucket, sheet.first[place] as number, end, from); cell < end; cell++) {
      const offset = (sheet.bucket[cell] as number) - from;
      if (offset >= count) break;
      if (((where.categories >> (sheet.category[cell] as number)) & 1) === 0) continue;
      total.told[0] = (total.told[0] as number) + (sheet.told[cell] as number);
      const counted = sheet.counted[cell] as number;
      if (counted === 0) continue;
      if (offset !== last) {
        if (last >= 0) told.add(row, last, isValue, bitsIn(months));
        covering.until(offset);
        [last, months] = [offset, 0];
      }
      months |= sheet.months[cell] as number;
      total.counted[0] = (total.counted[0] as number) + counted;
      total.amount[0] = (total.amount[0] as number) + (sheet.amount[cell] as number);
      if (total.big && sheet.big) total.big[0] = (total.big[0] ?? 0n) + (sheet.big[cell] ?? 0n);
      total.unit[0] = combineUnits(total.unit[0] as number, sheet.unit[cell] as number);
      total.qualifier[0] = combineIndexes(total.qualifier[0] as number, sheet.qualifier[cell] as number);
    }
    if (last >= 0) told.add(row, last, isValue, bitsIn(months));
  }
  covering.until(count);
  if (open) fill({ ...making.filling, open }, row, total, 0);
}

/** Adds the buckets of places that may be the sum of others. */
function innerAdder(flows: Flows, { open, spans }: Reading, making: Making): (place: number, row: number) => void {
  const { told, total, where } = making;
  const sums = emptySums(spans.length, 1, total.big !== null);
  return (place, row) => {
    const covering = new Covering(making, place, row);
    if (open) {
      clearSums(total);
      clearSums(sums);
      addUp(flows, open, { ...where, places: [place] }, spans, sums);
      for (let b = 0; b < sums.width; b++) {
        total.told[0] = (total.told[0] as number) + (sums.told[b] as number);
        if (sums.counted[b] === 0) continue;
        covering.until(b);
        told.add(row, b, isValue, sums.months[b] as number);
        addBucket(total, sums, b);
      }
    }
    covering.until(where.count);
    if (open) fill({ ...making.filling, open }, row, total, 0);
  };
}

function addBucket(total: Sums, sums: Sums, b: number): void {
  total.counted[0] = (total.counted[0] as number) + (sums.counted[b] as number);
  total.amount[0] = (total.amount[0] as number) + (sums.amount[b] as number);
  if (total.big && sums.big) total.big[0] = (total.big[0] ?? 0n) + (sums.big[b] ?? 0n);
  total.unit[0] = combineUnits(total.unit[0] as number, sums.unit[b] as number);
  total.qualifier[0] = combineIndexes(total.qualifier[0] as number, sums.qualifier[b] as number);
}
