import { qualifiers } from '../../model/qualifier';
import { valueOfTally, type Made, type Scope } from '../cell';
import type { Counting } from '../cellAt';
import type { Cell } from '../query';
import type { ReportEntry, Resolved } from '../resolved';
import { eachCell, firstFrom } from './eachCell';
import { flowReading, type Reading } from './flowReading';
import type { Flows, OpenSheet } from './flows';
import { nothing } from './flowSheet';
import { speakersFor } from './speakers';
import { addUp, emptySums, type Sums } from './sums';
import type { Tally } from './tally';

/** Cells of consecutive buckets of an actual flow, from its columns; equal to what `makeCell` decides. */
export function flowCells(
  resolved: Resolved,
  flows: Flows,
  counting: Pick<Counting, 'subject' | 'granularity'>,
  buckets: readonly string[],
  scope: Scope,
): Made[] {
  const reading = flowReading(flows, counting, buckets, scope);
  const { open, spans, where } = reading;
  const sums = open && emptySums(spans.length, 1, open.sheet.big !== null);
  if (open && sums) addUp(flows, open, where, spans, sums);
  const speakers = speakersFor(resolved, flows, scope.places);
  return spans.map((span, b) => {
    const tally = open && sums ? tallyOf(flows, open, sums, b) : noTally;
    const { basis, reporting, total, covered, months } = speakers(span);
    const state = tally.counted > 0 ? 'value' : covered ? 'unmentioned' : 'unreported';
    const cell: Cell = {
      state,
      ...valueOfTally(resolved, counting.subject, tally),
      basis: basis === 'none' && isToldFromAbove(reading, b) ? 'above' : basis,
      months: {
        covered: state === 'value' ? (sums?.months[b] ?? 0) : state === 'unmentioned' ? months : 0,
        total: span.months,
      },
      children: total === null ? null : { reported: reporting.length, total },
      counted: tally.counted,
      leftOut: tally.left,
    };
    return { cell, counted: [], left: [], tally, months: () => monthsBySpeaker(flows, reading, b), reporting };
  });
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
  const { first, end: ends, bucket, speaker } = open.sheet;
  return where.places.some((place) => {
    const end = ends[place] ?? 0;
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
  eachCell(flows, sheet, { ...where, from: where.from + b, count: 1 }, [flows.coverage(span)], (cell) => {
    const bits = sheet.months[cell] ?? 0;
    const code = flows.order.codes[sheet.speaker[cell] ?? 0] ?? '';
    if (bits !== 0) months.set(code, (months.get(code) ?? 0) | bits);
  });
  return months;
}

/** Reports that count in some cells. */
export function flowReports(
  flows: Flows,
  counting: Pick<Counting, 'subject' | 'granularity'>,
  buckets: readonly string[],
  scope: Scope,
): Set<ReportEntry> {
  const { open, spans, where } = flowReading(flows, counting, buckets, scope);
  const numbers = new Set<number>();
  if (open) {
    const { firstReport, report } = open.sheet;
    eachCell(flows, open.sheet, where, spans.map(flows.coverage), (cell) => {
      for (let i = firstReport[cell] ?? 0; i < (firstReport[cell + 1] ?? 0); i++) numbers.add(report[i] ?? 0);
    });
  }
  return new Set([...numbers].flatMap((number) => flows.report(number) ?? []));
}
