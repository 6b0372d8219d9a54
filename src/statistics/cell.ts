import type { Category } from '../model/categories';
import { measures } from '../model/measures';
import { isWithin, monthIndex, type Period } from '../model/period';
import { combineQualifiers, type Qualifier } from '../model/qualifier';
import { coveringReports } from './coverage';
import { decide, type Decision, type Left } from './decide';
import { exactSum } from './exactSum';
import type { Basis, Cell, CellState, Subject } from './query';
import type { Entry, Resolved } from './resolved';
import type { Slot } from './slot';
import { several } from './columns/flowSheet';
import { unshifted } from './columns/exactAmount';
import { mergeTallies, type Tally } from './columns/tally';

/** A cell with what it was made of: comparisons, totals and `explain` ask for it. */
export interface Made {
  cell: Cell;
  counted: readonly Entry[];
  left: readonly Left[];
  /** Months of the bucket (31 at most) as bits, by the place of the counted reports that cover them. */
  months: () => ReadonlyMap<string, number>;
  reporting: readonly string[];
  /** Of a cell from columns, in place of the observations. */
  tally?: Tally;
}

/** Where a cell stands: the places that it sums (none within another), and the categories that it is cut to; empty is all. */
export interface Scope {
  places: readonly string[];
  categories: readonly Category[];
}

/** Makes the cell of a slot for a scope: decides place by place, then cuts to the categories, then adds. */
export function makeCell(resolved: Resolved, slot: Slot, scope: Scope): Made {
  const decision = overPlaces(resolved, slot, scope.places);
  const { categories } = scope;
  const isWanted = ({ observation }: Entry) => categories.length === 0 || categories.includes(observation.category);
  const counted = decision.counted.filter(isWanted);
  const left = decision.left.filter(({ entry }) => isWanted(entry));
  const state = counted.length > 0 ? 'value' : decision.covered ? 'unmentioned' : 'unreported';
  const months = monthsOf(resolved, slot, scope.places, counted, state);
  const { children } = decision;
  const cell: Cell = {
    state,
    ...valueOf(resolved, slot.subject, counted, scope.places),
    basis: decision.basis,
    months: { covered: mostMonths(months), total: slot.span.months },
    children: children && { reported: children.reporting.length, total: children.total },
    counted: counted.length,
    leftOut: left.length,
  };
  return { cell, counted, left, months: () => asBits(months), reporting: children?.reporting ?? [] };
}

/** The decision for several places: each one's, side by side; they count as children of the selection. */
function overPlaces(resolved: Resolved, slot: Slot, places: readonly string[]): Decision {
  const [only] = places;
  if (only !== undefined && places.length === 1) return decide(resolved, slot, only);
  const each = places.map((place) => ({ place, ...decide(resolved, slot, place) }));
  const reporting = each.filter(({ basis }) => basis === 'own' || basis === 'children').map(({ place }) => place);
  return {
    basis: reporting.length > 0 ? 'children' : each.some(({ basis }) => basis === 'above') ? 'above' : 'none',
    counted: each.flatMap(({ counted }) => counted),
    left: each.flatMap(({ left }) => left),
    covered: each.some(({ covered }) => covered),
    children: places.length === 0 ? null : { reporting, total: places.length },
  };
}

type ValueFields = Pick<Cell, 'value' | 'qualifier' | 'unit' | 'reason' | 'asOf'>;

/** The number that entries make together, with its unit, qualifier and, where they make none, the reason. */
export function valueOf(
  resolved: Resolved,
  subject: Subject,
  counted: readonly Entry[],
  places: readonly string[],
): ValueFields {
  if (counted.length === 0) {
    return { value: null, qualifier: 'exact', unit: defaultUnit(resolved, subject), reason: null, asOf: null };
  }
  const units = new Set(counted.map(({ observation }) => observation.unit));
  const [firstUnit] = units;
  const { additivity } = measures[subject.measure];
  const reason =
    subject.kind === 'rate'
      ? rateReason(counted, places)
      : additivity === 'sameUnit' && units.size > 1
        ? 'mixed-units'
        : null;
  const values = counted.map(({ observation }) => observation.value);
  const sum = subject.kind === 'rate' ? (values[0] ?? 0) : exactSum(values);
  const common = units.size === 1 ? firstUnit : undefined;
  return {
    value: reason === null ? sum : null,
    qualifier: qualifierOf(counted),
    unit: common ?? (reason === 'mixed-units' ? '' : defaultUnit(resolved, subject)),
    reason,
    asOf: subject.kind === 'stock' ? oldestDate(counted) : null,
  };
}

/** The same from a tally of flows. */
export function valueOfTally(resolved: Resolved, subject: Subject, tally: Tally): ValueFields {
  const unit = defaultUnit(resolved, subject);
  const isMixed = measures[subject.measure].additivity === 'sameUnit' && tally.unit === several;
  const common = tally.unit >= 0 ? tally.unitName : isMixed ? '' : unit;
  return {
    value: tally.counted === 0 || isMixed ? null : unshifted(tally.amount, tally.big, tally.shift),
    qualifier: tally.qualifier ?? 'exact',
    unit: common,
    reason: isMixed ? 'mixed-units' : null,
    asOf: null,
  };
}

