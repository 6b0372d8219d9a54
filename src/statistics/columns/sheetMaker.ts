import type { Granularity } from '../../model/period';
import { amounts, filled, signeds, wholes } from './column';
import { digitsOf, isSafe, shifted } from './exactAmount';
import type { Fact } from './facts';
import { combineUnits, nothing, type FlowSheet } from './flowSheet';
import { combineIndexes } from './tally';

interface Named {
  subject: string;
  granularity: Granularity | null;
  spans: string[];
}

/** Buckets by category: sorts as the cells of a place do. */
const categoryBase = 16;

/**
 * Cells that are being made, column by column, since there are hundreds of thousands; reports beside the first apart. A
 * place and bucket that are come back to get new cells, which are put together in the end: looking each up would cost more.
 */
const drafts = (room: number) => ({
  count: 0,
  columns: {
    place: new Int32Array(room),
    /** Bucket and category. */
    key: new Int32Array(room),
    told: new Int32Array(room),
    counted: new Int32Array(room),
    /** Sums of what is whole, and of all absolute values. */
    whole: new Float64Array(room),
    size: new Float64Array(room),
    unit: new Int32Array(room),
    qualifier: new Int8Array(room),
    speaker: new Int32Array(room),
    months: new Uint16Array(room),
    /** Number of the first report, -1 without, and of the last that was added. */
    report: new Int32Array(room),
    lastReport: new Int32Array(room),
  },
  moreReports: new Map<number, number[]>(),
  /** Values that are not whole, one by one. */
  broken: new Map<number, number[]>(),
});
type Drafts = ReturnType<typeof drafts>;
type Column = Drafts['columns'][keyof Drafts['columns']];

/** Gathers the cells of a sheet in any order, about so many, and packs them. */
export function sheetMaker(expected = 0) {
  const made = drafts(Math.max(expected, 8));
  /** Cells of the place and bucket that are at work, by category, and when they were: earlier ones are of another. */
  const recent = new Int32Array(categoryBase);
  const since = new Uint32Array(categoryBase);
  let [at, within, now] = [-1, 0, 0];
  const cellAt = (place: number, bucket: number, category: number): number => {
    if (place !== at || bucket !== within) [at, within, now] = [place, bucket, now + 1];
    if (since[category] === now) return recent[category] as number;
    since[category] = now;
    return (recent[category] = open(made, place, bucket * categoryBase + category));
  };
  return {
    /** One observation more (or fewer) is told about its place. */
    tell: (bucket: number, { place, category }: Fact, by: 1 | -1) => {
      const cell = cellAt(place, bucket, category);
      const { told } = made.columns;
      told[cell] = (told[cell] as number) + by;
    },
    /** An observation counts at a place; `speaker` is the number of its report's place, `months` those it covers. */
    count: (place: number, bucket: number, fact: Fact, speaker: number, months: number) => {
      const { value, unit, qualifier, category } = fact;
      const cell = cellAt(place, bucket, category);
      const { columns } = made;
      columns.counted[cell] = (columns.counted[cell] as number) + 1;
      columns.size[cell] = (columns.size[cell] as number) + Math.abs(value);
      if (Number.isSafeInteger(value)) columns.whole[cell] = (columns.whole[cell] as number) + value;
      else addTo(made.broken, cell, value);
      columns.unit[cell] = combineUnits(columns.unit[cell] as number, unit);
      columns.qualifier[cell] = combineIndexes(columns.qualifier[cell] as number, qualifier);
      columns.speaker[cell] = speaker;
      columns.months[cell] = (columns.months[cell] as number) | months;
      addReport(made, cell, fact.report);
    },
    /** Packs the cells of so many places. */
    pack: (named: Named, places: number): FlowSheet => {
      const cells = sorted(made, places);
      return pack(named, made, cells, startsOfAll(made, cells, places));
    },
    /** Packs cells that are of some places alone: `first` is by place in that rising list. */
    packAt: (named: Named, places: Uint32Array): FlowSheet => {
      const cells = sorted(made, Infinity);
      return pack(named, made, cells, startsOfSome(made, cells, places));
    },
  };
}

