import { expose } from 'comlink';
import type { DataPackage, PackageHead } from '../read/package/dataPackage';
import { deleteDatabase } from '../store/deleteDatabase';
import { openDatabase } from '../store/openDatabase';
import { createApi } from './api';
import { handingOver } from './crossing';
import { fetchText } from './fetchText';
import { demoSuffix } from './protocol';

/** Simulated data on the areas and indicators of the package. */
async function prepare(head: PackageHead): Promise<DataPackage> {
  const { demoDataset } = await import('../simulate/demoDataset');
  return { ...head, dataset: demoDataset(head.dataset) };
}

const isDemo = self.name.endsWith(demoSuffix);

expose(
  handingOver(
    createApi({
      openDatabase: (options) => openDatabase(self.name, options),
      fetchText,
      now: () => new Date().toISOString(),
      simulation: isDemo ? { prepare, erase: () => deleteDatabase(self.name) } : undefined,
    }),
  ),
);
