import { keyColumn, shownAt, type CheckedTable } from './checkTable';
import type { Knows } from './foreignKeys';
import { problem, type PackageProblem } from './problem';
import type { CellValue, ForeignKey, TableSchema } from './tableSchema';

/** What a table says of its own rows, over all its files. */
export interface SelfKeys {
  add: (resource: string, table: CheckedTable) => void;
  /** After the last file: the rows that point to rows that never came. */
  finish: () => PackageProblem[];
}

const isId = ({ reference: { fields } }: ForeignKey) => fields.length === 1 && fields[0] === 'id';

/** Remembers, until the last file, what points to a row that has not come yet; `hasId` knows the ids of those that have. */
export function selfKeys(schema: TableSchema, hasId: (id: string) => boolean): SelfKeys {
  const checks = schema.foreignKeys
    .filter(({ reference }) => reference.resource === '')
    .map((key) => oneKey(key, hasId));
  return {
    add: (resource, table) => {
      for (const check of checks) check.add(resource, table);
    },
    finish: () => checks.flatMap((check) => check.finish()),
  };
}

function oneKey(key: ForeignKey, hasId: (id: string) => boolean): SelfKeys {
  const known = new Set<CellValue>();
  const knows: Knows = isId(key) ? (value) => typeof value === 'string' && hasId(value) : (value) => known.has(value);
  let pending: { value: CellValue; found: PackageProblem }[] = [];
  return {
    add: (resource, table) => {
      if (!isId(key)) for (const value of keyColumn(table, key.reference.fields).values) known.add(value);
      const { values, codes } = keyColumn(table, key.fields);
      const isLost = values.map((value) => value !== null && !knows(value));
      if (!isLost.includes(true)) return;
      codes.forEach((code, row) => {
        if (!isLost[code]) return;
        const shown = shownAt(table, key.fields, row);
        const found = problem('foreign-key', table.lines[row] ?? null, key.fields.join('+'), shown);
        pending.push({ value: values[code] ?? null, found: { resource, ...found } });
      });
    },
    finish: () => {
      pending = pending.filter(({ value }) => !knows(value));
      return pending.map(({ found }) => found);
    },
  };
}
