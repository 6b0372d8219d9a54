// Every released form of the database, oldest first. To change the database: a new file with the next version that
// lists all stores, its line here, frozen rows in tests/store/versions and a look at the snapshot of released forms.
// Add stores, indexes and fields; never rename or reuse one, never edit a released file.
import type { SchemaVersion } from './schemaVersion';
import { v1 } from './v1';
import { v2 } from './v2';
import { v3 } from './v3';
import { v4 } from './v4';

export const schemaVersions: readonly [SchemaVersion, ...SchemaVersion[]] = [v1, v2, v3, v4];

/** The form that this app reads and writes. */
export const currentSchema: SchemaVersion = schemaVersions.at(-1) ?? v4;
