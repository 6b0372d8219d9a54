import type { CsvTable } from '../csv';
import { cellReader, type CheckedColumn } from './cell';
import { problem, type TableProblem } from './problem';
import type { CellValue, TableRow, TableSchema } from './tableSchema';

/** A table whose cells have been read by a schema, by name of the column; `lines` are the record numbers. */
export interface CheckedTable {
  columns: ReadonlyMap<string, CheckedColumn>;
  lines: readonly number[];
  problems: TableProblem[];
}

/** Value of a cell; null where there is none. */
export function cellAt({ columns }: CheckedTable, field: string, row: number): CellValue {
  const column = columns.get(field);
  return column?.values[column.codes[row] ?? -1] ?? null;
}

/** Rows of a checked table, for tables that are small. */
export function rowsOf({ columns, lines }: CheckedTable): TableRow[] {
  return lines.map((_, row) =>
    Object.fromEntries(Array.from(columns, ([name, { values, codes }]) => [name, values[codes[row] ?? -1] ?? null])),
  );
}

/** Several fields of a table as one value a row that can be compared; null where any of them is missing. */
export function keyColumn({ columns, lines }: CheckedTable, fields: readonly string[]): CheckedColumn {
  const cells = fields.map((field) => columns.get(field) ?? { values: [null], codes: lines.map(() => 0) });
  const [only] = cells;
  if (only && cells.length === 1 && !only.values.some(Array.isArray)) return only;
  const values = lines.map((_, row) => {
    const parts = cells.map((column) => column.values[column.codes[row] ?? -1] ?? null);
    return parts.includes(null) ? null : JSON.stringify(parts);
  });
  return { values, codes: lines.map((_, row) => row) };
}

/** What a row says in some fields, for a message. */
export function shownAt(table: CheckedTable, fields: readonly string[], row: number): string {
  return fields.map((field) => String(cellAt(table, field, row) ?? '')).join('+');
}

function keyChecker(key: readonly string[]): (table: CheckedTable) => TableProblem[] {
  if (key.length === 0) return () => [];
  const seen = new Set<CellValue>();
  return (table) => {
    const { values, codes } = keyColumn(table, key);
    return codes.flatMap((code, row) => {
      const value = values[code] ?? null;
      const isFresh = value !== null && !seen.has(value);
      if (isFresh) seen.add(value);
      return isFresh ? [] : [problem('primary-key', table.lines[row] ?? null, key.join('+'), shownAt(table, key, row))];
    });
  };
}

/**
 * Builds the reader of a table by its schema, file by file: what is unique is so over all of them.
 * Output: typed columns (those that the schema does not name are dropped; absent ones that are not required are null).
 * Issues: every cell that breaks its field, `column-missing`, `primary-key`; columns are only to be used without problems.
 */
export function tableChecker(schema: TableSchema): (table: CsvTable) => CheckedTable {
  const readers = schema.fields.map((field) => cellReader(field, schema.missingValues));
  const keyProblems = keyChecker(schema.primaryKey);
  return (table) => {
    const { header, lines } = table;
    if (header.length === 0) return { columns: new Map(), lines: [], problems: [...table.problems] };
    const missing: TableProblem[] = [];
    const broken: TableProblem[] = [];
    const columns = schema.fields.map((field, index): [string, CheckedColumn] => {
      const texts = table.columns[header.indexOf(field.name)];
      if (!texts && field.constraints?.required) missing.push(problem('column-missing', null, field.name, field.name));
      const read = readers[index];
      if (!texts || !read) return [field.name, { values: [null], codes: lines.map(() => 0) }];
      return [field.name, read(texts, lines, broken)];
    });
    broken.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    const problems = [...table.problems, ...missing, ...broken];
    const checked: CheckedTable = { columns: new Map(columns), lines, problems };
    // Cells that could not be read are null; keys over them would only repeat the first complaint.
    return problems.length > 0 ? checked : { ...checked, problems: keyProblems(checked) };
  };
}
