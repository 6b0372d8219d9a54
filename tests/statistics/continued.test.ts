import fc from 'fast-check';
import { expect, test } from 'vitest';
import { continued } from '../../src/statistics/columns/continued';

/** Each step puts values behind one of the columns that there are so far: the latest, mostly, or any. */
const step = fc.record({ of: fc.option(fc.nat(20), { freq: 3 }), more: fc.array(fc.nat(255), { maxLength: 100 }) });

test('columns keep what they say, whichever of them is continued', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), fc.boolean(), (steps, isWide) => {
      const columns = [{ column: isWide ? new Float64Array([1, 2]) : new Uint8Array([1, 2]), values: [1, 2] }];
      for (const { of, more } of steps) {
        const from = columns[of === null ? columns.length - 1 : of % columns.length];
        if (!from) continue;
        columns.push({ column: continued(from.column, more), values: [...from.values, ...more] });
      }
      for (const { column, values } of columns) expect([...column]).toEqual(values);
    }),
    { seed: 11 },
  );
});

test('the latest column goes on in the same memory, an older one does not', () => {
  const first = continued(new Int32Array([1]), [2]);
  const second = continued(first, [3]);
  expect(second.buffer).toBe(first.buffer);
  expect(continued(first, [4]).buffer).not.toBe(first.buffer);
});
