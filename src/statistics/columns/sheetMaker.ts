import type { Granularity } from '../../model/period';
import { amounts, signeds, wholes } from './column';
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
const drafts = () => ({
  place: [] as number[],
  /** Bucket and category. */
  key: [] as number[],
  told: [] as number[],
  counted: [] as number[],
  /** Sums of what is whole, and of all absolute values. */
  whole: [] as number[],
  size: [] as number[],
  unit: [] as number[],
  qualifier: [] as number[],
  speaker: [] as number[],
  months: [] as number[],
  /** Number of the first report, -1 without, and of the last that was added. */
  report: [] as number[],
  lastReport: [] as number[],
  moreReports: new Map<number, number[]>(),
  /** Values that are not whole, one by one. */
  broken: new Map<number, number[]>(),
});
type Drafts = ReturnType<typeof drafts>;

/** Gathers the cells of a sheet in any order and packs them. */
export function sheetMaker() {
  const made = drafts();
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
      made.told[cell] = (made.told[cell] as number) + by;
    },
    /** An observation counts at a place; `speaker` is the number of its report's place, `months` those it covers. */
    count: (place: number, bucket: number, fact: Fact, speaker: number, months: number) => {
      const { value, unit, qualifier, category } = fact;
      const cell = cellAt(place, bucket, category);
      made.counted[cell] = (made.counted[cell] as number) + 1;
      made.size[cell] = (made.size[cell] as number) + Math.abs(value);
      if (Number.isSafeInteger(value)) made.whole[cell] = (made.whole[cell] as number) + value;
      else addTo(made.broken, cell, value);
      made.unit[cell] = combineUnits(made.unit[cell] as number, unit);
      made.qualifier[cell] = combineIndexes(made.qualifier[cell] as number, qualifier);
      made.speaker[cell] = speaker;
      made.months[cell] = (made.months[cell] as number) | months;
      addReport(made, cell, fact.report);
    },
    pack: (named: Named, places: number): FlowSheet => pack(named, made, sorted(made, places)),
  };
}

/** Makes an empty cell. */
function open(made: Drafts, place: number, key: number): number {
  made.place.push(place);
  made.key.push(key);
  made.counted.push(0);
  made.whole.push(0);
  made.size.push(0);
  made.months.push(0);
  made.qualifier.push(-1);
  made.speaker.push(-1);
  made.report.push(-1);
  made.lastReport.push(-1);
  made.unit.push(nothing);
  return made.told.push(0) - 1;
}

/** Reports come one after the other, so that most repetitions are of the last. */
function addReport(made: Drafts, cell: number, report: number): void {
  if (made.lastReport[cell] === report) return;
  made.lastReport[cell] = report;
  if (made.report[cell] === -1) made.report[cell] = report;
  else if (made.report[cell] !== report && !made.moreReports.get(cell)?.includes(report))
    addTo(made.moreReports, cell, report);
}

function addTo(lists: Map<number, number[]>, cell: number, value: number): void {
  const list = lists.get(cell);
  if (list) list.push(value);
  else lists.set(cell, [value]);
}

/** Puts what a later cell of the same place, bucket and category holds into an earlier one. */
function merge(made: Drafts, to: number, from: number): void {
  const of = (column: readonly number[], cell: number) => column[cell] as number;
  for (const column of [made.told, made.counted, made.whole, made.size]) column[to] = of(column, to) + of(column, from);
  for (const value of made.broken.get(from) ?? []) addTo(made.broken, to, value);
  made.unit[to] = combineUnits(of(made.unit, to), of(made.unit, from));
  made.qualifier[to] = combineIndexes(of(made.qualifier, to), of(made.qualifier, from));
  if (of(made.speaker, from) !== -1) made.speaker[to] = of(made.speaker, from);
  made.months[to] = of(made.months, to) | of(made.months, from);
  for (const report of [of(made.report, from), ...(made.moreReports.get(from) ?? [])])
    if (report !== -1) addReport(made, to, report);
}

