import type { Observation } from '../../model/observation';
import { codeMaker, type CodeMaker } from './codes';
import { rowFields, rowText, usualId, type CodedField, type RowColumns } from './rowColumns';

/** Rows that are being gathered, report by report, without an object for any. */
export interface RowsMaker {
  columns: Record<CodedField, CodeMaker>;
  /** Appends rows whose codes the caller sets; gives the number of the first. `ids` are those that are not the usual. */
  append: (rows: Pick<RowColumns, 'value' | 'start' | 'end'> & { ids: Ids | null }) => number;
  add: (observation: Observation) => void;
  finish: () => RowColumns;
}

/** By row. */
type Ids = ReadonlyMap<number, string> | readonly string[];

type Numbers = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

function longer<T extends Numbers>(column: T, length: number): T {
  const grown = new (column.constructor as new (length: number) => T)(length);
  grown.set(column);
  return grown;
}

/** Starts gathering about so many rows. */
export function rowsMaker(expected: number): RowsMaker {
  const columns = Object.fromEntries(rowFields.map((field) => [field, codeMaker(expected)])) as RowsMaker['columns'];
  const ids = new Map<number, string>();
  let [value, start, end] = [new Float64Array(expected), new Uint32Array(expected), new Uint32Array(expected)];
  let count = 0;
  const append: RowsMaker['append'] = (rows) => {
    const first = count;
    count += rows.value.length;
    if (count > value.length) {
      const room = Math.max(64, count * 2);
      [value, start, end] = [longer(value, room), longer(start, room), longer(end, room)];
      for (const field of rowFields) columns[field].grow(room);
    }
    value.set(rows.value, first);
    start.set(rows.start, first);
    end.set(rows.end, first);
    rows.ids?.forEach((id: string, i: number) => ids.set(first + i, id));
    return first;
  };
  return {
    columns,
    append,
    add: (observation) => {
      const { id, reportId, start: from, end: to } = observation;
      const row = append({
        value: Float64Array.of(observation.value),
        start: Uint32Array.of(from),
        end: Uint32Array.of(to),
        ids: id === usualId(reportId, from) ? null : [id],
      });
      for (const field of rowFields) {
        const code = columns[field].codeOf(rowText(observation, field));
        columns[field].set(row, code);
      }
    },
    finish: () => ({
      count,
      ids,
      gone: new Set(),
      coded: Object.fromEntries(
        rowFields.map((field) => [field, { values: columns[field].values, codes: columns[field].take(count) }]),
      ) as RowColumns['coded'],
      value: value.slice(0, count),
      start: start.slice(0, count),
      end: end.slice(0, count),
    }),
  };
}

/** What whole reports say, report by report, each in the order of its text. */
export function inTextOrder(observations: readonly Observation[]): Observation[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const byPlace = (a: Observation, b: Observation) =>
    compare(a.reportId, b.reportId) || a.start - b.start || compare(a.id, b.id);
  return [...observations].sort(byPlace);
}

/** Packs observations into columns, in the given order; `observationAt` gives each one back. */
export function packRows(observations: readonly Observation[]): RowColumns {
  const maker = rowsMaker(observations.length);
  observations.forEach(maker.add);
  return maker.finish();
}
