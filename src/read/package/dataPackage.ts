import type { Annotation } from '../../model/annotation';
import type { Dataset } from '../../model/dataset';
import { parseCsv, type CsvTable } from '../csv';
import { checkTable, foreignKeyProblems, type CheckedTable } from './checkTable';
import type { Descriptor } from './descriptor';
import { toAnnotations, toDataset } from './packageRows';
import { orderedFields, packageSchema, packageTables, type PackageTable } from './packageSchema';
import { isJsonObject } from './parseTableSchema';
import { problem, type PackageProblem, type TableProblem } from './problem';
import type { TableSchema } from './tableSchema';

/** GeoJSON text of the children of a place. */
export interface Boundaries {
  place: string;
  geojson: string;
}

export interface DataPackage {
  name: string;
  version: string;
  dataset: Dataset;
  annotations: Annotation[];
  boundaries: Boundaries[];
}

type DataPackageResult = { ok: true; dataPackage: DataPackage } | { ok: false; problems: PackageProblem[] };

type Tables = Map<string, CheckedTable>;

const inResource = (resource: string, problems: TableProblem[]): PackageProblem[] =>
  problems.map((trouble) => ({ resource, ...trouble }));

/** Checks each table by itself, then, when all are well, what the tables say of one another. */
function checkTables(
  tables: ReadonlyMap<string, CsvTable>,
  schemaOf: (name: string) => TableSchema | null,
): { checked: Tables; problems: PackageProblem[] } {
  const checked: Tables = new Map();
  for (const [name, table] of tables) {
    const schema = schemaOf(name);
    if (schema) checked.set(name, checkTable(table, schema));
  }
  const problems = Array.from(checked, ([name, table]) => inResource(name, table.problems)).flat();
  if (problems.length > 0) return { checked, problems };

  const tableOf = (name: string) => checked.get(name);
  const dangling = Array.from(checked, ([name, table]) => {
    const schema = schemaOf(name);
    return schema ? inResource(name, foreignKeyProblems(table, schema, tableOf)) : [];
  });
  return { checked, problems: dangling.flat() };
}

function orderProblems(name: PackageTable, { columns, lines }: CheckedTable): TableProblem[] {
  return orderedFields[name].flatMap(([from, to]) =>
    lines.flatMap((line, index) => {
      const [first = null, last = null] = [columns.get(from)?.[index], columns.get(to)?.[index]];
      const fits = first === null || last === null ? first === last : first <= last;
      return fits ? [] : [problem('order', line, from, `${String(first)}…${String(last)}`)];
    }),
  );
}

function boundariesProblems(geojson: string): TableProblem[] {
  try {
    const json: unknown = JSON.parse(geojson);
    if (isJsonObject(json) && json['type'] === 'FeatureCollection' && Array.isArray(json['features'])) return [];
  } catch {
    // Said below: text that is no JSON and JSON that is no feature collection are the same to a reader.
  }
  return [problem('json', null, null, geojson.trim())];
}

/** What arrived, split into tables and boundaries. */
function readTexts(descriptor: Descriptor, texts: ReadonlyMap<string, string>) {
  const tables = new Map<string, CsvTable>();
  const boundaries: Boundaries[] = [];
  const problems = descriptor.resources.flatMap(({ name, boundariesOf }) => {
    const text = texts.get(name);
    if (text === undefined) return inResource(name, [problem('resource-missing', null, null, name)]);
    if (boundariesOf === null) {
      tables.set(name, parseCsv(text));
      return [];
    }
    boundaries.push({ place: boundariesOf, geojson: text });
    return inResource(name, boundariesProblems(text));
  });
  return { tables, boundaries, problems };
}

const emptyTable: CheckedTable = { columns: new Map(), lines: [], problems: [] };

/** Tables as the app needs them, whatever the package's own schemas let pass. */
function checkNeeds(tables: ReadonlyMap<string, CsvTable>) {
  const { checked, problems } = checkTables(tables, (name) => packageSchema[name as PackageTable]);
  const tableOf = (name: PackageTable) => checked.get(name) ?? emptyTable;
  const needed = {
    areas: tableOf('areas'),
    indicators: tableOf('indicators'),
    reports: tableOf('reports'),
    observations: tableOf('observations'),
    annotations: tableOf('annotations'),
  };
  // A cell that could not be read is null, which has no order: asked only of tables that are well.
  if (problems.length > 0) return { needed, problems };
  const unordered = packageTables.map((name) => inResource(name, orderProblems(name, tableOf(name))));
  return { needed, problems: unordered.flat() };
}

/**
 * Reads a data package whole: tables against their own schemas and against what the app needs, boundaries as text.
 * Input:  a descriptor and the decoded text of each resource by name.
 * Output: the dataset, observations accepted with confidence 1, and boundaries; or every problem of the first stage
 *         that found any (files and own schemas, then ours, then the order of periods and offsets).
 * Issues: see ProblemCode; never throws for any text.
 */
export function readDataPackage(descriptor: Descriptor, texts: ReadonlyMap<string, string>): DataPackageResult {
  const { tables, boundaries, problems } = readTexts(descriptor, texts);
  const own = new Map(descriptor.resources.map(({ name, schema }) => [name, schema]));
  const early = [...problems, ...checkTables(tables, (name) => own.get(name) ?? null).problems];
  if (early.length > 0) return { ok: false, problems: early };

  const needs = checkNeeds(tables);
  if (needs.problems.length > 0) return { ok: false, problems: needs.problems };
  const { name, version } = descriptor;
  const { annotations, ...needed } = needs.needed;
  const dataPackage = {
    name,
    version,
    dataset: toDataset(needed),
    annotations: toAnnotations(annotations),
    boundaries,
  };
  return { ok: true, dataPackage };
}
