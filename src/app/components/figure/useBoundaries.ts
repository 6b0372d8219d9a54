import type { FeatureCollection } from 'geojson';
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { FigureAssets } from '../../../charts/specs/figureKind';
import { useCatalogueStore } from '../../stores/catalogue';

export type Boundaries =
  | { state: 'loading' }
  | { state: 'none' }
  | { state: 'failed' }
  | { state: 'ready'; city: string; features: FeatureCollection };

/** Whether parsed JSON is the collection of shapes that it should be. */
function isFeatureCollection(value: unknown): value is FeatureCollection {
  const { type, features } = (value ?? {}) as Partial<FeatureCollection>;
  return type === 'FeatureCollection' && Array.isArray(features);
}

/** The boundaries that a figure of a place is drawn with, none where there are none; null while they are on their way. */
export function assetsOf(boundaries: Boundaries, place: string | null): FigureAssets | null {
  if (place !== null && boundaries.state === 'loading') return null;
  const features = boundaries.state === 'ready' && boundaries.city === place ? boundaries.features.features : [];
  return { boundaries: { type: 'FeatureCollection', features } };
}

/** Boundaries of a city's counties, read from the store when the city changes; the latest city wins. */
export function useBoundaries(city: () => string | null): Readonly<ShallowRef<Boundaries>> {
  const catalogue = useCatalogueStore();
  const boundaries = shallowRef<Boundaries>({ state: 'loading' });
  let latest = 0;

  async function load(place: string | null): Promise<void> {
    const turn = ++latest;
    let next: Boundaries;
    try {
      const text = place === null ? null : await catalogue.boundaries(place);
      const parsed: unknown = text === null ? null : JSON.parse(text);
      if (parsed === null || place === null) next = { state: 'none' };
      else next = isFeatureCollection(parsed) ? { state: 'ready', city: place, features: parsed } : { state: 'failed' };
    } catch {
      next = { state: 'failed' };
    }
    if (turn === latest) boundaries.value = next;
  }

  watch(
    [city, () => catalogue.status === 'ready', () => catalogue.catalogue?.packageVersion],
    ([place, ready]) => {
      if (ready) void load(place);
    },
    { immediate: true },
  );
  onScopeDispose(() => latest++);
  return boundaries;
}
