import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { extract } from '../extract/extract';
import type { ExtractedObservation, ExtractResult } from '../extract/extractedObservation';
import type { ReportMeta } from '../extract/header/reportHeader';

const usage = 'usage: extract [--jsonl | --csv | --summary] FILE…';
const formats = ['--jsonl', '--csv', '--summary'] as const;
type Format = (typeof formats)[number];

const columns = [
  'doc', 'start', 'end', 'surface', 'label', 'value', 'unit', 'qualifier', 'measure', 'category', 'refArea',
  'periodStart', 'periodEnd', 'kind', 'status', 'partOf', 'section', 'confidence',
] as const; // prettier-ignore

/** One file read, or why it could not be. */
type Outcome = { file: string; result: ExtractResult } | { file: string; error: string };

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The confirmed header beside a text: NAME.meta.json for NAME.txt; none when there is no such file. */
function readMeta(file: string): ReportMeta {
  let json: string;
  try {
    json = readFileSync(file.replace(/\.[^./\\]*$/, '') + '.meta.json', 'utf8');
  } catch {
    return {};
  }
  const parsed: unknown = JSON.parse(json);
  return typeof parsed === 'object' && parsed !== null ? parsed : {};
}

function read(file: string): Outcome {
  try {
    const bytes = readFileSync(file);
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { file, result: extract(text, readMeta(file)) };
  } catch (error) {
    return { file, error: messageOf(error) };
  }
}

/** A line of output: the codebook's fields, `partOf` as the start of the whole. */
function rowOf(doc: string, observation: ExtractedObservation): Record<string, unknown> {
  return { doc, ...observation, reasons: undefined };
}

function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const safe = /^[=+@-]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const printed = (field: { value: string | null; basis: string }) => `${field.value ?? '—'} (${field.basis})`;

function summaryOf(doc: string, { report, observations, issues }: ExtractResult): string {
  const head = [
    `${doc}: ${printed(report.title)}`,
    `  issuer ${printed(report.issuer)}, area ${printed(report.refArea)}`,
    `  coverage ${printed(report.coverageStart)} to ${printed(report.coverageEnd)}, frequency ${printed(report.frequency)}`,
  ];
  const rows = observations.map(
    (row) =>
      `  ${row.confidence.toFixed(2)}  ${String(row.value).padStart(12)} ${row.unit}  ${row.measure}/${row.category}/${row.kind}` +
      `${row.status === 'target' ? '/target' : ''}  ${row.refArea ?? '—'}  ${row.periodStart ?? '—'}…${row.periodEnd ?? '—'}  ${row.label}`,
  );
  const missing = issues.filter((issue) => issue.severity === 'error').map((issue) => `  issue: ${issue.code}`);
  const sure = observations.filter((row) => row.confidence >= 0.9).length;
  return [...head, ...missing, ...rows, `  ${observations.length} observations, ${sure} at 0.9 or above`].join('\n');
}

function print(format: Format, outcome: Extract<Outcome, { result: ExtractResult }>): string {
  const doc = basename(outcome.file);
  const rows = outcome.result.observations.map((observation) => rowOf(doc, observation));
  if (format === '--summary') return summaryOf(doc, outcome.result) + '\n';
  const lines =
    format === '--jsonl'
      ? rows.map((row) => JSON.stringify(row))
      : rows.map((row) => columns.map((name) => csvCell(row[name])).join(','));
  return lines.map((line) => line + '\n').join('');
}

/** Runs the command line. Output: exit code, 0 when every file was read, 2 when one could not be or nothing was asked. */
function run(args: readonly string[]): number {
  const chosen = formats.find((format) => args.includes(format)) ?? '--jsonl';
  const files = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.find((arg) => arg.startsWith('--') && !(formats as readonly string[]).includes(arg));
  if (files.length === 0 || unknown !== undefined) {
    process.stderr.write(`${unknown === undefined ? '' : `unknown option: ${unknown}\n`}${usage}\n`);
    return 2;
  }
  if (chosen === '--csv') process.stdout.write(columns.join(',') + '\n');
  let code = 0;
  for (const outcome of files.map(read)) {
    if ('error' in outcome) {
      process.stderr.write(`${outcome.file}: ${outcome.error}\n`);
      code = 2;
    } else process.stdout.write(print(chosen, outcome));
  }
  return code;
}

process.exitCode = run(process.argv.slice(2));
