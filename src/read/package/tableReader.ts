import { parseCsv } from '../csv';
import { cellAt, tableChecker, type CheckedTable } from './checkTable';
import { orderedFields, packageSchema, type PackageTable } from './packageSchema';
import { problem, type PackageProblem, type TableProblem } from './problem';
import type { TableSchema } from './tableSchema';

/** A file of a table, read by the package's own schema and as the app needs it. */
export interface TableFile {
  own: CheckedTable;
  needed: CheckedTable;
  /** Of the first stage that found any: cells by the own schema, cells as we need them, the order of periods and offsets. */
  problems: PackageProblem[];
}

/** Says where some problems are. */
export const inResource = (resource: string, problems: readonly TableProblem[]): PackageProblem[] =>
  problems.map((trouble) => ({ resource, ...trouble }));

function orderProblems(name: PackageTable, table: CheckedTable): TableProblem[] {
  return orderedFields[name].flatMap(([from, to]) =>
    table.lines.flatMap((line, row) => {
      const [first, last] = [cellAt(table, from, row), cellAt(table, to, row)];
      const fits = first === null || last === null ? first === last : first <= last;
      return fits ? [] : [problem('order', line, from, `${String(first)}…${String(last)}`)];
    }),
  );
}

const anything: TableSchema = { fields: [], primaryKey: [], foreignKeys: [], missingValues: [''] };

/**
 * Builds the reader of a table, file by file: the header stands in the first file and may stand again in the others.
 * Input: the table's name, its schemas, the package's and ours, and whether it has several files, which problems name.
 */
export function tableReader(
  name: PackageTable,
  own: TableSchema | null,
  isSplit: boolean,
  needed: TableSchema = packageSchema[name],
): (path: string, text: string) => TableFile {
  const checks = { own: tableChecker(own ?? anything), needed: tableChecker(needed) };
  let header: readonly string[] | null = null;
  return (path, text) => {
    const csv = parseCsv(text, header);
    header ??= csv.header;
    const file = { own: checks.own(csv), needed: checks.needed(csv) };
    const stages = [() => file.own.problems, () => file.needed.problems, () => orderProblems(name, file.needed)];
    let problems: TableProblem[] = [];
    for (const stage of stages) if (problems.length === 0) problems = stage();
    return { ...file, problems: inResource(isSplit ? path : name, problems) };
  };
}
