import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset';
import { buildColumns, type Columns } from '../../src/statistics/columns/buildColumns';
import { columnsBuilder } from '../../src/statistics/columns/columnsBuilder';
import type { FacetColumns } from '../../src/statistics/columns/facetColumns';
import type { FlowSheet } from '../../src/statistics/columns/flowSheet';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import { arbitraryDataset } from '../support/arbitraryDataset';

const runs = { seed: Number(process.env['TWIN_SEED'] ?? 20260104), numRuns: Number(process.env['TWIN_RUNS'] ?? 200) };

/** The same dataset in a province of its own. */
function moved(dataset: Dataset, province: string, mark: string): Dataset {
  const at = <T extends string | null>(code: T) => (code === null ? code : (code.replace(/^42/, province) as T));
  const as = <T extends string | null>(id: T) => (id === null ? id : (`${mark}${id}` as T));
  return {
    indicators: dataset.indicators,
    areas: dataset.areas.map((area) => ({
      ...area,
      code: at(area.code),
      place: at(area.place),
      parent: at(area.parent),
      order: Number(province) * 100 + area.order,
    })),
    reports: dataset.reports.map((report) => ({ ...report, id: as(report.id), refArea: at(report.refArea) })),
    observations: dataset.observations.map((one) => ({
      ...one,
      id: as(one.id),
      reportId: as(one.reportId),
      partOf: as(one.partOf),
      refArea: at(one.refArea),
      value: one.value * (mark === 'b' ? 1.25 : 1),
    })),
  };
}

const provinces = fc.tuple(arbitraryDataset, arbitraryDataset, arbitraryDataset).map((datasets) => {
  const parts = datasets.map((dataset, i) => moved(dataset, ['42', '43', '44'][i] ?? '', 'abc'[i] ?? ''));
  const join = <K extends keyof Dataset>(key: K) => parts.flatMap((part) => part[key] as object[]) as Dataset[K];
  const [first] = parts;
  const whole: Dataset = {
    indicators: first?.indicators ?? [],
    areas: join('areas'),
    reports: join('reports'),
    observations: join('observations'),
  };
  return { whole, parts };
});

/** Cells of a sheet in plain words, so that the numbering of units and spans does not matter. */
function cellsOf(sheet: FlowSheet, { units, places }: Columns): unknown[] {
  const unitOf = (unit: number) => (unit < 0 ? unit : units[unit]);
  const made: unknown[] = [];
  for (let place = 0; place < places.length; place++) {
    for (let i = sheet.first[place] ?? 0; i < (sheet.first[place + 1] ?? 0); i++) {
      const bucket = sheet.bucket[i] ?? -1;
      made.push({
        place: places[place],
        bucket: sheet.granularity === null ? sheet.spans[bucket] : bucket,
        category: sheet.category[i],
        amount: sheet.big?.[i] ?? BigInt(sheet.amount[i] ?? 0),
        counted: sheet.counted[i],
        told: sheet.told[i],
        unit: unitOf(sheet.unit[i] ?? -1),
        qualifier: sheet.qualifier[i],
        speaker: sheet.speaker[i],
        months: sheet.months[i],
        reports: [...sheet.report.subarray(sheet.firstReport[i], sheet.firstReport[i + 1])],
      });
    }
  }
  return made;
}

const textOf = (value: unknown) =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one));
const sorted = (list: unknown[]) => list.map(textOf).sort();

function facetRows(columns: FacetColumns): string[] {
  return sorted(
    Array.from(columns.period, (period, row) => [
      columns.periods[period],
      columns.places[columns.place[row] ?? -1],
      columns.category[row],
      columns.codes[columns.code[row] ?? -1],
      columns.statuses[columns.code[row] ?? -1],
      columns.reports[columns.report[row] ?? -1],
    ]),
  );
}

/** Columns without what depends on the order of reading. */
function plain(columns: Columns) {
  const { places, reports, coverage, others, observationCount, isLinked, facets, rejected, sheets } = columns;
  const byKey = <T extends { key: string }>(list: T[]) => [...list].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    ...{ places, reports, observationCount, isLinked },
    coverage: byKey(coverage),
    others: byKey(others.map((one) => ({ key: one.subject, ...one }))),
    facets: facetRows(facets),
    rejected: facetRows(rejected),
    sheets: byKey(
      sheets.map((sheet) => ({
        key: `${sheet.subject}|${sheet.granularity ?? ''}`,
        shift: sheet.shift,
        isBig: sheet.big !== null,
        cells: sheet.granularity === null ? sorted(cellsOf(sheet, columns)) : cellsOf(sheet, columns),
      })),
    ),
  };
}

test('province by province the columns are those of all at once', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(provinces, fc.constantFrom([0, 1, 2], [2, 0, 1], [1, 2, 0]), ({ whole, parts }, order) => {
      const builder = columnsBuilder(whole);
      for (const i of order) {
        const part = parts[i];
        builder.add(part?.reports.map(({ id }) => id) ?? [], part?.observations ?? []);
      }
      const { columns, reports } = builder.finish();
      const resolved = resolveDataset(whole);
      expect(reports).toEqual(resolved.reports.map(({ report }) => report));
      expect(plain(columns)).toEqual(plain(buildColumns(resolved)));
    }),
    runs,
  );
});