/** Numbers of the cells of each place, in the order in which they were made. */
function byPlace({ place }: Drafts, places: number) {
  const next = new Uint32Array(places + 1);
  for (const one of place) next[one + 1] = (next[one + 1] as number) + 1;
  for (let one = 0; one < places; one++) next[one + 1] = (next[one + 1] as number) + (next[one] as number);
  const end = next.slice(1);
  const cells = new Uint32Array(place.length);
  place.forEach((one, cell) => {
    cells[next[one] as number] = cell;
    next[one] = (next[one] as number) + 1;
  });
  return { cells, end };
}

/** Cells in their order, those of the same bucket and category put together: where each place begins, and their keys. */
function sorted(made: Drafts, places: number) {
  const { cells, end } = byPlace(made, places);
  const first = new Uint32Array(places + 1);
  const key = (at: number) => made.key[cells[at] as number] as number;
  let [from, to] = [0, 0];
  for (let place = 0; place < places; place++) {
    const last = end[place] as number;
    let isSorted = true;
    for (let at = from + 1; at < last && isSorted; at++) isSorted = key(at - 1) <= key(at);
    // What is told again comes later: in the order of the cells it is put together as it would have been at once.
    if (!isSorted)
      cells.subarray(from, last).sort((a, b) => (made.key[a] as number) - (made.key[b] as number) || a - b);
    const begins = to;
    for (let at = from; at < last; at++) {
      if (to > begins && key(to - 1) === key(at)) merge(made, cells[to - 1] as number, cells[at] as number);
      else cells[to++] = cells[at] as number;
    }
    first[place + 1] = to;
    from = last;
  }
  const kept = cells.slice(0, to);
  return { first, keys: Uint32Array.from(kept, (cell) => made.key[cell] as number), cells: kept };
}

function pack(named: Named, made: Drafts, { first, keys, cells }: ReturnType<typeof sorted>): FlowSheet {
  let [shift, size] = [0, 0];
  for (const cell of cells) size += made.size[cell] as number;
  for (const values of made.broken.values()) for (const value of values) shift = Math.max(shift, digitsOf(value));
  const isBig = !isSafe(size * 10 ** shift, shift);
  const power = 10 ** shift;
  const amountOf = (cell: number) =>
    (made.broken.get(cell) ?? []).reduce(
      (sum, value) => sum + Number(shifted(value, shift)),
      (made.whole[cell] as number) * power,
    );
  const bigOf = (cell: number) =>
    (made.broken.get(cell) ?? []).reduce(
      (sum, value) => sum + shifted(value, shift),
      shifted(made.whole[cell] as number, shift),
    );
  const column = (values: readonly number[]) => (at: number) => values[cells[at] as number] as number;
  const count = cells.length;
  return {
    ...named,
    shift,
    big: isBig ? Array.from(cells, bigOf) : null,
    first,
    bucket: wholes(count, (at) => Math.floor((keys[at] as number) / categoryBase)),
    category: Uint8Array.from(keys, (key) => key % categoryBase),
    amount: isBig ? new Int32Array(count) : amounts(count, (at) => amountOf(cells[at] as number)),
    counted: wholes(count, column(made.counted)),
    told: signeds(count, column(made.told)),
    unit: signeds(count, column(made.unit)),
    qualifier: Int8Array.from(cells, (cell) => made.qualifier[cell] as number),
    speaker: signeds(count, column(made.speaker)),
    months: Uint16Array.from(cells, (cell) => made.months[cell] as number),
    ...reportsOf(made, cells),
  };
}

/** Numbers of the reports that count, cell by cell. */
function reportsOf(made: Drafts, cells: Uint32Array): Pick<FlowSheet, 'firstReport' | 'report'> {
  const firstReport = new Uint32Array(cells.length + 1);
  const reports: number[] = [];
  cells.forEach((cell, at) => {
    const report = made.report[cell] as number;
    if (report !== -1) reports.push(report, ...(made.moreReports.get(cell) ?? []));
    firstReport[at + 1] = reports.length;
  });
  return { firstReport, report: wholes(reports.length, (at) => reports[at] as number) };
}
