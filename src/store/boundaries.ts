import type { Database } from './database';
import { toAppError } from './toAppError';

/** GeoJSON text of the children of a place; null when the package has none. Errors: `db-broken`. */
export async function readBoundaries(database: Database, place: string): Promise<string | null> {
  try {
    return (await database.boundaries.get(place))?.geojson ?? null;
  } catch (error) {
    throw toAppError(error);
  }
}
