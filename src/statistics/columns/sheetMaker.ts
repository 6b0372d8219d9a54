import { categoryCodes } from '../../model/categories';
import type { Granularity } from '../../model/period';
import { qualifiers } from '../../model/qualifier';
import type { Entry, ReportEntry } from '../resolved';
import { digitsOf, isSafe, shifted } from './exactAmount';
import { combineUnits, nothing, type FlowSheet } from './flowSheet';
import { combineIndexes } from './tally';

/** Numbers units in order of appearance. */
export type Units = Map<string, number>;

/** A cell that is being made. */
interface Draft {
  counted: number;
  told: number;
  /** Sum of what is whole; the others one by one. */
  whole: number;
  size: number;
  broken: number[];
  unit: number;
  qualifier: number;
  speaker: number;
  months: number;
  reports: number[];
}

interface Named {
  subject: string;
  granularity: Granularity | null;
  spans: string[];
}

interface Numbers {
  units: Units;
  reportNumber: (report: ReportEntry) => number;
}

/** Buckets and categories by place: sorts as the cells of a sheet do. */
const categoryBase = 16;
const bucketBase = 2 ** 20;
const keyOf = (place: number, bucket: number, category: number) =>
  (place * bucketBase + bucket) * categoryBase + category;

const fresh = (): Draft => ({
  ...{ counted: 0, told: 0, whole: 0, size: 0, broken: [], unit: nothing, qualifier: -1, speaker: -1, months: 0 },
  reports: [],
});

/** Gathers the cells of a sheet in any order and packs them. */
export function sheetMaker({ units, reportNumber }: Numbers) {
  const drafts = new Map<number, Draft>();
  const draftAt = (place: number, bucket: number, category: number): Draft => {
    const key = keyOf(place, bucket, category);
    const known = drafts.get(key);
    if (known) return known;
    const made = fresh();
    drafts.set(key, made);
    return made;
  };
  return {
    /** One observation more (or fewer) is told about a place. */
    tell: (place: number, bucket: number, { observation }: Entry, count = 1) => {
      draftAt(place, bucket, categoryCodes.indexOf(observation.category)).told += count;
    },
    /** An observation counts at a place; `speaker` is the number of its report's place, `months` those it covers. */
    count: (place: number, bucket: number, entry: Entry, { speaker, months }: { speaker: number; months: number }) => {
      const { value, unit, qualifier, category } = entry.observation;
      const draft = draftAt(place, bucket, categoryCodes.indexOf(category));
      draft.counted += 1;
      if (Number.isSafeInteger(value)) draft.whole += value;
      else draft.broken.push(value);
      draft.size += Math.abs(value);
      const number = units.get(unit) ?? units.set(unit, units.size).size - 1;
      draft.unit = combineUnits(draft.unit, number);
      draft.qualifier = combineIndexes(draft.qualifier, qualifiers.indexOf(qualifier));
      draft.speaker = speaker;
      draft.months |= months;
      const report = reportNumber(entry.report);
      if (draft.reports.at(-1) !== report && !draft.reports.includes(report)) draft.reports.push(report);
    },
    pack: (named: Named, places: number): FlowSheet => pack(named, drafts, places),
  };
}

function pack(named: Named, drafts: ReadonlyMap<number, Draft>, places: number): FlowSheet {
  const keys = Float64Array.from(drafts.keys()).sort();
  const cells = Array.from(keys, (key) => drafts.get(key) ?? fresh());
  let [shift, size] = [0, 0];
  for (const cell of cells) {
    size += cell.size;
    for (const value of cell.broken) shift = Math.max(shift, digitsOf(value));
  }
  const isBig = !isSafe(size * 10 ** shift, shift);
  const power = 10 ** shift;
  const amountOf = ({ whole, broken }: Draft) =>
    broken.reduce((sum, value) => sum + Number(shifted(value, shift)), whole * power);
  const bigOf = ({ whole, broken }: Draft) =>
    broken.reduce((sum, value) => sum + shifted(value, shift), shifted(whole, shift));
  const firstReport = new Uint32Array(cells.length + 1);
  cells.forEach(({ reports }, i) => (firstReport[i + 1] = (firstReport[i] ?? 0) + reports.length));
  return {
    ...named,
    shift,
    big: isBig ? cells.map(bigOf) : null,
    first: firstOf(keys, places),
    bucket: Int32Array.from(keys, (key) => Math.floor(key / categoryBase) % bucketBase),
    category: Uint8Array.from(keys, (key) => key % categoryBase),
    amount: isBig ? new Float64Array(cells.length) : Float64Array.from(cells, amountOf),
    counted: Uint32Array.from(cells, ({ counted }) => counted),
    told: Int32Array.from(cells, ({ told }) => told),
    unit: Int32Array.from(cells, ({ unit }) => unit),
    qualifier: Int8Array.from(cells, ({ qualifier }) => qualifier),
    speaker: Int32Array.from(cells, ({ speaker }) => speaker),
    months: Uint16Array.from(cells, ({ months }) => months),
    firstReport,
    report: Uint32Array.from(cells.flatMap(({ reports }) => reports)),
  };
}

function firstOf(keys: Float64Array, places: number): Uint32Array<ArrayBuffer> {
  const first = new Uint32Array(places + 1);
  for (const key of keys) {
    const place = Math.floor(key / (bucketBase * categoryBase));
    first[place + 1] = (first[place + 1] ?? 0) + 1;
  }
  for (let place = 0; place < places; place++) first[place + 1] = (first[place + 1] ?? 0) + (first[place] ?? 0);
  return first;
}
