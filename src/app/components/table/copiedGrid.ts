import type { Grid } from '../../../export/gridText';
import { textAt } from '../../../statistics/columns/rowColumns';
import type { ColumnKey, Table } from '../../../statistics/table/tableColumns';

/** Headings of the columns as copied, and that of the unit, which stands beside the number there. */
export type ColumnNames = Record<ColumnKey | 'unit', string>;

/**
 * All rows as a table to paste: the shown columns, the value as a plain number beside its unit. A value never goes without
 * its qualifier: 约 and 以上 travel along even where their column is hidden.
 */
export function copiedGrid(table: Table, shown: readonly ColumnKey[], names: ColumnNames): Grid {
  const keys = shown.flatMap((key): (ColumnKey | 'unit')[] => {
    if (key === 'value') return ['qualifier', 'value', 'unit'];
    return key === 'qualifier' && shown.includes('value') ? [] : [key];
  });
  const { columns } = table;
  const cell = (key: ColumnKey | 'unit', row: number) => {
    if (key === 'value') return columns.value[row] ?? '';
    return key === 'unit' ? textAt(columns, 'unit', row) : table.text(key, row);
  };
  const rows = Array.from({ length: columns.count }, (_, row) => keys.map((key) => cell(key, row)));
  return { header: keys.map((key) => names[key]), rows };
}
