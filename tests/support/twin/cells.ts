import type { Category } from '../../../src/model/categories';
import { measures } from '../../../src/model/measures';
import type { Observation, Status } from '../../../src/model/observation';
import { bucketsIn, type Granularity, type Period } from '../../../src/model/period';
import { combineQualifiers, type Qualifier } from '../../../src/model/qualifier';
import type { Basis, Cell, LeftOut, Subject } from '../../../src/statistics/query';
import { choose, coveredBy, type Choice } from './choice';
import { coverage, isCoarser, lies, period, reportOf, spanOf, speakerOf, type World } from './world';

export interface Scope {
  places: string[];
  categories: Category[];
}

export interface Figure {
  subject: Subject;
  status: Status;
  granularity: Granularity;
}

/** A cell with its observations, its bucket and who reports. */
export interface Shown {
  cell: Cell;
  counted: Observation[];
  leftOut: LeftOut[];
  reporting: string[];
  bucket: string;
}

export function cellAt(world: World, figure: Figure, bucket: string, scope: Scope): Shown {
  const q = { ...figure, bucket, beyond: isCoarser(bucket, figure.granularity) };
  const choices = scope.places.map((place) => ({ place, ...choose(world, q, place) }));
  const isWanted = (o: Observation) => scope.categories.length === 0 || scope.categories.includes(o.category);
  const counted = choices.flatMap((choice) => choice.counted).filter(isWanted);
  const leftOut = choices.flatMap((choice) => choice.leftOut).filter(({ observation }) => isWanted(observation));
  const covered = choices.some((choice) => choice.covered);
  const state = counted.length > 0 ? 'value' : covered ? 'unmentioned' : 'unreported';
  const { basis, reporting, children } = speakers(choices);
  const all = bucketsIn(spanOf(bucket), 'M');
  const perPlace = [...monthsByPlace(world, figure, bucket, scope, counted, state).values()];
  const cell: Cell = {
    state,
    ...numberOf(world, figure.subject, counted, scope),
    basis,
    months: { covered: Math.max(0, ...perPlace.map((months) => months.length)), total: all.length },
    children,
    counted: counted.length,
    leftOut: leftOut.length,
  };
  return { cell, counted, leftOut, reporting, bucket };
}

function speakers(choices: ({ place: string } & Choice)[]): Pick<Cell, 'basis' | 'children'> & { reporting: string[] } {
  const [only] = choices;
  if (only && choices.length === 1) {
    const { basis, reporting, expected } = only;
    return {
      basis,
      reporting,
      children: basis === 'children' ? { reported: reporting.length, total: expected } : null,
    };
  }
  const reporting = choices.filter(({ basis }) => basis === 'own' || basis === 'children').map(({ place }) => place);
  const someAbove = choices.some(({ basis }) => basis === 'above');
  const basis: Basis = reporting.length > 0 ? 'children' : someAbove ? 'above' : 'none';
  const children = only ? { reported: reporting.length, total: choices.length } : null;
  return { basis, reporting, children };
}

/** Month ids that reports cover, by the place that reports. */
export function monthsByPlace(
  world: World,
  figure: Figure,
  bucket: string,
  scope: Scope,
  counted: Observation[],
  state: Cell['state'],
): Map<string, string[]> {
  const span = spanOf(bucket);
  const spoken: { place: string; days: Period | null }[] = [];
  for (const o of counted) {
    spoken.push({
      place: speakerOf(world, o),
      days: figure.status === 'target' ? period(o) : coverage(reportOf(world, o)),
    });
  }
  if (state === 'unmentioned') {
    for (const place of scope.places)
      for (const report of coveredBy(world, bucket, place))
        spoken.push({ place: world.tree.placeOf(report.refArea), days: coverage(report) });
  }
  const months = new Map<string, string[]>();
  for (const { place, days } of spoken) {
    if (!days || !lies(days, span)) continue;
    months.set(place, [...new Set([...(months.get(place) ?? []), ...bucketsIn(days, 'M')])].sort());
  }
  return months;
}

/** Sum of numbers with at most two decimals. */
function sum(values: number[]): number {
  return values.reduce((all, value) => all + Math.round(value * 100), 0) / 100;
}

function numberOf(
  world: World,
  subject: Subject,
  counted: Observation[],
  scope: Scope,
): Pick<Cell, 'value' | 'qualifier' | 'unit' | 'reason' | 'asOf'> {
  const units = [...new Set(counted.map(({ unit }) => unit))];
  const facts = new Set(counted.map((o) => `${o.indicator ?? o.label.trim()}=${String(o.value)}`));
  let reason: Cell['reason'] = null;
  if (subject.kind === 'rate') {
    const foreign = counted.some((o) => world.tree.placeOf(o.refArea) !== scope.places[0]);
    if (facts.size > 1 || (counted.length > 0 && (scope.places.length > 1 || foreign))) reason = 'rate-not-additive';
  } else if (measures[subject.measure].additivity === 'sameUnit' && units.length > 1) reason = 'mixed-units';
  const [first] = counted;
  const indicator = world.dataset.indicators.find(({ code }) => code === subject.indicator);
  const ofSubject = reason === 'mixed-units' ? '' : (indicator?.unit ?? measures[subject.measure].unit);
  const dates = counted.map((o) => period(o)?.end ?? '').sort();
  let value: number | null = null;
  if (first && reason === null) value = subject.kind === 'rate' ? first.value : sum(counted.map((o) => o.value));
  return {
    value,
    qualifier:
      counted.map((o) => o.qualifier).reduce<Qualifier | null>((a, b) => (a ? combineQualifiers(a, b) : b), null) ??
      'exact',
    unit: units.length === 1 && units[0] !== undefined ? units[0] : ofSubject,
    reason,
    asOf: subject.kind === 'stock' ? (dates[0] ?? null) : null,
  };
}

export function totalOf(world: World, figure: Figure, parts: Shown[], scope: Scope): Shown {
  const last = parts.at(-1);
  if (last && (figure.subject.kind === 'stock' || parts.length === 1)) return last;
  const counted = parts.flatMap((part) => part.counted);
  const leftOut = parts.flatMap((part) => part.leftOut);
  const reporting = [...new Set(parts.flatMap((part) => part.reporting))];
  const has = (state: Cell['state']) => parts.some(({ cell }) => cell.state === state);
  const speaks = (basis: Basis) => parts.some(({ cell }) => cell.basis === basis);
  const expected = parts.flatMap(({ cell }) => (cell.children ? [cell.children.total] : []));
  const cell: Cell = {
    state: has('value') ? 'value' : has('unmentioned') ? 'unmentioned' : 'unreported',
    ...numberOf(world, figure.subject, counted, scope),
    basis: speaks('children') ? 'children' : speaks('own') ? 'own' : speaks('above') ? 'above' : 'none',
    months: {
      covered: sum(parts.map((part) => part.cell.months.covered)),
      total: sum(parts.map((part) => part.cell.months.total)),
    },
    children: expected.length > 0 ? { reported: reporting.length, total: Math.max(...expected) } : null,
    counted: counted.length,
    leftOut: leftOut.length,
  };
  return { cell, counted, leftOut, reporting, bucket: '' };
}
