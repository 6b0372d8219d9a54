import type { CheckedTable } from './checkTable';
import type { Boundaries, PackageHead } from './dataPackage';
import type { Descriptor, Resource } from './descriptor';
import { foreignKeyProblems } from './foreignKeys';
import { observationReader, type ObservationReader } from './observationReader';
import { toAnnotations, toHeadDataset } from './packageRows';
import { packageSchema, type PackageTable } from './packageSchema';
import { isJsonObject } from './parseTableSchema';
import { problem, type PackageProblem, type TableProblem } from './problem';
import type { TableSchema } from './tableSchema';
import { inResource, tableReader, type TableFile } from './tableReader';

/** What was read of a package before its observations, and the way to read those. */
type HeadResult =
  { ok: true; head: PackageHead; observations: ObservationReader } | { ok: false; problems: PackageProblem[] };

/** A table that is read whole, with its files in order. */
interface ReadTable {
  resource: Resource;
  files: TableFile[];
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

/** Whether a resource holds observations, which are read file by file after everything else. */
export const holdsObservations = ({ name }: Resource) => name === ('observations' satisfies PackageTable);

/** What arrived, split into tables and boundaries. */
function readTexts(resources: readonly Resource[], texts: ReadonlyMap<string, string>) {
  const tables = new Map<string, ReadTable>();
  const boundaries: Boundaries[] = [];
  const problems = resources.flatMap((resource) => {
    const { name, paths, schema, boundariesOf } = resource;
    const arrived = paths.flatMap((path) => texts.get(path) ?? []);
    if (arrived.length < paths.length) return inResource(name, [problem('resource-missing', null, null, name)]);
    if (boundariesOf === null) {
      const read = tableReader(name as PackageTable, schema, paths.length > 1);
      const files = paths.map((path, index) => read(path, arrived[index] ?? ''));
      tables.set(name, { resource, files });
      return files.flatMap((file) => file.problems);
    }
    const [geojson = ''] = arrived;
    boundaries.push({ place: boundariesOf, geojson });
    return inResource(name, boundariesProblems(geojson));
  });
  return { tables, boundaries, problems };
}

/** What the tables say of one another, by one of their two schemas. */
function dangling(
  tables: ReadonlyMap<string, ReadTable>,
  which: 'own' | 'needed',
  schemaOf: (table: ReadTable) => TableSchema | null,
): PackageProblem[] {
  const partsOf = (name: string) => tables.get(name)?.files.map((file) => file[which]);
  return Array.from(tables, ([name, table]) => {
    const schema = schemaOf(table);
    if (!schema) return [];
    const problems = foreignKeyProblems(partsOf(name) ?? [], schema, partsOf);
    const { paths } = table.resource;
    return problems.flatMap((list, index) => inResource(paths.length > 1 ? (paths[index] ?? name) : name, list));
  }).flat();
}

/**
 * Reads a package but for its observations: tables against their own schemas and against what the app needs,
 * boundaries as text.
 * Input:  a descriptor and the decoded text of each file by its path; those of observations are not looked at.
 * Output: the head, and the reader of the observations' files; or every problem of the first stage that found any (cells,
 *         then what the tables say of one another by their own schemas, then by ours).
 * Issues: see ProblemCode; never throws for any text.
 */
export function readHead(descriptor: Descriptor, texts: ReadonlyMap<string, string>): HeadResult {
  const { name, version, resources } = descriptor;
  const { tables, boundaries, problems } = readTexts(
    resources.filter((resource) => !holdsObservations(resource)),
    texts,
  );
  if (problems.length > 0) return { ok: false, problems };
  const lost = dangling(tables, 'own', ({ resource }) => resource.schema);
  const needed = packageSchema as Partial<Record<string, TableSchema>>;
  const found = lost.length > 0 ? lost : dangling(tables, 'needed', ({ resource }) => needed[resource.name] ?? null);
  if (found.length > 0) return { ok: false, problems: found };

  const partsOf =
    (which: 'own' | 'needed') =>
    (table: string): CheckedTable[] | undefined =>
      tables.get(table)?.files.map((file) => file[which]);
  const head: PackageHead = {
    name,
    version,
    dataset: toHeadDataset(partsOf('needed')),
    annotations: toAnnotations(partsOf('needed')('annotations') ?? []),
    boundaries,
  };
  const resource = resources.find(holdsObservations);
  return {
    ok: true,
    head,
    observations: observationReader(resource, { own: partsOf('own'), needed: partsOf('needed') }),
  };
}
