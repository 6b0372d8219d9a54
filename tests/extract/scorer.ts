import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../src/extract/extract';
import type { ExtractedObservation } from '../../src/extract/extractedObservation';
import type { ReportMeta } from '../../src/extract/header/reportHeader';

const folder = join('tests', 'fixtures', 'extract');

const fields = [
  'unit',
  'qualifier',
  'measure',
  'category',
  'refArea',
  'periodStart',
  'periodEnd',
  'kind',
  'status',
] as const;
type Field = (typeof fields)[number] | 'partOf';

/** One hand-checked observation; `alt` holds other right answers, `optional` ones may be left out. */
export interface GoldObservation {
  doc: string;
  start: number;
  end: number;
  surface: string;
  value: number;
  unit: string;
  qualifier: string;
  measure: string;
  category: string;
  refArea: string | null;
  periodStart: string | null;
  periodEnd: string | null;
  kind: string;
  status: string;
  partOf: number | null;
  alt?: Partial<Record<Field | 'value', (string | number | null)[]>>;
  optional?: boolean;
}

export interface Score {
  gold: number;
  precision: number;
  recall: number;
  f1: number;
  /** Hits with every field right, of all gold. */
  record: number;
  accuracy: Record<Field, number>;
  /** `doc@start` of every observation that is right in every field. */
  right: string[];
  mistakes: string[];
}

/** Gold of one set of fixtures: `dev`, `held` or `opened`. */
export function readGold(set: string): GoldObservation[] {
  return readFileSync(join(folder, `${set}.gold.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldObservation);
}

/** Names of the fixture texts. */
export function fixtureNames(): string[] {
  return readdirSync(join(folder, 'texts')).filter((name) => name.endsWith('.txt'));
}

/** Text and confirmed header of a fixture. */
export function readFixture(name: string): { text: string; meta: ReportMeta } {
  const path = join(folder, 'texts', name);
  const meta = JSON.parse(readFileSync(path.replace(/\.txt$/, '.meta.json'), 'utf8')) as ReportMeta;
  return { text: readFileSync(path, 'utf8'), meta };
}

function accepts(gold: GoldObservation, field: Field, got: unknown): boolean {
  return gold[field] === got || (gold.alt?.[field] ?? []).includes(got as string);
}

function hitOf(gold: GoldObservation, found: readonly ExtractedObservation[], used: ReadonlySet<ExtractedObservation>) {
  const values = [gold.value, ...(gold.alt?.value ?? [])].map(Number);
  return found.find(
    (row) =>
      !used.has(row) && Math.min(row.end, gold.end) > Math.max(row.start, gold.start) && values.includes(row.value),
  );
}

const ratio = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

/** Extracts every text that the gold speaks of and compares: a hit overlaps and has an equal value. */
export function score(gold: readonly GoldObservation[]): Score {
  const tally = Object.fromEntries([...fields, 'partOf'].map((field) => [field, { right: 0, all: 0 }]));
  const right: string[] = [];
  const mistakes: string[] = [];
  let hits = 0;
  let missed = 0;
  let spurious = 0;
  for (const doc of new Set(gold.map((row) => row.doc))) {
    const { text, meta } = readFixture(doc);
    const found = extract(text, meta).observations;
    const used = new Set<ExtractedObservation>();
    for (const row of gold.filter((other) => other.doc === doc)) {
      const hit = hitOf(row, found, used);
      if (!hit) {
        if (row.optional) continue;
        missed++;
        mistakes.push(`missed ${doc}@${row.start} ${row.surface}`);
        continue;
      }
      used.add(hit);
      hits++;
      const wrong = compare(row, hit, tally);
      if (wrong.length === 0) right.push(`${doc}@${row.start}`);
      else mistakes.push(`wrong ${doc}@${row.start} ${row.surface}: ${wrong.join(', ')}`);
    }
    for (const row of found.filter((other) => !used.has(other)))
      mistakes.push(`spurious ${doc}@${row.start} ${row.surface}`);
    spurious += found.length - used.size;
  }
  const precision = ratio(hits, hits + spurious);
  const recall = ratio(hits, hits + missed);
  const accuracy = Object.fromEntries(
    Object.entries(tally).map(([field, { right: ok, all }]) => [field, ratio(ok, all)]),
  ) as Record<Field, number>;
  const f1 = ratio(2 * precision * recall, precision + recall);
  return {
    gold: gold.length,
    precision,
    recall,
    f1,
    record: ratio(right.length, hits + missed),
    accuracy,
    right,
    mistakes,
  };
}

function compare(
  gold: GoldObservation,
  hit: ExtractedObservation,
  tally: Record<string, { right: number; all: number }>,
) {
  const wrong: string[] = [];
  for (const field of [...fields, 'partOf'] as const) {
    const ok = accepts(gold, field, hit[field]);
    const count = tally[field];
    if (count) {
      count.all++;
      if (ok) count.right++;
    }
    if (!ok && field !== 'partOf') wrong.push(`${field} ${String(hit[field])} for ${String(gold[field])}`);
  }
  return wrong;
}
