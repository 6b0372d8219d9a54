import { keyColumn, shownAt, type CheckedTable } from './checkTable';
import { problem, type TableProblem } from './problem';
import type { CellValue, ForeignKey, TableSchema } from './tableSchema';

/** Tells whether another row has a value. */
export type Knows = (value: CellValue) => boolean;

/** Rows of a table that point to rows that do not exist. */
export function danglingProblems(table: CheckedTable, { fields }: ForeignKey, knows: Knows): TableProblem[] {
  const { values, codes } = keyColumn(table, fields);
  const isLost = values.map((value) => value !== null && !knows(value));
  if (!isLost.includes(true)) return [];
  return codes.flatMap((code, row) =>
    isLost[code]
      ? [problem('foreign-key', table.lines[row] ?? null, fields.join('+'), shownAt(table, fields, row))]
      : [],
  );
}

/** Values of some fields over all files of a table. */
export function knownKeys(parts: readonly CheckedTable[], fields: readonly string[]): Knows {
  const known = new Set<CellValue>();
  for (const part of parts) for (const value of keyColumn(part, fields).values) known.add(value);
  return (value) => known.has(value);
}

/**
 * Looks for rows that point to rows that do not exist; a key with a missing part points nowhere and is fine.
 * Input: the files of a table, its schema, and how to find the files of the others by resource name.
 * Output: the problems, file by file.
 */
export function foreignKeyProblems(
  parts: readonly CheckedTable[],
  schema: TableSchema,
  partsOf: (resource: string) => readonly CheckedTable[] | undefined,
): TableProblem[][] {
  const keys = schema.foreignKeys.map((key) => {
    const { resource, fields } = key.reference;
    const target = resource === '' ? parts : partsOf(resource);
    return { key, knows: target && knownKeys(target, fields) };
  });
  return parts.map((part, index) =>
    keys.flatMap(({ key, knows }) => {
      if (knows) return danglingProblems(part, key, knows);
      return index === 0 ? [problem('foreign-key', null, key.fields.join('+'), key.reference.resource)] : [];
    }),
  );
}
