import { idAt, observationAt, rowOfId, type RowColumns } from '../../../statistics/columns/rowColumns';
import { kinshipOf, type Kinship } from '../figure/kinship';

/** The kinship of a row: its whole and its parts, looked up when somebody asks. */
export function kinshipAt(columns: RowColumns, row: number): Kinship | undefined {
  const { values, codes } = columns.coded.partOf;
  const id = idAt(columns, row);
  const wholeRow = rowOfId(columns, values[codes[row] ?? 0] ?? '');
  const ownCode = values.indexOf(id);
  const family = new Set([row]);
  if (wholeRow >= 0) family.add(wholeRow);
  if (ownCode >= 0) codes.forEach((code, other) => code === ownCode && family.add(other));
  return kinshipOf([...family].map((member) => observationAt(columns, member))).get(id);
}
