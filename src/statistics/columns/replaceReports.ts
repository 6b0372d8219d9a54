import type { Observation } from '../../model/observation';
import type { RowColumns } from './rowColumns';
import { addReports, appendRows, rowsMaker } from './rowsMaker';
import { pickRows } from './pickRows';

/** All rows with what some reports say now in place of what they said. */
export function replaceReports(
  all: RowColumns,
  ids: readonly string[],
  observations: readonly Observation[],
): RowColumns {
  const { values, codes } = all.coded.reportId;
  const isOut = Uint8Array.from(values, (id) => (ids.includes(id) ? 1 : 0));
  const rows = new Uint32Array(all.count);
  let length = 0;
  for (let row = 0; row < all.count; row++) if (isOut[codes[row] as number] === 0) rows[length++] = row;
  const kept = pickRows(all, rows.slice(0, length));
  const maker = rowsMaker(kept.count + observations.length);
  appendRows(maker, kept);
  addReports(maker, observations);
  return maker.finish();
}
