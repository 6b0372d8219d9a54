import { computed, type ComputedRef } from 'vue';
import type { AreaTree } from '../../../model/area';
import type { Filter } from '../../../statistics/query';
import { useQuery } from '../../composables/useQuery';
import { useAddressStore } from '../../stores/address';
import { useCatalogueStore } from '../../stores/catalogue';
import { useFilterStore } from '../../stores/filter';
import { headlineSubjects } from '../tiles/headlineSubjects';

export interface City {
  /** Prefectures that have counties, those with reports in them, in administrative order. */
  cities: ComputedRef<readonly string[]>;
  /** The city whose counties are shown; null without any. */
  city: ComputedRef<string | null>;
  /** The filter with the city's counties in place of chosen ones, so that a chosen county keeps its neighbours. */
  filter: ComputedRef<Filter>;
  choose: (city: string) => void;
  /**
   * What maps and rankings count: the chosen subject; while none is chosen, the first headline measure that the
   * city's counties have numbers of, so that they do not begin empty.
   */
  subject: ComputedRef<string>;
}

/** In place of a city in the address: the places of all of them. */
export const everyCity = 'all';

/** The one prefecture that holds every chosen area; null when they lie in several, or none is chosen. */
function cityOf(areas: AreaTree, chosen: readonly string[], cities: readonly string[]): string | null {
  if (chosen.length === 0) return null;
  return cities.find((city) => chosen.every((area) => areas.contains(city, area))) ?? null;
}

/** The city of maps and rankings: the one the filter lies in, else the one chosen on the page, else the one most reports speak about. */
export function useCity(): City {
  const catalogue = useCatalogueStore();
  const filterStore = useFilterStore();
  const address = useAddressStore();

  const counts = computed(() => {
    const { areas } = catalogue;
    const prefectures = areas.places.filter(
      ({ level, place }) => level === 'prefecture' && areas.children(place).length > 0,
    );
    const found = new Map(prefectures.map(({ place }) => [place, 0]));
    for (const [speaker, reports] of Object.entries(catalogue.catalogue?.reportsByPlace ?? {})) {
      for (const place of [speaker, ...areas.ancestors(speaker)]) {
        const count = found.get(place);
        if (count !== undefined) found.set(place, count + reports);
      }
    }
    return found;
  });
  const cities = computed(() => {
    const withReports = [...counts.value].filter(([, count]) => count > 0).map(([place]) => place);
    return withReports.length > 0 ? withReports : [...counts.value.keys()];
  });
  const city = computed(() => {
    const filtered = cityOf(catalogue.areas, filterStore.filter.areas, [...counts.value.keys()]);
    if (filtered !== null) return filtered;
    const isSeveral = address.query['p'] === everyCity || filterStore.filter.areas.length > 0;
    if (isSeveral && cities.value.length > 1) return null;
    const chosen = cities.value.find((place) => place === address.query['p']);
    const most = Math.max(...counts.value.values());
    return chosen ?? cities.value.find((place) => counts.value.get(place) === most) ?? null;
  });
  const filter = computed<Filter>(() => ({
    ...filterStore.filter,
    areas: city.value === null ? filterStore.filter.areas : [city.value],
  }));

  const counties = useQuery('facets', () =>
    city.value === null
      ? null
      : { filter: { ...filterStore.filter, areas: [...catalogue.areas.children(city.value)] }, subjects: [] },
  );
  const subject = computed(() => {
    const [first = 'participants'] = filterStore.chartSubjects;
    if (filterStore.subjects.length > 0) return first;
    return headlineSubjects.find((code) => (counties.answer.value?.subjects[code] ?? 0) > 0) ?? first;
  });

  /** Another city leaves the counties of the one before. */
  function choose(next: string): void {
    address.patch({ p: next, a: null });
  }

  return { cities, city, filter, choose, subject };
}
