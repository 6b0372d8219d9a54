import type { CheckedTable } from '../read/package/checkTable';
import type { ObservationFile } from '../read/package/observationReader';
import { codesFor } from '../statistics/columns/codes';
import { idAt, type CodedColumn, type CodedField, type RowColumns } from '../statistics/columns/rowColumns';
import { pickRows } from '../statistics/columns/pickRows';

/** About so many observations are stored together: few records for a whole package, little to read for one report. */
const perBlock = 5000;

const constant = (value: string, count: number): CodedColumn => ({ values: [value], codes: codesFor(1, count) });

/** A field as its text; nothing is the empty one. */
function textColumn({ columns, lines }: CheckedTable, field: string, join = ','): CodedColumn {
  const column = columns.get(field);
  if (!column) return constant('', lines.length);
  const values = column.values.map((value) => (Array.isArray(value) ? value.join(join) : String(value ?? '')));
  const codes = codesFor(values.length, lines.length);
  codes.set(column.codes);
  return { values, codes };
}

/** Two fields as one, `start/end`. */
function periodColumn(table: CheckedTable): CodedColumn {
  const [start, end] = [textColumn(table, 'periodStart'), textColumn(table, 'periodEnd')];
  const known = new Map<number, number>();
  const values: string[] = [];
  const made = Uint32Array.from(start.codes, (from, row) => {
    const to = end.codes[row] as number;
    const key = from * end.values.length + to;
    const found = known.get(key) ?? values.push(`${start.values[from] ?? ''}/${end.values[to] ?? ''}`) - 1;
    known.set(key, found);
    return found;
  });
  return { values, codes: made };
}

function numbersOf({ columns, lines }: CheckedTable, field: string): (row: number) => number {
  const { values, codes } = columns.get(field) ?? { values: [0], codes: lines.map(() => 0) };
  const numbers = Float64Array.from(values, Number);
  return (row) => numbers[codes[row] as number] as number;
}

/** A file of observations as rows. What is published has been read by a person: it is accepted, with full confidence. */
export function rowsOfFile({ table, ids }: ObservationFile): RowColumns {
  const count = table.lines.length;
  const text = (field: CodedField) => textColumn(table, field);
  const [value, start, end] = [numbersOf(table, 'value'), numbersOf(table, 'start'), numbersOf(table, 'end')];
  return {
    count,
    ids,
    gone: new Set(),
    coded: {
      reportId: text('reportId'),
      doc: text('doc'),
      surface: text('surface'),
      label: text('label'),
      unit: text('unit'),
      qualifier: text('qualifier'),
      measure: text('measure'),
      category: text('category'),
      refArea: text('refArea'),
      kind: text('kind'),
      status: text('status'),
      section: text('section'),
      review: constant('accepted', count),
      period: periodColumn(table),
      partOf: text('partOf'),
      indicator: text('indicator'),
      implied: text('implied'),
      confidence: constant('1', count),
    },
    value: Float64Array.from(table.lines, (_, row) => value(row)),
    start: Uint32Array.from(table.lines, (_, row) => start(row)),
    end: Uint32Array.from(table.lines, (_, row) => end(row)),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Rows by report, in order of appearance of the reports, each in the order of its text. */
function rowsByReport(rows: RowColumns): Map<string, number[]> {
  const { values, codes } = rows.coded.reportId;
  const byReport = new Map<string, number[]>();
  const lists = values.map((id) => {
    const list = byReport.get(id) ?? [];
    byReport.set(id, list);
    return list;
  });
  codes.forEach((code, row) => lists[code]?.push(row));
  const { start } = rows;
  const inText = (a: number, b: number) =>
    (start[a] as number) - (start[b] as number) || compare(idAt(rows, a), idAt(rows, b));
  for (const list of byReport.values()) {
    const isSorted = list.every(
      (row, i) => i === 0 || (start[row] as number) > (start[list[i - 1] as number] as number),
    );
    if (!isSorted) list.sort(inText);
  }
  return byReport;
}

/**
 * Cuts rows into blocks of whole reports, those of one place together. `placeOf` gives the place of a report, null of one
 * that there is none of: what it says is left out.
 */
export function cutBlocks(rows: RowColumns, placeOf: (reportId: string) => string | null): RowColumns[] {
  const reports = Array.from(rowsByReport(rows), ([id, mine]) => ({ id, mine, place: placeOf(id) }))
    .filter(({ place }) => place !== null)
    .sort((a, b) => compare(a.place ?? '', b.place ?? '') || compare(a.id, b.id));
  const blocks: RowColumns[] = [];
  let gathered: number[] = [];
  const cut = () => {
    if (gathered.length > 0) blocks.push(pickRows(rows, Uint32Array.from(gathered)));
    gathered = [];
  };
  for (const { mine } of reports) {
    for (const row of mine) gathered.push(row);
    if (gathered.length >= perBlock) cut();
  }
  cut();
  return blocks;
}
