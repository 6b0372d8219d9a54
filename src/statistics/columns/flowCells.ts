import { categoryCodes } from '../../model/categories';
import { bucketMonths, monthIndex } from '../../model/period';
import { qualifiers } from '../../model/qualifier';
import { isCoarser, monthsIn, spanOf } from '../buckets';
import { monthsCovered, mostMonths, valueOfTally, type Made, type Scope } from '../cell';
import type { Counting } from '../cellAt';
import { coverageOf, coveringReports } from '../coverage';
import type { Basis, Cell } from '../query';
import type { Resolved, Span } from '../resolved';
import { bucketNumber } from './bucketNumber';
import type { Flows } from './flows';
import type { FlowSheet } from './flowSheet';
import { eachAtom, scan, type Scan, type Where } from './scan';
import type { Tally } from './tally';

/** Categories of a scope as bits; 0 is all. */
export function categoryBits({ categories }: Pick<Scope, 'categories'>): number {
  return categories.reduce((bits, code) => bits | (1 << categoryCodes.indexOf(code)), 0);
}

/** Cells of consecutive buckets of an actual flow, from its columns; equal to what `makeCell` decides. */
export function flowCells(
  resolved: Resolved,
  flows: Flows,
  { subject, granularity }: Pick<Counting, 'subject' | 'granularity'>,
  buckets: readonly string[],
  scope: Scope,
): Made[] {
  const [first] = buckets;
  if (first === undefined) return [];
  const spans = buckets.map(spanOf);
  const beyond = spans.some((span) => isCoarser(span, granularity));
  const sheet = flows.sheet(subject.code, beyond ? null : granularity);
  const places = scope.places.flatMap((place) => flows.order.numberOf.get(place) ?? []);
  const from = sheet ? bucketNumber(sheet, first) : 0;
  const where: Where = { places, categories: categoryBits(scope), from, count: buckets.length };
  const found = sheet && from >= 0 ? scan(flows, sheet, where) : null;
  return spans.map((span, b) => {
    const tally = found && sheet ? tallyOf(flows, sheet, found, b) : nothing;
    const monthSets = () =>
      found && sheet ? monthsByPlace(flows, sheet, { ...where, from: from + b, count: 1 }, span) : new Map();
    const counted = sheet && beyond ? mostMonths(monthSets()) : (found?.months[b] ?? 0);
    return madeOf(resolved, { subject, span, scope, tally, monthSets, counted, above: isAbove(sheet, from + b) });
  });
}

const nothing: Tally = {
  amount: 0,
  values: [],
  shift: 0,
  counted: 0,
  left: 0,
  units: new Set(),
  qualifier: null,
  used: new Uint8Array(0),
};

function tallyOf({ units }: Flows, sheet: FlowSheet, found: Scan, b: number): Tally {
  const unit = found.unit[b] ?? -1;
  const numbers = unit >= 0 ? [unit] : [...(found.units.get(b) ?? [])];
  return {
    amount: found.amount[b] ?? 0,
    values: found.values.get(b) ?? [],
    shift: sheet.shift,
    counted: found.counted[b] ?? 0,
    left: found.left[b] ?? 0,
    units: new Set(numbers.map((number) => units[number] ?? '')),
    qualifier: qualifiers[found.qualifier[b] ?? -1] ?? null,
    used: found.used,
  };
}

function isAbove(sheet: FlowSheet | null, bucket: number): (place: number) => boolean {
  return (place) => {
    if (!sheet) return false;
    for (let i = 0; i < sheet.above.length; i += 2) {
      if (sheet.above[i] === place && sheet.above[i + 1] === bucket) return true;
    }
    return false;
  };
}

interface Making {
  subject: Counting['subject'];
  span: Span;
  scope: Scope;
  tally: Tally;
  monthSets: () => Map<string, Set<number>>;
  /** Most months of counted reports. */
  counted: number;
  above: (place: number) => boolean;
}

