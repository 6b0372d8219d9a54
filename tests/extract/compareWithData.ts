// Prints where data/observations.csv and the extractor differ on the reports of a folder: npm run --silent compare FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { extract } from '../../src/extract/extract';
import type { ExtractedObservation } from '../../src/extract/extractedObservation';
import type { ReportMeta } from '../../src/extract/header/reportHeader';

type Row = Record<string, string>;

const data = join(import.meta.dirname, '../../data');
const fields = [
  'value',
  'unit',
  'qualifier',
  'measure',
  'category',
  'refArea',
  'periodStart',
  'periodEnd',
  'kind',
  'status',
  'indicator',
] as const;

function readTable(name: string): Row[] {
  return Papa.parse<Row>(readFileSync(join(data, name), 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** A file of the folder belongs to the report whose `doc` begins its name, or is its name. */
function reportOf(reports: readonly Row[], file: string): Row | undefined {
  return (
    reports.find((row) => row['doc'] === file) ??
    reports.find((row) => file.startsWith((row['doc'] ?? '?').replace(/\.txt$/, '')))
  );
}

function metaOf(report: Row): ReportMeta {
  const value = (name: string) => (report[name] === undefined || report[name] === '' ? null : report[name]);
  return {
    issuer: value('issuer'),
    refArea: value('refArea'),
    coverageStart: value('coverageStart'),
    coverageEnd: value('coverageEnd'),
    title: value('title'),
  };
}

function differences(told: Row, found: ExtractedObservation): string[] {
  return fields
    .filter((field) => (told[field] ?? '') !== String(found[field] ?? ''))
    .map((field) => `${field}: data ${told[field] ?? ''}, extractor ${String(found[field] ?? '')}`);
}

/** Compares one report; prints differences. Output: how many rows agree in every field. */
function compareReport(file: string, text: string, report: Row, told: readonly Row[]): number {
  const found = extract(text, metaOf(report)).observations;
  const byStart = new Map(found.map((row) => [row.start, row]));
  let agreed = 0;
  for (const row of told) {
    const hit = byStart.get(Number(row['start']));
    byStart.delete(Number(row['start']));
    const differs = hit ? differences(row, hit) : ['not found by the extractor'];
    if (differs.length === 0) agreed++;
    for (const line of differs) process.stdout.write(`${file}@${row['start'] ?? ''} ${row['label'] ?? ''}: ${line}\n`);
  }
  for (const row of byStart.values()) process.stdout.write(`${file}@${row.start} ${row.label}: not in the data\n`);
  return agreed;
}

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('usage: npm run --silent compare FOLDER\n');
  process.exitCode = 2;
} else {
  const reports = readTable('reports.csv');
  const observations = readTable('observations.csv');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    const report = reportOf(reports, file);
    if (!report) {
      process.stdout.write(`${file}: no such report in the data\n`);
      continue;
    }
    const told = observations.filter((row) => row['reportId'] === report['id']);
    const agreed = compareReport(file, readFileSync(join(folder, file), 'utf8'), report, told);
    process.stdout.write(`${file}: ${agreed} of ${told.length} rows agree in every field\n`);
  }
}
