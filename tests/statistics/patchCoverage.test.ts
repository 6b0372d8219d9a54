import fc from 'fast-check';
import { expect, test } from 'vitest';
import { granularities } from '../../src/model/period';
import type { CoverageSheet } from '../../src/statistics/columns/coverageSheet';
import { monthBits, ownBit, withinBit } from '../../src/statistics/columns/coverageSheet';
import { patchCoverage } from '../../src/statistics/columns/patchCoverage';
import { deriveOnce } from '../../src/statistics/columns/placeCoverage';
import { placeOrder } from '../../src/statistics/columns/placeOrder';
import type { Touched } from '../../src/statistics/columns/touched';
import { treeOf } from '../../src/statistics/treeOf';
import { areas } from '../support/datasets';

const order = placeOrder(treeOf(areas), []);
const placeCount = order.codes.length;

/** Who speaks, with bits, by bucket and place. */
type Spoken = Map<string, number>;

const bits = fc.tuple(fc.constantFrom(ownBit, withinBit, ownBit | withinBit), fc.nat(monthBits)).map(([a, b]) => a | b);
const cells = fc.array(fc.tuple(fc.integer({ min: 24216, max: 24221 }), fc.nat(placeCount - 1), bits));
const spoken = cells.map((list): Spoken => new Map(list.map(([bucket, at, one]) => [`${bucket}|${at}`, one])));

/** Packs slowly what is spoken. */
function sheetOf(key: string, said: Spoken): CoverageSheet {
  const list = Array.from(said, ([at, one]) => [...at.split('|').map(Number), one]);
  list.sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
  const buckets = [...new Set(list.map(([bucket = 0]) => bucket))];
  const before = (end: number) => list.filter(([bucket = 0]) => bucket < end).length;
  return {
    key,
    buckets: Int32Array.from(buckets),
    first: Uint32Array.from([...buckets.map(before), list.length]),
    place: Uint16Array.from(list, ([, at = 0]) => at),
    bits: Uint16Array.from(list, ([, , one = 0]) => one),
  };
}

/** What is worked out of a sheet, without the room for more. */
function derivedOf(sheet: CoverageSheet) {
  const { flags, width, covered } = deriveOnce(sheet, order);
  const rows = order.codes.map((_, place) => [...flags.subarray(place * width, (place + 1) * width)]);
  expect(rows.flatMap((row) => row.slice(sheet.buckets.length)).some((flag) => flag !== 0)).toBe(false);
  return { covered, flags: rows.map((row) => row.slice(0, sheet.buckets.length)) };
}

test('a patched sheet says what it should, and what is taken over of it is what is worked out anew', () => {
  fc.assert(
    fc.property(
      fc.tuple(spoken, spoken),
      fc.uniqueArray(fc.integer({ min: 24216, max: 24221 }), { maxLength: 3 }),
      fc.uniqueArray(fc.nat(placeCount - 1), { maxLength: 3 }),
      fc.constantFrom(...granularities),
      ([old, anew], redone, places, key) => {
        const isRedone = (at: string) => {
          const [bucket = 0, place = 0] = at.split('|').map(Number);
          return redone.includes(bucket) && places.includes(place);
        };
        const now = new Map([...[...old].filter(([at]) => !isRedone(at)), ...[...anew].filter(([at]) => isRedone(at))]);
        const before = sheetOf(key, old);
        const none: Touched = {
          places: new Set(places),
          buckets: { M: new Set(), Q: new Set(), S: new Set(), A: new Set() },
          spans: new Set(),
          years: new Set(),
        };
        const touched = { ...none, buckets: { ...none.buckets, [key]: new Set(redone) } };
        const [after] = patchCoverage([before], [sheetOf(key, anew)], places, touched, order);
        if (!after) throw new Error('no sheet');
        expect(after).toEqual(sheetOf(key, now));
        expect(derivedOf(after)).toEqual(derivedOf(sheetOf(key, now)));
      },
    ),
    { seed: 20260105, numRuns: 500 },
  );
});