function madeOf(resolved: Resolved, { subject, span, scope, tally, monthSets, counted, above }: Making): Made {
  const { basis, reporting, total, covered } = speakers(resolved, span, scope.places, above);
  const state = tally.counted > 0 ? 'value' : covered ? 'unmentioned' : 'unreported';
  const silent = () =>
    monthsCovered(
      span,
      scope.places.flatMap((place) => coveringReports(resolved, span, place)),
    );
  const cell: Cell = {
    state,
    ...valueOfTally(resolved, subject, tally),
    basis,
    months: {
      covered: state === 'value' ? counted : state === 'unmentioned' ? mostMonths(silent()) : 0,
      total: monthsIn(span),
    },
    children: total === null ? null : { reported: reporting.length, total },
    counted: tally.counted,
    leftOut: tally.left,
  };
  return {
    cell,
    counted: [],
    left: [],
    tally,
    get months() {
      return state === 'value' ? monthSets() : state === 'unmentioned' ? silent() : new Map<string, Set<number>>();
    },
    reporting,
  };
}

/** Who speaks for some places in a bucket. */
export interface Speakers {
  basis: Basis;
  reporting: string[];
  /** Of a sum over children: how many are expected; null otherwise. */
  total: number | null;
  covered: boolean;
}

/** Rule 3 for flows, where coverage decides; only who speaks from above depends on the subject. */
function speakers(
  resolved: Resolved,
  span: Span,
  places: readonly string[],
  above: (place: number) => boolean,
): Speakers {
  const { flows } = resolved;
  const key = `${span.id}|${places.join()}`;
  const found = flows?.speakers.get(key) ?? byCoverage(resolved, span, places);
  if (flows && flows.speakers.size >= rememberedSpeakers) flows.speakers.clear();
  flows?.speakers.set(key, found);
  if (found.basis !== 'none') return found;
  return places.some((place) => above(flows?.order.numberOf.get(place) ?? -1)) ? { ...found, basis: 'above' } : found;
}

const rememberedSpeakers = 50_000;

function byCoverage(resolved: Resolved, span: Span, places: readonly string[]): Speakers {
  const coverage = coverageOf(resolved, span);
  const isSum = (place: string) => !coverage.own.has(place) && coverage.ownBelow.has(place);
  const isCovered = (place: string): boolean =>
    isSum(place) ? resolved.tree.children(place).some(isCovered) : coverage.within.has(place);
  const covered = places.some(isCovered);
  const [only] = places;
  const isOne = only !== undefined && places.length === 1;
  if (isOne && !isSum(only)) {
    return { basis: coverage.own.has(only) ? 'own' : 'none', reporting: [], total: null, covered };
  }
  const asked = isOne ? resolved.tree.children(only) : places;
  const reports = (place: string) => coverage.own.has(place) || coverage.ownBelow.has(place);
  const reporting = asked.filter(reports);
  const isExpected = (place: string) => reports(place) || resolved.tree.area(place)?.level !== 'functional-zone';
  const expected = isOne ? asked.filter(isExpected).length : asked.length;
  return {
    basis: isOne || reporting.length > 0 ? 'children' : 'none',
    reporting,
    total: places.length === 0 ? null : expected,
    covered,
  };
}

/** Months of one bucket that counted reports cover, by their place. */
function monthsByPlace(flows: Flows, sheet: FlowSheet, where: Where, span: Span): Map<string, Set<number>> {
  const [months, total] = [new Map<string, Set<number>>(), monthsIn(span)];
  const first = sheet.granularity === null ? monthIndex(span.start) : where.from * bucketMonths[sheet.granularity];
  eachAtom(flows, sheet, where, (atom) => {
    const rank = sheet.report[atom] ?? -1;
    if (rank < 0) return;
    const { place, firstMonth, lastMonth } = flows.reports;
    const [from, to] = [(firstMonth[rank] ?? 0) - first, (lastMonth[rank] ?? 0) - first];
    if (from < 0 || to >= total) return;
    const code = flows.order.codes[place[rank] ?? 0] ?? '';
    const known = months.get(code) ?? new Set<number>();
    for (let month = from; month <= to; month++) known.add(month);
    months.set(code, known);
  });
  return months;
}
