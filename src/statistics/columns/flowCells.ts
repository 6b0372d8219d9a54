import { qualifiers } from '../../model/qualifier';
import { valueOfTally, type Made, type Scope } from '../cell';
import type { Cell } from '../query';
import type { ReportEntry, Resolved } from '../resolved';
import { eachCell } from './eachCell';
import { firstFrom } from './firstFrom';
import { flagsOf } from './placeCoverage';
import { flowReading, type Reading, type What } from './flowReading';
import type { Flows, OpenSheet } from './flows';
import { nothing } from './flowSheet';
import { speakersFor } from './speakers';
import { addUp, emptySums, type Sums } from './sums';
import type { Tally } from './tally';

/** A flow over consecutive buckets: its sums, and what `makeCell` would decide of each bucket. */
export interface FlowLine {
  reading: Reading;
  /** Null where nothing is said. */
  sums: Sums | null;
  made: (bucket: number) => Made;
}

/** Adds up an actual flow over consecutive buckets; cells are made when they are asked for, while the sums hold. */
export function flowLine(
  resolved: Resolved,
  flows: Flows,
  counting: What,
  buckets: readonly string[],
  scope: Scope,
  makeSums = emptySums,
): FlowLine {
  const reading = flowReading(flows, counting, buckets, scope);
  const { open, spans, where } = reading;
  const sums = open && makeSums(spans.length, 1, open.sheet.big !== null);
  if (open && sums) addUp(flows, open, where, spans, sums);
  const speakers = speakersFor(resolved, flows, scope.places);
  const empties = new Map<number, Made>();
  const made = (b: number): Made => {
    const span = spans[b];
    if (!span) throw new Error(`no bucket: ${String(b)}`);
    if (isEmpty(flows, reading, sums, b)) {
      const known = empties.get(span.months) ?? emptyCell(resolved, counting, span.months, open?.sheet.shift ?? 0);
      empties.set(span.months, known);
      return known;
    }
    const tally = open && sums ? tallyOf(flows, open, sums, b) : noTally;
    const { basis, reporting, total, covered, months } = speakers(span);
    const state = tally.counted > 0 ? 'value' : covered ? 'unmentioned' : 'unreported';
    const cell: Cell = {
      state,
      ...valueOfTally(resolved, counting.subject, tally),
      basis: basis === 'none' && isToldFromAbove(reading, b) ? 'above' : basis,
      months: {
        covered: state === 'value' ? (sums?.months[b] ?? 0) : state === 'unmentioned' ? months() : 0,
        total: span.months,
      },
      children: total === null ? null : { reported: reporting.length, total },
      counted: tally.counted,
      leftOut: tally.left,
    };
    return { cell, counted: [], left: [], tally, months: () => monthsBySpeaker(flows, reading, b), reporting };
  };
  return { reading, sums, made };
}

/** Cells of consecutive buckets of an actual flow, from its columns; equal to what `makeCell` decides. */
export function flowCells(
  resolved: Resolved,
  flows: Flows,
  counting: What,
  buckets: readonly string[],
  scope: Scope,
): Made[] {
  const { made } = flowLine(resolved, flows, counting, buckets, scope);
  return buckets.map((_, b) => made(b));
}

/** Whether nobody says anything in a bucket of one place without children: of thousands of places most of the time. */
function isEmpty(flows: Flows, reading: Reading, sums: Sums | null, b: number): boolean {
  const { where, spans } = reading;
  const [place = -1] = where.places;
  const span = spans[b];
  if (!span || where.places.length !== 1 || flows.order.end[place] !== place + 1) return false;
  if (sums && (sums.counted[b] !== 0 || sums.told[b] !== 0)) return false;
  return flagsOf(flows.coverage(span), place) === 0 && !isToldFromAbove(reading, b);
}

const knownEmpties = new WeakMap<Resolved, Map<string, Made>>();

/** The cell of which nothing is known, one object for all places: thousands of equal ones take long to make and to cross. */
function emptyCell(resolved: Resolved, { subject }: What, months: number, shift: number): Made {
  const known = knownEmpties.get(resolved) ?? new Map<string, Made>();
  knownEmpties.set(resolved, known);
  const key = [subject.code, months, shift].join('|');
  const tally: Tally = { ...noTally, shift };
  const made = known.get(key) ?? {
    cell: {
      ...{ state: 'unreported' as const, ...valueOfTally(resolved, subject, tally), basis: 'none' as const },
      ...{ months: { covered: 0, total: months }, children: null, counted: 0, leftOut: 0 },
    },
    ...{ counted: [], left: [], tally, months: () => new Map<string, number>(), reporting: [] },
  };
  known.set(key, made);
  return made;
}

const noTally: Tally = {
  ...{ amount: 0, big: null, shift: 0, counted: 0, left: 0, unit: nothing, unitName: '', qualifier: null },
};

function tallyOf({ units }: Flows, { sheet }: OpenSheet, sums: Sums, b: number): Tally {
  const unit = sums.unit[b] ?? nothing;
  const counted = sums.counted[b] ?? 0;
  return {
    amount: sums.amount[b] ?? 0,
    big: sums.big?.[b] ?? null,
    shift: sheet.shift,
    counted,
    // Everything that is told about a place counts, or is left out for a reason.
    left: (sums.told[b] ?? 0) - counted,
    unit,
    unitName: units[unit] ?? '',
    qualifier: qualifiers[sums.qualifier[b] ?? -1] ?? null,
  };
}

/** Whether a higher federation speaks for one of the places, whatever the category. */
function isToldFromAbove({ open, where }: Reading, b: number): boolean {
  if (!open) return false;
  const { first, bucket, speaker } = open.sheet;
  return where.places.some((place) => {
    const end = first[place + 1] ?? 0;
    const wanted = where.from + b;
    for (let cell = firstFrom(bucket, first[place] ?? 0, end, wanted); cell < end && bucket[cell] === wanted; cell++) {
      if ((speaker[cell] ?? nothing) !== nothing && speaker[cell] !== place) return true;
    }
    return false;
  });
}

/** Months of one bucket that counted reports cover, as bits, by their place. */
function monthsBySpeaker(flows: Flows, { open, spans, where }: Reading, b: number): Map<string, number> {
  const months = new Map<string, number>();
  const span = spans[b];
  if (!open || !span) return months;
  const { sheet } = open;
  eachCell(flows, open, { ...where, from: where.from + b, count: 1 }, [flows.coverage(span)], (cell) => {
    const bits = sheet.months[cell] ?? 0;
    const code = flows.order.codes[sheet.speaker[cell] ?? 0] ?? '';
    if (bits !== 0) months.set(code, (months.get(code) ?? 0) | bits);
  });
  return months;
}

/** Reports that count in some cells, each once. */
export function flowReports(flows: Flows, counting: What, buckets: readonly string[], scope: Scope): ReportEntry[] {
  const { open, spans, where } = flowReading(flows, counting, buckets, scope);
  if (!open) return [];
  const { firstReport, report } = open.sheet;
  const isFound = new Uint8Array(flows.reportCount);
  const found: number[] = [];
  eachCell(flows, open, where, spans.map(flows.coverage), (cell) => {
    const end = firstReport[cell + 1] as number;
    for (let i = firstReport[cell] as number; i < end; i++) {
      const number = report[i] as number;
      if (isFound[number] === 0) found.push(number);
      isFound[number] = 1;
    }
  });
  return found.flatMap((number) => flows.report(number) ?? []);
}
