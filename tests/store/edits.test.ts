import { beforeEach, expect, test } from 'vitest';
import type { Observation } from '../../src/model/observation';
import { readState } from '../../src/store/commit';
import type { Database } from '../../src/store/database';
import { editObservation, historyOf, rejectObservation, revertObservation } from '../../src/store/edits';
import { loadDataset } from '../../src/store/loadDataset';
import { savePackage } from '../../src/store/savePackage';
import { saveReport } from '../../src/store/saveReport';
import { dumpOf } from '../support/store/dumpOf';
import { freshProfile, openIn } from '../support/store/freshDatabase';
import { smallPackage } from '../support/store/packageSmall';

const { dataset } = smallPackage();
const [original] = dataset.observations;
const [report] = dataset.reports;
if (!original || !report) throw new Error('the fixture is empty');
const decisionAt = (minute: number, reason = '') => ({ at: `2026-03-04T05:0${minute}:00.000Z`, reason });

let database: Database;
const stored = async (id: string): Promise<Observation | undefined> =>
  (await loadDataset(database)).dataset.observations.find((observation) => observation.id === id);

beforeEach(async () => {
  database = await openIn(freshProfile());
  await savePackage(database, smallPackage(), decisionAt(0));
});

test('an edit shows at once, keeps what was stored as its base, and is told in the history', async () => {
  await editObservation(database, { ...original, value: 1 }, decisionAt(1, '看错一行'));
  await editObservation(database, { ...original, value: 2 }, decisionAt(2, '再核对'));
  expect(await stored(original.id)).toEqual({ ...original, value: 2, review: 'edited' });
  expect((await database.edits.get(original.id))?.base).toEqual(original);

  const history = await historyOf(database, original.id);
  expect(history.map(({ action, reason }) => [action, reason])).toEqual([
    ['edit-observation', '看错一行'],
    ['edit-observation', '再核对'],
  ]);
  expect(history.map(({ before }) => (before as Observation).value)).toEqual([original.value, 1]);
  expect(history.map(({ after }) => (after as Observation).value)).toEqual([1, 2]);
});

test('a rejected observation stays, marked; reverting brings back what was stored', async () => {
  await rejectObservation(database, original, decisionAt(1, '重复'));
  expect(await stored(original.id)).toEqual({ ...original, review: 'rejected' });
  await revertObservation(database, original.id, decisionAt(2, '并不重复'));
  expect(await stored(original.id)).toEqual(original);
  expect((await historyOf(database, original.id)).map(({ action }) => action)).toEqual([
    'reject-observation',
    'revert-observation',
  ]);
});

test('reverting what was not edited changes nothing, not even the revision', async () => {
  const before = await dumpOf(database);
  await revertObservation(database, original.id, decisionAt(1));
  await revertObservation(database, 'nobody', decisionAt(1));
  expect(await dumpOf(database)).toEqual(before);
});

test('every edit is a new revision of the data', async () => {
  await editObservation(database, { ...original, value: 1 }, decisionAt(1));
  expect(await readState(database)).toMatchObject({ revision: 2, dataRevision: 2 });
  await revertObservation(database, original.id, decisionAt(2));
  expect(await readState(database)).toMatchObject({ revision: 3, dataRevision: 3 });
});

test('an unknown observation and one that moved to another report are mistakes, and nothing is written', async () => {
  const before = await dumpOf(database);
  await expect(editObservation(database, { ...original, id: 'nobody' }, decisionAt(1))).rejects.toThrow(
    'unknown observation: nobody',
  );
  await expect(rejectObservation(database, { ...original, reportId: 'elsewhere' }, decisionAt(1))).rejects.toThrow(
    'unknown observation',
  );
  expect(await dumpOf(database)).toEqual(before);
});

test('a report read by a person replaces the stored one whole, edits included; the log keeps all of it', async () => {
  await editObservation(database, { ...original, value: 1 }, decisionAt(1));
  const mine = { ...original, value: 5, review: 'machine' as const, confidence: 0.5 };
  await saveReport(database, report, [mine], decisionAt(2, '重新导入'));

  const { observations } = (await loadDataset(database)).dataset;
  expect(observations.filter(({ reportId }) => reportId === report.id)).toEqual([mine]);
  expect(await database.edits.count()).toBe(0);
  const [change] = await historyOf(database, report.id);
  expect(change).toMatchObject({
    action: 'save-report',
    reason: '重新导入',
    before: { report: { id: report.id, source: 'package' }, edits: [{ observationId: original.id }] },
    after: { report, observations: 1 },
  });
});

test('an observation that a person brought can be edited like any other', async () => {
  const own = { ...report, id: 'own' };
  const observation = { ...original, id: 'own.0', reportId: 'own', start: 0 };
  await saveReport(database, own, [observation], decisionAt(1));
  await editObservation(database, { ...observation, value: 3 }, decisionAt(2));
  expect((await stored('own.0'))?.value).toBe(3);
});

test('a report with observations of another is refused before anything is written', async () => {
  const before = await dumpOf(database);
  await expect(saveReport(database, { ...report, id: 'own' }, [original], decisionAt(1))).rejects.toThrow(
    'observation of another report',
  );
  expect(await dumpOf(database)).toEqual(before);
});
