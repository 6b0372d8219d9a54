import type { SchemaVersion } from './schemaVersion';

/** The package alone: nothing of a person's own, no boundaries. */
export const v1: SchemaVersion = {
  version: 1,
  stores: {
    reports: 'id',
    segments: 'reportId',
    indicators: 'code',
    areas: 'code',
    meta: 'key',
  },
  upgrade: null,
};
