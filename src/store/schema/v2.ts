import type { SchemaVersion } from './schemaVersion';

const packageStores = ['reports', 'segments', 'indicators', 'areas'];

/** Rows know whether the package or a person brought them; boundaries, edits, the log of changes and saved views. */
export const v2: SchemaVersion = {
  version: 2,
  stores: {
    reports: 'id, source',
    segments: 'reportId, source',
    indicators: 'code, source',
    areas: 'code, source',
    boundaries: 'place',
    edits: 'observationId, reportId',
    changes: '++sequence, subject',
    views: 'id, createdAt',
    meta: 'key',
  },
  upgrade: async (transaction) => {
    for (const store of packageStores) {
      await transaction.table(store).toCollection().modify({ source: 'package' });
    }
    // Version 1 held no boundaries: the same package has more to bring.
    await transaction
      .table<{ revision: number; dataRevision?: number; reloadPackage?: boolean }, string>('meta')
      .toCollection()
      .modify((state) => {
        state.dataRevision = state.revision;
        state.reloadPackage = true;
      });
  },
};
