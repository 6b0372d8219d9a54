import type { FeatureCollection, Position } from 'geojson';
import type { AreaTree } from '../model/area';

/** Boundaries ready to draw: features named by today's code of their place. */
export interface Boundaries {
  geoJson: FeatureCollection;
  /** Places that have a boundary. */
  places: string[];
  /** Width of a degree of longitude over one of latitude, in the middle of the map. */
  degreeRatio: number;
  /** Width over height of the drawn map. */
  aspect: number;
  /** Width of each place as a share of the map's. */
  widths: ReadonlyMap<string, number>;
}

function codeOf(feature: FeatureCollection['features'][number]): string | null {
  const { properties, id } = feature;
  const code: unknown = properties?.['code'] ?? properties?.['adcode'] ?? id;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : null;
}

/** Visits every position of nested GeoJSON coordinates. */
function eachPosition(coordinates: unknown, visit: (position: Position) => void): void {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] === 'number') visit(coordinates as Position);
  else for (const inner of coordinates) eachPosition(inner, visit);
}

/**
 * Names the features of boundaries by today's code of their place, so that data of any year and any language finds
 * them; features without a code or with an empty geometry are left out.
 */
export function boundariesOf(collection: FeatureCollection, areas: AreaTree): Boundaries {
  let [south, north, west, east] = [90, -90, 180, -180];
  const degrees = new Map<string, number>();
  const features = collection.features.flatMap((feature) => {
    const code = codeOf(feature);
    if (code === null || !('coordinates' in feature.geometry)) return [];
    let [left, right] = [180, -180];
    eachPosition(feature.geometry.coordinates, ([longitude, latitude]) => {
      if (longitude === undefined || latitude === undefined) return;
      left = Math.min(left, longitude);
      right = Math.max(right, longitude);
      west = Math.min(west, longitude);
      east = Math.max(east, longitude);
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
    });
    degrees.set(areas.placeOf(code), right - left);
    return [{ ...feature, properties: { ...feature.properties, name: areas.placeOf(code) } }];
  });
  const drawn = north > south && east > west;
  const degreeRatio = drawn ? Math.cos(((south + north) / 2) * (Math.PI / 180)) : 1;
  // Boundaries without an extent cannot be drawn: it is as if there were none.
  const shown = drawn ? features : [];
  return {
    geoJson: { ...collection, features: shown },
    places: shown.map(({ properties }) => properties.name),
    degreeRatio,
    widths: new Map([...degrees].map(([place, width]) => [place, drawn ? width / (east - west) : 0])),
    aspect: drawn ? ((east - west) * degreeRatio) / (north - south) : 1,
  };
}
