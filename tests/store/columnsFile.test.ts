import { expect, test } from 'vitest';
import { fileColumns, withColumns } from '../../src/store/columnsFile';

const numbers = <T>(type: { from: (list: number[]) => T }, length: number): T =>
  type.from(Array.from({ length }, (_, i) => (i * 7919) % 120));

/** Columns of all types, with lengths that leave the next one unaligned, deep and in lists; and what is no column. */
const content = () => ({
  name: '参与人次',
  none: null,
  words: ['甲', '乙'],
  marks: new Set([3, 4]),
  big: [1n, 2n],
  empty: new Uint16Array(),
  bytes: numbers(Int8Array, 50_001),
  sheets: [
    { key: 'M', first: numbers(Uint32Array, 333), place: numbers(Uint8Array, 7) },
    { key: 'Q', first: numbers(Int32Array, 11), place: numbers(Uint16Array, 5) },
  ],
  summed: { whole: { amount: numbers(Float64Array, 9), told: numbers(Int16Array, 3) } },
});

test('columns come back as they were, through a file and the copy that a database makes', async () => {
  const before = content();
  const filed = fileColumns(before);
  expect(before).toEqual(content());
  expect(filed.file?.bytes.size).toBeGreaterThan(50_000);
  expect(JSON.stringify({ ...(filed.content as object), big: 0 }).length).toBeLessThan(300);
  const found = (await withColumns(structuredClone(filed))) as ReturnType<typeof content>;
  expect(found).toEqual(before);
  expect(found.summed.whole.amount.constructor).toBe(Float64Array);
});

test('a part of a longer column is filed without the rest', async () => {
  const filed = fileColumns({ part: numbers(Uint32Array, 90_000).subarray(1, 20_000) });
  expect(filed.file?.bytes.size).toBe(19_999 * 4 + 4);
  expect(await withColumns(filed)).toEqual({ part: numbers(Uint32Array, 90_000).subarray(1, 20_000) });
});

test('small columns stay in their record', async () => {
  const small = { first: numbers(Uint32Array, 100), list: [numbers(Uint8Array, 3)] };
  const filed = fileColumns(small);
  expect(filed).toEqual({ content: small });
  expect(await withColumns(filed)).toBe(small);
});

test('a file that is cut short or cannot be read is not believed', async () => {
  const { content: rest, file } = fileColumns(content());
  if (!file) throw new Error('these columns are filed');
  const cut = file.bytes.slice(0, file.bytes.size - 16);
  expect(await withColumns({ content: rest, file: { ...file, bytes: cut } })).toBeNull();
  const gone = { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) } as Blob;
  expect(await withColumns({ content: rest, file: { ...file, bytes: gone } })).toBeNull();
});

test('a column of a type that cannot be read back is refused', () => {
  expect(() => fileColumns({ wide: new BigInt64Array(2) })).toThrow('BigInt64Array');
});