/** Makes an empty cell. */
function open(made: Drafts, place: number, key: number): number {
  if (made.count === made.columns.place.length) grow(made);
  const { columns } = made;
  const cell = made.count++;
  columns.place[cell] = place;
  columns.key[cell] = key;
  columns.unit[cell] = nothing;
  columns.qualifier[cell] = columns.speaker[cell] = columns.report[cell] = columns.lastReport[cell] = -1;
  return cell;
}

function grow(made: Drafts): void {
  const old = made.columns;
  made.columns = drafts(made.count * 2).columns;
  for (const name of Object.keys(old) as (keyof typeof old)[]) made.columns[name].set(old[name]);
}

/** Reports come one after the other, so that most repetitions are of the last. */
function addReport(made: Drafts, cell: number, report: number): void {
  const { columns } = made;
  if (columns.lastReport[cell] === report) return;
  columns.lastReport[cell] = report;
  if (columns.report[cell] === -1) columns.report[cell] = report;
  else if (columns.report[cell] !== report && !made.moreReports.get(cell)?.includes(report))
    addTo(made.moreReports, cell, report);
}

function addTo(lists: Map<number, number[]>, cell: number, value: number): void {
  const list = lists.get(cell);
  if (list) list.push(value);
  else lists.set(cell, [value]);
}

/** Puts what a later cell of the same place, bucket and category holds into an earlier one. */
function merge(made: Drafts, to: number, from: number): void {
  const { columns } = made;
  const of = (column: Column, cell: number) => column[cell] as number;
  for (const column of [columns.told, columns.counted, columns.whole, columns.size])
    column[to] = of(column, to) + of(column, from);
  for (const value of made.broken.get(from) ?? []) addTo(made.broken, to, value);
  columns.unit[to] = combineUnits(of(columns.unit, to), of(columns.unit, from));
  columns.qualifier[to] = combineIndexes(of(columns.qualifier, to), of(columns.qualifier, from));
  if (of(columns.speaker, from) !== -1) columns.speaker[to] = of(columns.speaker, from);
  columns.months[to] = of(columns.months, to) | of(columns.months, from);
  for (const report of [of(columns.report, from), ...(made.moreReports.get(from) ?? [])])
    if (report !== -1) addReport(made, to, report);
}

/** Numbers of cells by place, then by bucket and category, then in the order in which they were made. */
function inOrder({ count, columns: { place, key } }: Drafts, places: number): Uint32Array<ArrayBuffer> {
  const compare = (a: number, b: number) => (key[a] as number) - (key[b] as number) || a - b;
  const cells = new Uint32Array(count);
  if (count < places) {
    for (let cell = 0; cell < count; cell++) cells[cell] = cell;
    return cells.sort((a, b) => (place[a] as number) - (place[b] as number) || compare(a, b));
  }
  const next = new Uint32Array(places + 1);
  for (let cell = 0; cell < count; cell++) {
    const after = (place[cell] as number) + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let one = 0; one < places; one++) next[one + 1] = (next[one + 1] as number) + (next[one] as number);
  for (let cell = 0; cell < count; cell++) {
    const one = place[cell] as number;
    cells[next[one] as number] = cell;
    next[one] = (next[one] as number) + 1;
  }
  for (let one = 0, from = 0; one < places; one++) {
    const mine = cells.subarray(from, (from = next[one] as number));
    if (!isSorted(mine, key)) mine.sort(compare);
  }
  return cells;
}

function isSorted(cells: Uint32Array, key: Int32Array): boolean {
  for (let at = 1; at < cells.length; at++)
    if ((key[cells[at - 1] as number] as number) > (key[cells[at] as number] as number)) return false;
  return true;
}

