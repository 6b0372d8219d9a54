import type { Observation } from '../model/observation';
import { rowsMaker, type RowsMaker } from '../statistics/columns/rowsMaker';
import { plainFields, type RowColumns } from '../statistics/columns/rowColumns';
import type { Database } from './database';
import { eachSegment } from './eachSegment';
import { applyEdits } from './loadDataset';
import type { Edit } from './rows';
import { columnsOf, unpackSegment, type Segment } from './segment';
import { toAppError } from './toAppError';

/**
 * Reads all observations as columns, a person's edits applied: those of a report together, in the order of its text.
 * `expected` is about how many there are. Errors: `db-broken`.
 */
export async function readRows(database: Database, expected: number): Promise<RowColumns> {
  try {
    return await database.transaction('r', [database.segments, database.edits], async () => {
      const maker = rowsMaker(expected);
      const edits = new Map<string, Edit[]>();
      for (const edit of await database.edits.toArray())
        edits.set(edit.reportId, [...(edits.get(edit.reportId) ?? []), edit]);
      await eachSegment(database, (segment) => {
        const mine = edits.get(segment.reportId);
        edits.delete(segment.reportId);
        if (mine || !isInOrder(segment)) addObservations(maker, applyEdits(unpackSegment(segment), mine ?? []));
        else addSegment(maker, segment);
      });
      for (const survivors of edits.values()) addObservations(maker, applyEdits([], survivors));
      return maker.finish();
    });
  } catch (error) {
    throw toAppError(error);
  }
}

function addObservations(maker: RowsMaker, observations: readonly Observation[]): void {
  const byPlace = (a: Observation, b: Observation) => a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  [...observations].sort(byPlace).forEach(maker.add);
}

/** Whether a segment has the order of its text; what starts at the same place needs a closer look. */
function isInOrder({ start }: Segment): boolean {
  return start.every((at, i) => i === 0 || at > (start[i - 1] ?? 0));
}

/** Appends a segment without making an observation of any of its rows. */
function addSegment({ append, columns }: RowsMaker, segment: Segment): void {
  const { reportId, value, start, end, ids, label, surface, partOf } = segment;
  const coded = columnsOf(segment);
  const shared = plainFields.filter((field) => field !== 'reportId' && field !== 'label' && field !== 'surface');
  const plain = shared.map((field) => ({ to: columns[field], from: coded(field, columns[field].codeOf) }));
  const text = (one: number | null | string) => (one === null ? '' : String(one));
  const made = [
    { to: columns.indicator, from: coded('indicator', (code) => columns.indicator.codeOf(text(code))) },
    { to: columns.confidence, from: coded('confidence', (number) => columns.confidence.codeOf(text(number))) },
    { to: columns.implied, from: coded('implied', (fields) => columns.implied.codeOf(fields.join(','))) },
  ];
  const [from, to] = [coded('periodStart', text), coded('periodEnd', text)];
  const report = columns.reportId.codeOf(reportId);
  const noWhole = columns.partOf.codeOf('');
  const idAt = (i: number) => ids?.[i] ?? `${reportId}.${String(start[i])}`;
  const wholeAt = (i: number) => {
    const whole = partOf.get(i);
    if (whole === undefined) return noWhole;
    return columns.partOf.codeOf(typeof whole === 'number' ? idAt(whole) : whole);
  };
  for (let i = 0; i < value.length; i++) {
    const row = append(value[i] ?? 0, start[i] ?? 0, end[i] ?? 0, ids?.[i] ?? null);
    for (const one of plain) one.to.set(row, one.from(i));
    for (const one of made) one.to.set(row, one.from(i));
    columns.reportId.set(row, report);
    columns.label.set(row, columns.label.codeOf(label[i] ?? ''));
    columns.surface.set(row, columns.surface.codeOf(surface[i] ?? ''));
    columns.period.set(row, columns.period.codeOf(`${from(i)}/${to(i)}`));
    columns.partOf.set(row, wholeAt(i));
  }
}
