import type { Area } from '../../../../src/model/area';
import type { Observation } from '../../../../src/model/observation';
import type { Report } from '../../../../src/model/report';
import { rowsOf, type CheckedTable } from '../../../../src/read/package/checkTable';
import { readDescriptor } from '../../../../src/read/package/descriptor';
import type { packageSchema } from '../../../../src/read/package/packageSchema';
import { holdsObservations, readHead } from '../../../../src/read/package/readHead';
import type { RowOf } from '../../../../src/read/package/tableSchema';

/** The package of a folder as objects, for peers that store it in a form of their own. */
export interface OpenedPackage {
  areas: Area[];
  reports: Report[];
  /** File by file: all of them are too many to be held twice. */
  observations: () => AsyncGenerator<Observation[]>;
}

/** What is published has been read by a person. */
function observationsOf(table: CheckedTable): Observation[] {
  const rows = rowsOf(table) as RowOf<(typeof packageSchema)['observations']>[];
  return rows.map((row) => ({
    ...row,
    section: row.section ?? '',
    implied: [...(row.implied ?? [])],
    confidence: 1,
    review: 'accepted',
  }));
}

const broken = (problems: unknown) => new Error(`the package is not well: ${JSON.stringify(problems).slice(0, 500)}`);

/** Opens the package of a folder as the product reads it. Throws where it is not well. */
export async function openPackage(folder: string): Promise<OpenedPackage> {
  const textOf = async (path: string) => (await fetch(`${folder}${path}`)).text();
  const read = readDescriptor(await textOf('datapackage.json'));
  if (!read.ok) throw broken(read.problems);
  const { resources } = read.descriptor;
  const pathsOf = (isWanted: (resource: (typeof resources)[number]) => boolean) =>
    resources.filter(isWanted).flatMap(({ paths }) => paths);
  const beside = pathsOf((resource) => !holdsObservations(resource));
  const texts = await Promise.all(beside.map(async (path) => [path, await textOf(path)] as const));
  const opened = readHead(read.descriptor, new Map(texts));
  if (!opened.ok) throw broken(opened.problems);
  const { head, observations } = opened;
  return {
    areas: head.dataset.areas,
    reports: head.dataset.reports,
    async *observations() {
      for (const path of pathsOf(holdsObservations)) {
        const file = observations.add(path, await textOf(path));
        if (!file.ok) throw broken(file.problems);
        yield observationsOf(file.table);
      }
    },
  };
}
