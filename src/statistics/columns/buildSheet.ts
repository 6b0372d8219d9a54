import { Big } from 'big.js';
import { categoryCodes } from '../../model/categories';
import type { Granularity } from '../../model/period';
import { qualifiers } from '../../model/qualifier';
import { spanOf } from '../buckets';
import { coverageOf } from '../coverage';
import { basisOf, decide } from '../decide';
import type { Subject } from '../query';
import type { Entry, Resolved } from '../resolved';
import { bucketed, makeSlot, type Slot } from '../slot';
import { bucketNumber } from './bucketNumber';
import type { FlowSheet } from './flowSheet';
import type { PlaceOrder } from './placeOrder';

interface Atom {
  place: number;
  bucket: number;
  top: number;
  category: number;
  unit: number;
  qualifier: number;
  report: number;
  values: number[];
  left: number;
}

/** Units are kept in 16 bits. */
const maxUnits = 2 ** 16;

/** Numbers units in order of appearance. */
export type Units = Map<string, number>;

interface Making {
  resolved: Resolved;
  order: PlaceOrder;
  units: Units;
  atoms: Atom[];
}

/** Decides all that is said about a flow at a granularity, and packs it. */
export function buildSheet(
  resolved: Resolved,
  {
    subject,
    granularity,
    order,
    units,
  }: { subject: Subject; granularity: Granularity | null; order: PlaceOrder; units: Units },
): FlowSheet {
  const pools = new Map(bucketed(resolved, subject, 'actual', granularity));
  // Nothing is finer than a month, so no figure shows a month beside its buckets.
  if (granularity === null) for (const id of pools.keys()) if (spanOf(id).granularity === 'M') pools.delete(id);
  const spans = granularity === null ? [...pools.keys()] : [];
  const all: Atom[] = [];
  const above: number[] = [];
  for (const [id, pool] of pools) {
    const slot = makeSlot(resolved, { subject, status: 'actual', span: spanOf(id) }, pool);
    const making = { resolved, order, units, atoms: all };
    const bucket = bucketNumber({ granularity, spans }, id);
    for (const place of slot.byPlace.keys()) {
      if (basisOf(resolved, slot, place) === 'above') above.push(order.numberOf.get(place) ?? 0, bucket);
      addPlace(making, slot, place, bucket);
    }
  }
  all.sort((a, b) => a.place - b.place || a.bucket - b.bucket);
  return packed({ subject: subject.code, granularity, spans, above: Int32Array.from(above) }, all, order);
}

function addPlace(making: Making, slot: Slot, place: string, bucket: number): void {
  const { resolved, order, units } = making;
  const [number, top] = [order.numberOf.get(place) ?? 0, topOf(resolved, slot, place, order)];
  const atoms = new Map<number, Atom>();
  const count = (entry: Entry, report: number): Atom => {
    const { observation } = entry;
    const isLeft = report < 0;
    const unit = isLeft ? 0 : (units.get(observation.unit) ?? units.set(observation.unit, units.size).size - 1);
    const qualifier = isLeft ? 0 : qualifiers.indexOf(observation.qualifier);
    const category = categoryCodes.indexOf(observation.category);
    const key = ((report + 1) * maxUnits + unit) * 256 + qualifier * 16 + category;
    const known = atoms.get(key);
    if (known) return known;
    const atom: Atom = { place: number, bucket, top, category, unit, qualifier, report, values: [], left: 0 };
    atoms.set(key, atom);
    making.atoms.push(atom);
    return atom;
  };
  if (basisOf(resolved, slot, place) === 'children') {
    // What is said about the place itself belongs to no child, and so it is left out.
    for (const entry of slot.byPlace.get(place) ?? []) if (entry.place === place) count(entry, -1).left += 1;
    return;
  }
  const { counted, left } = decide(resolved, slot, place);
  for (const entry of counted) count(entry, entry.report.rank).values.push(entry.observation.value);
  for (const { entry } of left) count(entry, -1).left += 1;
}

/** Depth of the highest place that sums down to a place: coverage alone decides that for flows. */
function topOf(resolved: Resolved, slot: Slot, place: string, { numberOf, depth }: PlaceOrder): number {
  const { own, ownBelow } = coverageOf(resolved, slot.span);
  let top = depth[numberOf.get(place) ?? 0] ?? 0;
  for (const ancestor of resolved.tree.ancestors(place)) {
    if (own.has(ancestor) || !ownBelow.has(ancestor)) break;
    top -= 1;
  }
  return top;
}

const maxShift = 6;

/** The fewest digits by which all values become whole and their sum stays exact; null when there is no such number. */
function shiftOf(atoms: readonly Atom[]): number | null {
  let shift = 0;
  let size = 0;
  for (const { values } of atoms) {
    for (const value of values) {
      while (!Number.isInteger(scaled(value, shift))) if (++shift > maxShift) return null;
      size += Math.abs(value);
    }
  }
  return size * 10 ** shift < Number.MAX_SAFE_INTEGER / 2 ? shift : null;
}

/** A value with its digits shifted, exactly. */
function scaled(value: number, shift: number): number {
  return shift === 0 || Number.isInteger(value) ? value * 10 ** shift : new Big(value).times(10 ** shift).toNumber();
}

type Named = Pick<FlowSheet, 'subject' | 'granularity' | 'spans' | 'above'>;

function packed(named: Named, merged: Atom[], order: PlaceOrder): FlowSheet {
  const shift = shiftOf(merged);
  // Where sums of shifted numbers would not be exact, each number keeps an atom of its own.
  const atoms = shift === null ? merged.flatMap(alone) : merged;
  const first = new Uint32Array(order.codes.length + 1);
  for (const { place } of atoms) first[place + 1] = (first[place + 1] ?? 0) + 1;
  for (let place = 0; place < order.codes.length; place++)
    first[place + 1] = (first[place + 1] ?? 0) + (first[place] ?? 0);
  const total = ({ values }: Atom) =>
    shift === null ? (values[0] ?? 0) : values.reduce((sum, value) => sum + scaled(value, shift), 0);
  return {
    ...named,
    shift,
    first,
    bucket: Int32Array.from(atoms, ({ bucket }) => bucket),
    top: Uint8Array.from(atoms, ({ top }) => top),
    category: Uint8Array.from(atoms, ({ category }) => category),
    unit: Uint16Array.from(atoms, ({ unit }) => unit),
    qualifier: Uint8Array.from(atoms, ({ qualifier }) => qualifier),
    report: Int32Array.from(atoms, ({ report }) => report),
    amount: Float64Array.from(atoms, total),
    counted: Uint32Array.from(atoms, ({ values }) => values.length),
    left: Uint32Array.from(atoms, ({ left }) => left),
  };
}

function alone(atom: Atom): Atom[] {
  if (atom.values.length < 2) return [atom];
  return atom.values.map((value, i) => ({ ...atom, values: [value], left: i === 0 ? atom.left : 0 }));
}
