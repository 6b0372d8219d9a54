import type { CheckedTable } from './checkTable';
import type { Resource } from './descriptor';
import { danglingProblems, knownKeys, type Knows } from './foreignKeys';
import { observationIds, type ObservationIds } from './observationIds';
import { packageSchema } from './packageSchema';
import type { PackageProblem } from './problem';
import { selfKeys, type SelfKeys } from './selfKeys';
import { inResource, tableReader } from './tableReader';
import type { TableSchema } from './tableSchema';

/** Observations of one file. */
export interface ObservationFile {
  /** As the app needs them, without a problem. */
  table: CheckedTable;
  /** Ids that are not `<reportId>.<start>`, by row. */
  ids: ReadonlyMap<number, string>;
}

/** Reads the files of the observations in order; what must be so over all files is remembered in little room. */
export interface ObservationReader {
  /** The file's observations, or every problem of the first stage that found any. */
  add: (path: string, text: string) => ({ ok: true } & ObservationFile) | { ok: false; problems: PackageProblem[] };
  /** After the last file: what pointed to rows that never came. */
  finish: () => PackageProblem[];
  /** The report that holds an observation of those read so far; null where none does. */
  reportOf: (id: string) => string | null;
}

/** The other tables by name, file by file, as one of their schemas reads them. */
type PartsOf = (resource: string) => readonly CheckedTable[] | undefined;

/** A schema without what is checked over all files by `observationIds`: that ids are unique. */
function withoutIds({ fields, primaryKey, ...rest }: TableSchema): TableSchema {
  return {
    ...rest,
    fields: fields.map((field) =>
      field.name === 'id' ? { ...field, constraints: { ...field.constraints, unique: false } } : field,
    ),
    primaryKey: primaryKey.length === 1 && primaryKey[0] === 'id' ? [] : primaryKey,
  };
}

/** Builds the check of what a schema's rows say of other tables. */
function outward(schema: TableSchema, partsOf: PartsOf) {
  const keys = schema.foreignKeys.flatMap((key) => {
    const { resource, fields } = key.reference;
    if (resource === '') return [];
    const parts = partsOf(resource);
    const knows: Knows = parts ? knownKeys(parts, fields) : () => false;
    return { key, knows };
  });
  return (table: CheckedTable) => keys.flatMap(({ key, knows }) => danglingProblems(table, key, knows));
}

/** Builds the checks of a schema over all files. */
function checksOf(schema: TableSchema, partsOf: PartsOf, ids: ObservationIds): [ReturnType<typeof outward>, SelfKeys] {
  return [outward(schema, partsOf), selfKeys(schema, (id) => ids.reportOf(id) !== null)];
}

/** Starts reading the observations of a package, whose other tables are well. */
export function observationReader(
  resource: Resource | undefined,
  partsOf: Record<'own' | 'needed', PartsOf>,
): ObservationReader {
  const { schema: own = null, paths = [], name = '' } = resource ?? {};
  const isSplit = paths.length > 1;
  const read = tableReader('observations', own && withoutIds(own), isSplit, withoutIds(packageSchema.observations));
  const isUnique = own?.fields.find((field) => field.name === 'id')?.constraints?.unique;
  const ids = observationIds(isUnique ? 'unique' : 'primary-key');
  const checks = {
    own: own && checksOf(own, partsOf.own, ids),
    needed: checksOf(packageSchema.observations, partsOf.needed, ids),
  };
  return {
    add: (path, text) => {
      const where = isSplit ? path : name;
      const file = read(path, text);
      if (file.problems.length > 0) return { ok: false, problems: file.problems };
      const stages = [() => checks.own?.[0](file.own) ?? [], () => checks.needed[0](file.needed)];
      for (const stage of stages) {
        const problems = stage();
        if (problems.length > 0) return { ok: false, problems: inResource(where, problems) };
      }
      const { unusual, problems } = ids.add(file.needed);
      if (problems.length > 0) return { ok: false, problems: inResource(where, problems) };
      checks.own?.[1].add(where, file.own);
      checks.needed[1].add(where, file.needed);
      return { ok: true, table: file.needed, ids: unusual };
    },
    finish: () => {
      const problems = checks.own?.[1].finish() ?? [];
      return problems.length > 0 ? problems : checks.needed[1].finish();
    },
    reportOf: ids.reportOf,
  };
}
