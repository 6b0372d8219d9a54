import { isVersion } from './packageVersion';
import { optionalTables, packageTables } from './packageSchema';
import { isJsonObject, parseTableSchema } from './parseTableSchema';
import { problem, type PackageProblem, type ProblemCode } from './problem';
import type { TableSchema } from './tableSchema';

const descriptorName = 'datapackage.json';
const boundariesPrefix = 'boundaries-';

/** A table or boundaries of a package; boundaries have no schema. */
export interface Resource {
  name: string;
  /** Relative to the descriptor: the files that make it, in order; of boundaries one. */
  paths: readonly string[];
  schema: TableSchema | null;
  /** Place whose children the file draws; null for a table. */
  boundariesOf: string | null;
}

/** The part of `datapackage.json` that we use: resources that we do not know are left alone. */
export interface Descriptor {
  name: string;
  version: string;
  resources: Resource[];
}

type DescriptorResult = { ok: true; descriptor: Descriptor } | { ok: false; problems: PackageProblem[] };

const found = (code: ProblemCode, column: string | null, value: string): PackageProblem => ({
  resource: descriptorName,
  ...problem(code, null, column, value),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** A path stays beside the descriptor: no scheme, host, root, parent folder, backslash, query or fragment. */
function isSafePath(path: string): boolean {
  return (
    /^[^\\:?#%/][^\\:?#%]*$/.test(path) && path.split('/').every((part) => part !== '' && part !== '..' && part !== '.')
  );
}

/** One path or, of a table, several; null where any is unsafe or none is there. */
function readPaths(path: unknown, isTable: boolean): string[] | null {
  const paths: unknown[] = isTable && Array.isArray(path) ? path : [path];
  const isFine = paths.length > 0 && paths.every((one) => typeof one === 'string' && isSafePath(one));
  return isFine && new Set(paths).size === paths.length ? (paths as string[]) : null;
}

function readResource(value: unknown, problems: PackageProblem[]): Resource | null {
  if (!isJsonObject(value) || typeof value['name'] !== 'string') {
    problems.push(found('descriptor', 'resources', 'name'));
    return null;
  }
  const { name, path } = value;
  const isTable = packageTables.some((table) => table === name);
  if (!isTable && !name.startsWith(boundariesPrefix)) return null;
  const paths = readPaths(path, isTable);
  if (!paths) {
    problems.push(found('path', name, String(path)));
    return null;
  }
  if (!isTable) return { name, paths, schema: null, boundariesOf: name.slice(boundariesPrefix.length) };
  const schema = parseTableSchema(value['schema']);
  if (!schema) problems.push(found('schema', name, name));
  return { name, paths, schema, boundariesOf: null };
}

/**
 * Reads `datapackage.json`.
 * Output: name, version and the resources that we know, or every problem found.
 * Issues: `json`, `descriptor`, `version` (not semantic), `path` (leaves the package, or comes twice), `schema`, `resource-missing`.
 * Source: Frictionless Data Package, https://datapackage.org/standard/data-package/
 */
export function readDescriptor(text: string): DescriptorResult {
  const json = parseJson(text);
  if (!isJsonObject(json)) return { ok: false, problems: [found('json', null, text.trim())] };
  const { name, version, resources } = json;
  const problems: PackageProblem[] = [];
  if (typeof name !== 'string' || name === '') problems.push(found('descriptor', 'name', String(name)));
  if (typeof version !== 'string' || !isVersion(version)) problems.push(found('version', 'version', String(version)));
  if (!Array.isArray(resources)) problems.push(found('descriptor', 'resources', String(resources)));

  const known = (Array.isArray(resources) ? resources : []).flatMap((item) => readResource(item, problems) ?? []);
  known.forEach(({ name: own }, index) => {
    if (known.findIndex((other) => other.name === own) < index) problems.push(found('descriptor', 'resources', own));
  });
  for (const table of packageTables) {
    const named = known.some((resource) => resource.name === table) || problems.some(({ column }) => column === table);
    if (!named && !optionalTables.includes(table)) problems.push(found('resource-missing', table, table));
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, descriptor: { name: String(name), version: String(version), resources: known } };
}
