import type { SchemaVersion } from './schemaVersion';
import { v2 } from './v2';

/** Beside the rows their packed form, which can always be made again from them; the trays of figures for a meeting. */
export const v3: SchemaVersion = {
  version: 3,
  stores: {
    ...v2.stores,
    packed: 'key',
    trays: 'id, updatedAt',
  },
  upgrade: null,
};
