import { beforeEach, expect, test } from 'vitest';
import { sheetKey } from '../../src/statistics/columns/flowSheet';
import { buildColumns } from '../../src/statistics/columns/buildColumns';
import { derive } from '../../src/statistics/columns/placeCoverage';
import { placeOrder } from '../../src/statistics/columns/placeOrder';
import { summedUp } from '../../src/statistics/columns/sumUp';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import { treeOf } from '../../src/statistics/treeOf';
import type { Database } from '../../src/store/database';
import { rejectObservation } from '../../src/store/edits';
import { loadDataset } from '../../src/store/loadDataset';
import { packedParts, readPackedHead, savePacked } from '../../src/store/packedColumns';
import { wordReader } from '../../src/store/reportWords';
import { savePackage } from '../../src/store/savePackage';
import { freshProfile, openIn } from '../support/store/freshDatabase';
import { smallPackage } from '../support/store/packageSmall';

const at = '2026-03-04T05:06:07.000Z';
const source = smallPackage();
let database: Database;

/** Packs what is stored. */
async function pack() {
  const { dataset, state, sequence } = await loadDataset(database);
  const madeOf = { dataRevision: state.dataRevision, sequence };
  const resolved = resolveDataset(dataset);
  const columns = buildColumns(resolved);
  const ordered = resolved.reports.map(({ report }) => report);
  const beside = { ...dataset, reports: ordered };
  return { columns, beside, state, ordered, madeOf, save: () => savePacked(database, columns, beside, madeOf) };
}

async function rejectOne(): Promise<void> {
  const [first] = source.dataset.observations;
  if (first) await rejectObservation(database, first, { at, reason: '误录' });
}

beforeEach(async () => {
  database = await openIn(freshProfile());
  await savePackage(database, source, { at });
});

test('gives back the columns as they were, with their sums over all places', async () => {
  const { columns, beside, state, ordered, save } = await pack();
  expect(await save()).toBe(true);
  const packed = await readPackedHead(database);
  if (!packed) throw new Error('nothing was kept');
  const { sheets, others, facets, ...rest } = columns;
  expect(packed.state).toEqual(state);
  const order = placeOrder(treeOf(beside.areas), columns.places);
  const coverage = columns.coverage.map((sheet) => ({ ...sheet, derived: derive(sheet, order) }));
  expect(packed.head.columns).toEqual({ ...rest, coverage });
  const parts = packedParts(database, packed.head);
  const summed = summedUp(columns, beside.areas);
  expect(summed).toHaveLength(sheets.length);
  for (const sheet of summed) expect(await parts.sheet(sheet.subject, sheet.granularity)).toEqual(sheet);
  for (const one of others) expect(await parts.others(one.subject)).toEqual(one);
  expect(await parts.facets()).toEqual(facets);
  expect(await parts.sheet('unions', null)).toBeUndefined();
  const words = await parts.words();
  if (!words) throw new Error('words were kept');
  expect(columns.reports.ids.map((_, number) => wordReader(words)(number))).toEqual(ordered);
});

test('what was made of older data says so, and is not kept', async () => {
  const { columns, beside, madeOf, save } = await pack();
  await save();
  await rejectOne();
  const found = await readPackedHead(database);
  expect(found).toMatchObject({ dataRevision: madeOf.dataRevision, head: { sequence: madeOf.sequence } });
  expect(found?.state.dataRevision).toBe(madeOf.dataRevision + 1);
  await database.packed.clear();
  expect(await savePacked(database, columns, beside, madeOf)).toBe(false);
  expect(await readPackedHead(database)).toBeNull();
});

test('an interrupted write leaves nothing of itself', async () => {
  const { save } = await pack();
  await save();
  const before = await database.packed.toArray();
  await rejectOne();
  const { save: again } = await pack();
  let writes = 0;
  database.packed.hook('creating', () => {
    if (++writes === 2) throw new DOMException('the tab was closed', 'AbortError');
  });
  await expect(again()).rejects.toThrow();
  expect(await database.packed.toArray()).toEqual(before);
});

test('a tampered revision, a missing sheet and a record cut short are not believed', async () => {
  const { beside, columns, state, save } = await pack();
  await save();
  const { head } = (await readPackedHead(database)) ?? {};
  const [sheet] = columns.sheets;
  if (!head || !sheet) throw new Error('the fixture has flows');
  const key = `sheet|${sheetKey(sheet.subject, sheet.granularity)}`;
  const row = await database.packed.get(key);
  if (!row) throw new Error('the sheets were kept');
  const read = () => packedParts(database, head).sheet(sheet.subject, sheet.granularity);
  await database.packed.put({ ...row, dataRevision: state.dataRevision - 1 });
  expect(await read()).toBeNull();
  await database.packed.put({ ...row, content: { ...sheet, amount: sheet.amount.subarray(1) } });
  expect(await read()).toBeNull();
  const [{ summed, ...whole } = sheet] = summedUp(columns, beside.areas);
  if (!summed) throw new Error('sheets are summed up');
  const short = { ...summed, whole: { ...summed.whole, told: summed.whole.told.subarray(1) } };
  await database.packed.put({ ...row, content: { ...whole, summed: short } });
  expect(await read()).toBeNull();
  await database.packed.delete(key);
  expect(await readPackedHead(database)).toBeNull();
  await save();
  const kept = await database.packed.get('head');
  if (kept) await database.packed.put({ ...kept, dataRevision: state.dataRevision + 1 });
  expect(await readPackedHead(database)).toBeNull();
});
