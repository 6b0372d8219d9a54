import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset';
import { answer } from '../../src/statistics/answer';
import { buildColumns, type Columns } from '../../src/statistics/columns/buildColumns';
import { sheetKey } from '../../src/statistics/columns/flowSheet';
import { often } from '../../src/statistics/columns/onceAskedOften';
import { openColumns, sheetFinder } from '../../src/statistics/columns/openColumns';
import { patchColumns } from '../../src/statistics/columns/patchColumns';
import type { ReportChange } from '../../src/statistics/columns/patchReports';
import { summedUp } from '../../src/statistics/columns/sumUp';
import { layFacets, layOthers, laySheet } from '../../src/worker/layPatch';
import type { Split } from '../../src/statistics/query';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import type { Resolved } from '../../src/statistics/resolved';
import { arbitraryDataset, arbitraryFilter, subjectCodes } from '../support/arbitraryDataset';
import { aDataset, aFilter, anObservation, aReport } from '../support/datasets';
import { plainRefresh } from '../support/plainRefresh';

const runs = {
  seed: Number(process.env['TWIN_SEED'] ?? 20260104),
  numRuns: Number(process.env['TWIN_RUNS'] ?? 300),
};

/** Parts of other reports' numbers are built anew, see below: here each report keeps to itself. */
const unlinked = arbitraryDataset.map((dataset): Dataset => {
  const reportOfId = new Map(dataset.observations.map(({ id, reportId }) => [id, reportId]));
  const observations = dataset.observations.map((one) =>
    one.partOf !== null && reportOfId.get(one.partOf) !== one.reportId ? { ...one, partOf: null } : one,
  );
  return { ...dataset, observations };
});

