import type { CsvTable } from '../csv';
import { cellReader } from './cell';
import { problem, type TableProblem } from './problem';
import type { CellValue, ForeignKey, TableRow, TableSchema } from './tableSchema';

/** A table whose cells have been read by a schema, by name of the column; `lines` are the record numbers. */
export interface CheckedTable {
  columns: ReadonlyMap<string, readonly CellValue[]>;
  lines: readonly number[];
  problems: TableProblem[];
}

/** Rows of a checked table, for tables that are small. */
export function rowsOf({ columns, lines }: CheckedTable): TableRow[] {
  return lines.map((_, index) =>
    Object.fromEntries(Array.from(columns, ([name, cells]) => [name, cells[index] ?? null])),
  );
}

/** By row the values of several fields as one that can be compared; null where any of them is missing. */
function keysOf({ columns, lines }: CheckedTable, fields: readonly string[]): readonly CellValue[] {
  const cells = fields.map((field) => columns.get(field) ?? []);
  const [only = []] = cells;
  if (cells.length === 1 && !only.some(Array.isArray)) return only;
  return lines.map((_, index) => {
    const values = cells.map((column) => column[index] ?? null);
    return values.includes(null) ? null : JSON.stringify(values);
  });
}

function primaryKeyProblems(table: CheckedTable, key: readonly string[]): TableProblem[] {
  if (key.length === 0) return [];
  const seen = new Set<CellValue>();
  return keysOf(table, key).flatMap((value, index) => {
    const isFresh = value !== null && !seen.has(value);
    if (isFresh) seen.add(value);
    return isFresh
      ? []
      : [problem('primary-key', table.lines[index] ?? null, key.join('+'), shownAt(table, key, index))];
  });
}

const shownAt = ({ columns }: CheckedTable, fields: readonly string[], index: number) =>
  fields.map((field) => String(columns.get(field)?.[index] ?? '')).join('+');

/**
 * Reads the cells of a table by its schema.
 * Output: typed columns (those that the schema does not name are dropped; absent ones that are not required are null).
 * Issues: every cell that breaks its field, `column-missing`, `primary-key`; columns are only to be used without problems.
 */
export function checkTable(table: CsvTable, schema: TableSchema): CheckedTable {
  const { header, lines } = table;
  if (header.length === 0) return { columns: new Map(), lines: [], problems: [...table.problems] };
  const missing: TableProblem[] = [];
  const broken: TableProblem[] = [];
  const columns = schema.fields.map((field): [string, CellValue[]] => {
    const texts = table.columns[header.indexOf(field.name)];
    if (!texts && field.constraints?.required) missing.push(problem('column-missing', null, field.name, field.name));
    if (!texts) return [field.name, lines.map(() => null)];
    const read = cellReader(field, schema.missingValues, broken);
    return [field.name, texts.map((text, index) => read(text, lines[index] ?? 0))];
  });
  broken.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const problems = [...table.problems, ...missing, ...broken];
  const checked: CheckedTable = { columns: new Map(columns), lines, problems };
  // Cells that could not be read are null; keys over them would only repeat the first complaint.
  return problems.length > 0 ? checked : { ...checked, problems: primaryKeyProblems(checked, schema.primaryKey) };
}

function danglingProblems(table: CheckedTable, key: ForeignKey, target: CheckedTable | undefined): TableProblem[] {
  if (!target) return [problem('foreign-key', null, key.fields.join('+'), key.reference.resource)];
  const known = new Set(keysOf(target, key.reference.fields));
  return keysOf(table, key.fields).flatMap((value, index) =>
    value === null || known.has(value)
      ? []
      : [problem('foreign-key', table.lines[index] ?? null, key.fields.join('+'), shownAt(table, key.fields, index))],
  );
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