/** Cells in their order, those of the same place, bucket and category put together. */
function sorted(made: Drafts, places: number): Uint32Array<ArrayBuffer> {
  const { place, key } = made.columns;
  const cells = inOrder(made, places);
  let to = 0;
  for (const cell of cells) {
    const last = cells[to - 1] as number;
    if (to > 0 && key[last] === key[cell] && place[last] === place[cell]) merge(made, last, cell);
    else cells[to++] = cell;
  }
  return cells.slice(0, to);
}

/** Where the cells of each place begin; one more at the end. */
function startsOfAll({ columns: { place } }: Drafts, cells: Uint32Array, places: number): FlowSheet['first'] {
  const first = new Uint32Array(places + 1);
  let at = -1;
  for (let i = 0; i < cells.length; i++) {
    const here = place[cells[i] as number] as number;
    if (here !== at) first.fill(i, at + 1, here + 1);
    at = here;
  }
  return first.fill(cells.length, at + 1);
}

/** The same of some places, of which all cells are. */
function startsOfSome({ columns: { place } }: Drafts, cells: Uint32Array, places: Uint32Array): FlowSheet['first'] {
  const first = new Uint32Array(places.length + 1);
  let at = 0;
  places.forEach((here, i) => {
    while (at < cells.length && place[cells[at] as number] === here) at++;
    first[i + 1] = at;
  });
  return first;
}

function pack(named: Named, made: Drafts, cells: Uint32Array, first: FlowSheet['first']): FlowSheet {
  const { columns, broken } = made;
  let [shift, size] = [0, 0];
  for (let at = 0; at < cells.length; at++) size += columns.size[cells[at] as number] as number;
  for (const values of broken.values()) for (const value of values) shift = Math.max(shift, digitsOf(value));
  const isBig = !isSafe(size * 10 ** shift, shift);
  const power = 10 ** shift;
  const amountOf = (cell: number) => {
    const whole = (columns.whole[cell] as number) * power;
    return broken.get(cell)?.reduce((sum, value) => sum + Number(shifted(value, shift)), whole) ?? whole;
  };
  const bigOf = (cell: number) => {
    const whole = shifted(columns.whole[cell] as number, shift);
    return broken.get(cell)?.reduce((sum, value) => sum + shifted(value, shift), whole) ?? whole;
  };
  const column = (values: Int32Array) => (at: number) => values[cells[at] as number] as number;
  const count = cells.length;
  return {
    ...named,
    shift,
    big: isBig ? Array.from(cells, bigOf) : null,
    first,
    bucket: wholes(count, (at) => Math.floor((columns.key[cells[at] as number] as number) / categoryBase)),
    category: filled(new Uint8Array(count), (at) => (columns.key[cells[at] as number] as number) % categoryBase),
    amount: isBig ? new Int32Array(count) : amounts(count, (at) => amountOf(cells[at] as number)),
    counted: wholes(count, column(columns.counted)),
    told: signeds(count, column(columns.told)),
    unit: signeds(count, column(columns.unit)),
    qualifier: filled(new Int8Array(count), (at) => columns.qualifier[cells[at] as number] as number),
    speaker: signeds(count, column(columns.speaker)),
    months: filled(new Uint16Array(count), (at) => columns.months[cells[at] as number] as number),
    ...reportsOf(made, cells),
  };
}

/** Numbers of the reports that count, cell by cell. */
function reportsOf(made: Drafts, cells: Uint32Array): Pick<FlowSheet, 'firstReport' | 'report'> {
  const firstReport = new Uint32Array(cells.length + 1);
  const reports: number[] = [];
  cells.forEach((cell, at) => {
    const report = made.columns.report[cell] as number;
    if (report !== -1) reports.push(report, ...(made.moreReports.get(cell) ?? []));
    firstReport[at + 1] = reports.length;
  });
  return { firstReport, report: wholes(reports.length, (at) => reports[at] as number) };
}
