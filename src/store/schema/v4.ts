import type { SchemaVersion } from './schemaVersion';
import { v3 } from './v3';

/** A package's observations as blocks of many reports, apart from those of a person's; older rows are read as they are. */
export const v4: SchemaVersion = {
  version: 4,
  stores: {
    ...v3.stores,
    blocks: '[load+number]',
  },
  upgrade: null,
};