/** What a person does to one report: it comes, it goes, one of its numbers is edited or rejected, it comes anew. */
const deed = fc.record({
  what: fc.constantFrom('come', 'go', 'edit', 'reject', 'shorten'),
  which: fc.nat(7),
  at: fc.nat(29),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

const reportOf = (dataset: Dataset, id: string) => {
  const report = dataset.reports.find((one) => one.id === id);
  return report ? { report, observations: dataset.observations.filter(({ reportId }) => reportId === id) } : null;
};

/** The dataset before and after each deed; reports that are to come are missing at first. */
function story(all: Dataset, deeds: readonly Deed[]): Dataset[] {
  const idAt = (which: number) => all.reports[which % all.reports.length]?.id ?? '';
  const absent = new Set(deeds.filter(({ what }) => what === 'come').map(({ which }) => idAt(which)));
  const without = (dataset: Dataset, id: string): Dataset => ({
    ...dataset,
    reports: dataset.reports.filter((report) => report.id !== id),
    observations: dataset.observations.filter(({ reportId }) => reportId !== id),
  });
  const states = [[...absent].reduce(without, all)];
  for (const { what, which, at } of deeds) {
    const id = idAt(which);
    const now = states.at(-1) ?? all;
    const rest = without(now, id);
    const mine = what === 'come' ? reportOf(all, id) : reportOf(now, id);
    if (!mine) continue;
    const hit = at % Math.max(1, mine.observations.length);
    const observations =
      what === 'shorten'
        ? mine.observations.slice(0, hit)
        : mine.observations.map((one, i) => {
            if (i !== hit) return one;
            if (what === 'edit') return { ...one, value: one.value + 1.5, unit: '元', review: 'edited' as const };
            return what === 'reject' ? { ...one, review: 'rejected' as const } : one;
          });
    states.push(
      what === 'go'
        ? rest
        : { ...rest, reports: [...rest.reports, mine.report], observations: [...rest.observations, ...observations] },
    );
  }
  return states;
}

const changesBetween = (before: Dataset, after: Dataset): ReportChange[] => {
  const ids = new Set([...before.reports, ...after.reports].map(({ id }) => id));
  const changes = Array.from(ids, (id) => ({ id, before: reportOf(before, id), after: reportOf(after, id) }));
  return changes.filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
};

/** Carries columns from one state to the next; null where they must be built anew. */
async function carry(columns: Columns, words: Map<number, Dataset['reports'][number]>, from: Dataset, to: Dataset) {
  const { sheets, others, facets, ...head } = columns;
  const wordsOf = (number: number) => {
    const report = words.get(number);
    if (!report) throw new Error(`no report: ${String(number)}`);
    return report;
  };
  const made = await patchColumns(
    {
      head,
      beside: from,
      wordsOf,
      read: (ids) => Promise.resolve(new Map(ids.map((id) => [id, reportOf(to, id)?.observations ?? []]))),
    },
    changesBetween(from, to),
  );
  if (!made) return null;
  const { patch } = made;
  for (const { number, report } of patch.reports) if (report) words.set(number, report);
  const find = sheetFinder(sheets);
  const places = made.head.places.length;
  const named = [...sheets, ...patch.sheets.map(({ cells }) => cells)];
  const wanted = new Map(
    named.map(({ subject, granularity }) => [sheetKey(subject, granularity), { subject, granularity, places }]),
  );
  const laid = Array.from(wanted.values(), (one) => laySheet(find(one.subject, one.granularity), one, patch));
  const subjects = new Set([...others, ...patch.others].map(({ subject }) => subject));
  return structuredClone({
    ...made.head,
    sheets: laid.filter((sheet) => sheet !== null),
    others: Array.from(subjects, (subject) =>
      layOthers(others.find((one) => one.subject === subject) ?? null, subject, patch),
    ).filter((one) => one !== null),
    facets: layFacets(facets, patch),
  });
}

function open(columns: Columns, beside: Dataset): Resolved {
  const { resolved, addOthers } = openColumns(columns, { beside, sheet: sheetFinder(columns.sheets) });
  columns.others.forEach(addOthers);
  return { ...resolved, facets: columns.facets };
}

describe('patches of columns', { timeout: 600_000 }, () => {
  test('after any changes they answer as columns built anew do', async () => {
    let patched = 0;
    await fc.assert(
      fc.asyncProperty(
        unlinked,
        fc.array(deed, { minLength: 1, maxLength: 4 }),
        arbitraryFilter.map((filter) => ({ ...filter, reports: [] })),
        fc.constantFrom(...subjectCodes),
        fc.constantFrom<Split[]>('none', 'area', 'category'),
        async (all, deeds, filter, subject, split) => {
          const states = story(all, deeds);
          let [now = all] = states;
          const first = resolveDataset(now);
          const built = buildColumns(first);
          // As columns are kept, with what was summed up beforehand.
          let columns: Columns | null = { ...built, sheets: summedUp(built, all.areas) };
          const words = new Map(first.reports.map(({ report, rank }) => [rank, report]));
          for (const next of states.slice(1)) {
            columns = await carry(columns, words, now, next);
            now = next;
            // Built anew in the product; here the story ends.
            if (!columns) return;
            patched += 1;
            const [ours, theirs] = [open(columns, now), resolveDataset(now)];
            const series = { filter, subject, split };
            expect(answer(ours, 'series', series)).toEqual(answer(theirs, 'series', series));
            const tiles = { filter, subjects: subjectCodes };
            expect(answer(ours, 'tiles', tiles)).toEqual(answer(theirs, 'tiles', tiles));
            const refresh = { ...tiles, subject };
            const refreshed = plainRefresh(answer(theirs, 'refresh', refresh));
            for (let asked = 0; asked <= 2 * often; asked++)
              expect(plainRefresh(answer(ours, 'refresh', refresh))).toEqual(refreshed);
            expect(answer(ours, 'facets', tiles)).toEqual(answer(theirs, 'facets', tiles));
            expect(answer(ours, 'reportCounts', tiles)).toEqual(answer(theirs, 'reportCounts', tiles));
            expect(answer(ours, 'digest', {})).toEqual(answer(theirs, 'digest', {}));
          }
        },
      ),
      runs,
    );
    expect(patched).toBeGreaterThan(runs.numRuns);
  });

  test('a place that only a change has brought is covered also where the change says nothing', async () => {
    const [city, anew] = [aReport('421000', '2018-11'), aReport('429900', '2018-11')];
    const before = aDataset([city], [anObservation(city, 1), anObservation(city, 2, { measure: 'funds', unit: '元' })]);
    const after = aDataset([city, anew], [...before.observations, anObservation(anew, 3)]);
    const first = resolveDataset(before);
    const words = new Map(first.reports.map(({ report, rank }) => [rank, report]));
    const columns = await carry(buildColumns(first), words, before, after);
    if (!columns) throw new Error('one report is a patch');
    const ours = open(columns, after);
    const filter = aFilter({ granularity: 'M', areas: ['429900'] });
    for (const subject of ['participants', 'funds']) {
      const refresh = { filter, subjects: [subject], subject };
      const expected = plainRefresh(answer(resolveDataset(after), 'refresh', refresh));
      expect(expected.coverage.cells).toHaveLength(1);
      for (let asked = 0; asked <= 2 * often; asked++)
        expect(plainRefresh(answer(ours, 'refresh', refresh))).toEqual(expected);
    }
  });
});
