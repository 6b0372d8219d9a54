import type { DataPackage } from '../read/package/dataPackage';
import { packRows } from '../statistics/columns/rowsMaker';
import { commitPackage, type SavedPackage, type SaveOptions } from './commitPackage';
import type { Database } from './database';
import { stagePackage } from './stagePackage';

/** Loads a package that is in memory: see `commitPackage`. */
export async function savePackage(
  database: Database,
  source: DataPackage,
  options: SaveOptions,
): Promise<SavedPackage> {
  const stage = stagePackage(database, source, () => options.at);
  await stage.add(packRows(source.dataset.observations));
  const reports = new Map(source.dataset.observations.map(({ id, reportId }) => [id, reportId]));
  return commitPackage(database, source, await stage.finish((id) => reports.get(id) ?? null), options);
}
