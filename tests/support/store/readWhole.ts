import type { DataPackage } from '../../../src/read/package/dataPackage';
import type { Descriptor } from '../../../src/read/package/descriptor';
import type { PackageProblem } from '../../../src/read/package/problem';
import { holdsObservations, readHead } from '../../../src/read/package/readHead';
import { observationsIn } from '../../../src/statistics/columns/observationsIn';
import { rowsOfFile } from '../../../src/store/cutBlocks';

/** Reads a package whole, file by file as a start does, from the texts of its files by path. */
export function readWhole(
  descriptor: Descriptor,
  texts: ReadonlyMap<string, string>,
): { ok: true; dataPackage: DataPackage } | { ok: false; problems: PackageProblem[] } {
  const read = readHead(descriptor, texts);
  if (!read.ok) return read;
  const observations = [];
  for (const path of descriptor.resources.filter(holdsObservations).flatMap(({ paths }) => paths)) {
    const file = read.observations.add(path, texts.get(path) ?? '');
    if (!file.ok) return file;
    const rows = rowsOfFile(file);
    observations.push(...observationsIn(rows, { from: 0, to: rows.count }));
  }
  const problems = read.observations.finish();
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, dataPackage: { ...read.head, dataset: { ...read.head.dataset, observations } } };
}
