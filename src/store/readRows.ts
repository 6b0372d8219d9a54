import type { Observation } from '../model/observation';
import { observationsIn, rowsOfReports } from '../statistics/columns/observationsIn';
import { inTextOrder, rowsMaker, type RowsMaker } from '../statistics/columns/rowsMaker';
import { rowFields, usualId, type CodedField as SharedField, type RowColumns } from '../statistics/columns/rowColumns';
import { eachBlock } from './blocks';
import type { Database } from './database';
import { eachSegment } from './eachSegment';
import { applyEdits } from './loadDataset';
import type { Edit } from './rows';
import { columnsOf, unpackSegment, type CodedField, type Segment, type SegmentColumn } from './segment';
import { toAppError } from './toAppError';

/** How rows are read: about how many there are, and what is waited for between some and the next. */
interface Reading {
  expected: number;
  pause?: () => Promise<void>;
}

/**
 * Reads all observations as columns, a person's edits applied: those of a report together, in the order of its text. What
 * changes while it reads may be there as it was or as it is: the log tells of which reports. Errors: `db-broken`.
 */
export async function readRows(database: Database, { expected, pause }: Reading): Promise<RowColumns> {
  const maker = rowsMaker(expected);
  const edits = new Map<string, Edit[]>();
  try {
    for (const edit of await database.edits.toArray())
      edits.set(edit.reportId, [...(edits.get(edit.reportId) ?? []), edit]);
    const add = (segment: Segment) => {
      const mine = edits.get(segment.reportId);
      edits.delete(segment.reportId);
      if (mine || !isInOrder(segment)) addReports(maker, applyEdits(unpackSegment(segment), mine ?? []));
      else addSegment(maker, segment);
    };
    await eachSegment(database, add, pause);
    await eachBlock(database, (rows) => addBlock(maker, rows, edits), pause);
  } catch (error) {
    throw toAppError(error);
  }
  for (const survivors of edits.values()) addReports(maker, applyEdits([], survivors));
  return maker.finish();
}

/** Appends what whole reports say, each in the order of its text. */
function addReports(maker: RowsMaker, observations: readonly Observation[]): void {
  inTextOrder(observations).forEach(maker.add);
}

/** Appends rows as they are. */
function appendRows({ append, columns }: RowsMaker, rows: RowColumns): void {
  const first = append(rows);
  for (const field of rowFields) {
    const { values, codes } = rows.coded[field];
    columns[field].setAll(first, values.map(columns[field].codeOf), codes, 0, rows.count);
  }
}

/** Appends a block, reports that a person has edited one by one. */
function addBlock(maker: RowsMaker, rows: RowColumns, edits: Map<string, Edit[]>): void {
  const edited = rows.coded.reportId.values.filter((id) => edits.has(id));
  if (edited.length === 0) {
    appendRows(maker, rows);
    return;
  }
  for (const [id, range] of rowsOfReports(rows)) {
    addReports(maker, applyEdits(observationsIn(rows, range), edits.get(id) ?? []));
    edits.delete(id);
  }
}

/** Whether a segment has the order of its text; what starts at the same place needs a closer look. */
function isInOrder({ start }: Segment): boolean {
  return start.every((at, i) => i === 0 || at > (start[i - 1] as number));
}

/** Fields that stand in both forms as they are. */
const sameFields = [
  ...['doc', 'unit', 'qualifier', 'measure', 'category'],
  ...['refArea', 'kind', 'status', 'section', 'review'],
] as ('doc' | 'unit')[];

/** Appends a segment without making an observation of any of its rows. */
function addSegment({ append, columns }: RowsMaker, segment: Segment): void {
  const { reportId, value, start, ids, label, surface, partOf } = segment;
  const count = value.length;
  const columnIn = columnsOf(segment);
  const row = append(segment);
  const place = <F extends CodedField & SharedField>(field: F, textOf: (one: Observation[F]) => string) => {
    const { values, codes, first } = columnIn(field);
    const to = columns[field];
    const table = values.map((one) => to.codeOf(textOf(one)));
    to.setAll(row, table, codes, first, count);
  };
  for (const field of sameFields) place(field, (text) => text);
  place('indicator', (code) => code ?? '');
  place('confidence', String);
  place('implied', (fields) => fields.join(','));
  const report = columns.reportId.codeOf(reportId);
  const noWhole = columns.partOf.codeOf('');
  const periodAt = periodsIn(columnIn('periodStart'), columnIn('periodEnd'), columns.period.codeOf);
  for (let i = 0; i < count; i++) {
    columns.reportId.set(row + i, report);
    columns.partOf.set(row + i, noWhole);
    columns.label.set(row + i, columns.label.codeOf(label[i] ?? ''));
    columns.surface.set(row + i, columns.surface.codeOf(surface[i] ?? ''));
    columns.period.set(row + i, periodAt(i));
  }
  const idAt = (i: number) => ids?.[i] ?? usualId(reportId, start[i] ?? 0);
  for (const [i, whole] of partOf) {
    const code = columns.partOf.codeOf(typeof whole === 'number' ? idAt(whole) : whole);
    columns.partOf.set(row + i, code);
  }
}

/** Codes of the periods of a segment's rows; each pair of days is looked up once. */
function periodsIn(
  start: SegmentColumn<'periodStart'>,
  end: SegmentColumn<'periodEnd'>,
  codeOf: (period: string) => number,
): (index: number) => number {
  const known = new Map<number, number>();
  return (index) => {
    const [from, to] = [start.codes[start.first + index] ?? 0, end.codes[end.first + index] ?? 0];
    const key = from * end.values.length + to;
    const code = known.get(key) ?? codeOf(`${start.values[from] ?? ''}/${end.values[to] ?? ''}`);
    known.set(key, code);
    return code;
  };
}
