import type { CsvTable } from '../csv';
import { cellReader } from './cell';
import { problem, type TableProblem } from './problem';
import type { ForeignKey, TableRow, TableSchema } from './tableSchema';

/** A table whose cells have been read by a schema; `lines` are the record numbers of `rows`. */
export interface CheckedTable {
  rows: TableRow[];
  lines: number[];
  problems: TableProblem[];
}

/** Values of several fields as one comparable text; null when any of them is missing. */
function keyOf(row: TableRow, fields: readonly string[]): string | null {
  const values = fields.map((field) => row[field] ?? null);
  return values.includes(null) ? null : JSON.stringify(values);
}

function primaryKeyProblems({ rows, lines }: CheckedTable, key: readonly string[]): TableProblem[] {
  if (key.length === 0) return [];
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const value = keyOf(row, key);
    const fresh = value !== null && !seen.has(value);
    if (value !== null) seen.add(value);
    return fresh ? [] : [problem('primary-key', lines[index] ?? null, key.join('+'), value ?? '')];
  });
}

/**
 * Reads the cells of a table by its schema.
 * Output: typed rows (columns that the schema does not name are dropped; absent columns that are not required are null).
 * Issues: every cell that breaks its field, `column-missing`, `primary-key`; rows are only to be used without problems.
 */
export function checkTable(table: CsvTable, schema: TableSchema): CheckedTable {
  const checked: CheckedTable = { rows: [], lines: [], problems: [...table.problems] };
  if (table.header.length === 0) return checked;
  const columns = schema.fields.map((field) => {
    const index = table.header.indexOf(field.name);
    if (index < 0 && field.constraints?.required) {
      checked.problems.push(problem('column-missing', null, field.name, field.name));
    }
    return { name: field.name, index, read: cellReader(field, schema.missingValues) };
  });

  for (const { row, cells } of table.rows) {
    const values: TableRow = {};
    for (const { name, index, read } of columns) {
      const cell = cells[index];
      if (cell === undefined) {
        values[name] = null;
        continue;
      }
      const { value, problem: trouble } = read(cell, row);
      values[name] = value;
      if (trouble) checked.problems.push(trouble);
    }
    checked.rows.push(values);
    checked.lines.push(row);
  }
  // Cells that could not be read are null; keys over them would only repeat the first complaint.
  return checked.problems.length > 0
    ? checked
    : { ...checked, problems: primaryKeyProblems(checked, schema.primaryKey) };
}

function danglingProblems(table: CheckedTable, key: ForeignKey, target: CheckedTable | undefined): TableProblem[] {
  if (!target) return [problem('foreign-key', null, key.fields.join('+'), key.reference.resource)];
  const known = new Set(target.rows.map((row) => keyOf(row, key.reference.fields)));
  return table.rows.flatMap((row, index) => {
    const value = keyOf(row, key.fields);
    if (value === null || known.has(value)) return [];
    const shown = key.fields.map((field) => String(row[field])).join('+');
    return [problem('foreign-key', table.lines[index] ?? null, key.fields.join('+'), shown)];
  });
}

/**
 * Looks for rows that point to rows that do not exist; a key with a missing part points nowhere and is fine.
 * Input: the table, its schema, and how to find the other tables by resource name.
 */
export function foreignKeyProblems(
  table: CheckedTable,
  schema: TableSchema,
  tableOf: (resource: string) => CheckedTable | undefined,
): TableProblem[] {
  return schema.foreignKeys.flatMap((key) =>
    danglingProblems(table, key, key.reference.resource === '' ? table : tableOf(key.reference.resource)),
  );
}