/**
 * A rate stands alone: two rates make none, and that of one county, alone, is not the city's.
 */
function rateReason(counted: readonly Entry[], places: readonly string[]): Cell['reason'] {
  const distinct = new Set(counted.map(({ series, observation }) => `${series}\n${String(observation.value)}`));
  const ofPlace = places.length === 1 && counted.every(({ place }) => place === places[0]);
  return distinct.size === 1 && ofPlace ? null : 'rate-not-additive';
}

function qualifierOf(counted: readonly Entry[]): Qualifier {
  const [first, ...rest] = counted;
  if (!first) return 'exact';
  return rest.reduce<Qualifier>(
    (all, { observation }) => combineQualifiers(all, observation.qualifier),
    first.observation.qualifier,
  );
}

/** The unit that a total of a subject is shown in. */
export function defaultUnit(resolved: Resolved, subject: Subject): string {
  if (subject.indicator === null) return measures[subject.measure].unit;
  const indicator = resolved.dataset.indicators.find(({ code }) => code === subject.indicator);
  return indicator?.unit ?? measures[subject.measure].unit;
}

function oldestDate(counted: readonly Entry[]): string | null {
  const dates = counted.flatMap(({ period }) => (period ? [period.end] : []));
  return dates.reduce<string | null>((oldest, date) => (oldest === null || date < oldest ? date : oldest), null);
}

const noMonths: ReadonlyMap<string, ReadonlySet<number>> = new Map();

function asBits(months: ReadonlyMap<string, ReadonlySet<number>>): Map<string, number> {
  return new Map(
    Array.from(months, ([place, set]) => [place, [...set].reduce((bits, month) => bits | (1 << month), 0)]),
  );
}

/**
 * Months of a bucket by place of report: with a value, those of the counted reports that lie in the bucket (of targets,
 * those they are set for); without, those of the reports that cover it and do not name the number.
 */
function monthsOf(
  resolved: Resolved,
  slot: Slot,
  places: readonly string[],
  counted: readonly Entry[],
  state: CellState,
): ReadonlyMap<string, ReadonlySet<number>> {
  if (state === 'unreported') return noMonths;
  const months = new Map<string, Set<number>>();
  const add = (place: string, period: Period | null) => addMonths(months, slot.span, place, period);
  for (const { report, period } of counted) add(report.place, slot.status === 'target' ? period : report.coverage);
  if (state === 'unmentioned') {
    const covering = places.flatMap((place) => coveringReports(resolved, slot.span, place));
    for (const { place, coverage } of covering) add(place, coverage);
  }
  return months;
}

function addMonths(months: Map<string, Set<number>>, span: Period, place: string, period: Period | null): void {
  if (!period || !isWithin(period, span)) return;
  const first = monthIndex(span.start);
  const known = months.get(place) ?? new Set<number>();
  for (let month = monthIndex(period.start); month <= monthIndex(period.end); month++) known.add(month - first);
  months.set(place, known);
}

/** The months of the place that has the most. */
function mostMonths(months: ReadonlyMap<string, ReadonlySet<number>>): number {
  let most = 0;
  for (const set of months.values()) most = Math.max(most, set.size);
  return most;
}

const bases: readonly Basis[] = ['children', 'own', 'above', 'none'];

/**
 * A cell over several buckets: flows are summed, of stocks the last bucket stands, a rate has a value only if it is one.
 * Months add up over the buckets; of the children, those that report in any of them.
 */
export function makeTotal(
  resolved: Resolved,
  subject: Subject,
  parts: readonly Made[],
  places: readonly string[],
): Made {
  const last = parts.at(-1);
  if (last && (subject.kind === 'stock' || parts.length === 1)) return last;
  const cells = parts.map(({ cell }) => cell);
  const counted = parts.flatMap((part) => part.counted);
  const left = parts.flatMap((part) => part.left);
  const reporting = new Set<string>();
  for (const part of parts) for (const place of part.reporting) reporting.add(place);
  const state = (['value', 'unmentioned'] as const).find((one) => cells.some((cell) => cell.state === one));
  const totals = cells.flatMap(({ children }) => (children ? [children.total] : []));
  const sum = (pick: (cell: Cell) => number) => cells.reduce((all, cell) => all + pick(cell), 0);
  const tally = mergeTallies(parts.flatMap((part) => part.tally ?? []));
  const cell: Cell = {
    state: state ?? 'unreported',
    ...(tally ? valueOfTally(resolved, subject, tally) : valueOf(resolved, subject, counted, places)),
    basis: bases.find((basis) => cells.some((one) => one.basis === basis)) ?? 'none',
    months: { covered: sum((one) => one.months.covered), total: sum((one) => one.months.total) },
    children: totals.length === 0 ? null : { reported: reporting.size, total: Math.max(...totals) },
    counted: tally?.counted ?? counted.length,
    leftOut: tally?.left ?? left.length,
  };
  return { cell, counted, left, months: () => new Map(), reporting: [...reporting] };
}
