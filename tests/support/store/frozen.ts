import type { Dataset } from '../../../src/model/dataset';
import { Database } from '../../../src/store/database';
import { schemaVersions } from '../../../src/store/schema/index';
import type { Profile } from './freshDatabase';

/** Rows of a released form as files keep them: arrays of numbers, maps and sets are tagged. */
export interface FrozenVersion {
  version: number;
  rows: Record<string, unknown[]>;
  /** What today's app must read from them. */
  dataset: Dataset;
}

const arrays = { Float64Array, Uint32Array, Uint16Array, Uint8Array };
type ArrayName = keyof typeof arrays;

/** Rows as they were, from parsed JSON. */
export function thaw<T>(value: T): T {
  const untag = (_key: string, item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item;
    const [entry] = Object.entries(item);
    if (!entry) return item;
    const [key, content] = entry as [string, never];
    if (key === '$map') return new Map(content);
    if (key === '$set') return new Set(content);
    const name = (Object.keys(arrays) as ArrayName[]).find((type) => key === `$${type}`);
    return name ? arrays[name].from(content) : item;
  };
  return JSON.parse(JSON.stringify(value), untag) as T;
}

/** Makes a database of the past in a profile: the form of its time, its rows, closed again. */
export async function layDown(frozen: FrozenVersion, profile: Partial<Profile>, name: string): Promise<void> {
  const versions = schemaVersions.filter(({ version }) => version <= frozen.version);
  const past = new Database(name, profile, versions);
  await past.open();
  for (const [table, rows] of Object.entries(thaw(frozen.rows))) await past.table(table).bulkPut(rows);
  past.close();
}
