import { categoryCodes } from '../../model/categories';
import type { Granularity } from '../../model/period';
import { qualifiers } from '../../model/qualifier';
import type { Entry, ReportEntry } from '../resolved';
import { amounts, signeds, wholes } from './column';
import { digitsOf, isSafe, shifted } from './exactAmount';
import { combineUnits, nothing, type FlowSheet } from './flowSheet';
import { combineIndexes } from './tally';

/** Numbers units in order of appearance. */
export type Units = Map<string, number>;

interface Named {
  subject: string;
  granularity: Granularity | null;
  spans: string[];
}

interface Numbers {
  units: Units;
  reportNumber: (report: ReportEntry) => number;
}

const categoryNumbers = new Map(categoryCodes.map((code, number) => [code, number]));
const qualifierNumbers = new Map(qualifiers.map((qualifier, number) => [qualifier, number]));

/** Buckets by category: sorts as the cells of a place do. */
const categoryBase = 16;

/** Cells that are being made, column by column, since there are hundreds of thousands; reports beside the first apart. */
const drafts = () => ({
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

/** By place, the number of a cell by bucket and category. */
type Index = (Map<number, number> | undefined)[];

/** Gathers the cells of a sheet in any order and packs them. */
export function sheetMaker({ units, reportNumber }: Numbers) {
  const made = drafts();
  const index: Index = [];
  const cellAt = (place: number, bucket: number, category: number): number => {
    const cells = (index[place] ??= new Map<number, number>());
    const key = bucket * categoryBase + category;
    return cells.get(key) ?? open(made, cells, key);
  };
  return {
    /** One observation more (or fewer) is told about a place. */
    tell: (place: number, bucket: number, { observation }: Entry, count = 1) => {
      const cell = cellAt(place, bucket, categoryNumbers.get(observation.category) ?? 0);
      made.told[cell] = (made.told[cell] as number) + count;
    },
    /** An observation counts at a place; `speaker` is the number of its report's place, `months` those it covers. */
    count: (place: number, bucket: number, entry: Entry, { speaker, months }: { speaker: number; months: number }) => {
      const { value, unit, qualifier, category } = entry.observation;
      const cell = cellAt(place, bucket, categoryNumbers.get(category) ?? 0);
      const number = units.get(unit) ?? units.set(unit, units.size).size - 1;
      made.counted[cell] = (made.counted[cell] as number) + 1;
      made.size[cell] = (made.size[cell] as number) + Math.abs(value);
      if (Number.isSafeInteger(value)) made.whole[cell] = (made.whole[cell] as number) + value;
      else addTo(made.broken, cell, value);
      made.unit[cell] = combineUnits(made.unit[cell] as number, number);
      made.qualifier[cell] = combineIndexes(made.qualifier[cell] as number, qualifierNumbers.get(qualifier) ?? 0);
      made.speaker[cell] = speaker;
      made.months[cell] = (made.months[cell] as number) | months;
      addReport(made, cell, reportNumber(entry.report));
    },
    pack: (named: Named, places: number): FlowSheet => pack(named, made, sorted(index, places)),
  };
}

/** Makes an empty cell. */
function open(made: Drafts, cells: Map<number, number>, key: number): number {
  const cell = made.told.push(0) - 1;
  for (const column of [made.counted, made.whole, made.size, made.months]) column.push(0);
  for (const column of [made.qualifier, made.speaker, made.report, made.lastReport]) column.push(-1);
  made.unit.push(nothing);
  cells.set(key, cell);
  return cell;
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

/** Cells in their order: where those of each place begin, the number of each, and its bucket and category. */
function sorted(index: Index, places: number) {
  const first = new Uint32Array(places + 1);
  for (let place = 0; place < places; place++) first[place + 1] = (first[place] as number) + (index[place]?.size ?? 0);
  const keys = new Uint32Array(first[places] as number);
  const cells = new Uint32Array(keys.length);
  index.forEach((mine, place) => {
    if (!mine) return;
    const [from, to] = [first[place] as number, first[place + 1] as number];
    const ofPlace = keys.subarray(from, to);
    ofPlace.set([...mine.keys()]);
    ofPlace.sort();
    for (let at = from; at < to; at++) cells[at] = mine.get(keys[at] as number) as number;
  });
  return { first, keys, cells };
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
