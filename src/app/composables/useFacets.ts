import type { ComputedRef } from 'vue';
import { computed, onMounted, shallowRef } from 'vue';
import type { Facets, Queries } from '../../statistics/query';
import { useFilterStore } from '../stores/filter';
import { emptyChoice } from '../url/choice';
import { useQuery, type QueryState } from './useQuery';

type FacetList = 'years' | 'months' | 'areas' | 'categories' | 'subjects';

export interface FacetCounts {
  /** Observations that choosing it would leave, under the other filters; null until known. */
  count: (list: FacetList, code: string) => number | null;
  /** The same with nothing else chosen. */
  countInAll: (list: FacetList, code: string) => number | null;
  /** Codes of a list that have any data at all. */
  codes: (list: FacetList) => string[];
  /** Range of the data. */
  range: ComputedRef<{ from: string; to: string } | null>;
  /** Observations under the whole filter; null until known. */
  matching: ComputedRef<number | null>;
}

const countsOf = (facets: Facets, list: FacetList): Partial<Record<string, number>> => facets[list];

/**
 * Asks for counts under the filter, and with nothing chosen: what has none there has none anywhere. Once the page stands:
 * its headline numbers, which are asked while it is made, must not wait for counts.
 */
export function useCounts<K extends 'facets' | 'reportCounts'>(
  name: K,
): Record<'now' | 'all', QueryState<Queries[K]['answer']>> {
  const filter = useFilterStore();
  const stands = shallowRef(false);
  onMounted(() => (stands.value = true));
  const now = useQuery(name, () => (stands.value ? { filter: filter.filter, subjects: filter.subjects } : null));
  const all = useQuery(name, () => {
    const { subjects, ...everything } = emptyChoice();
    return stands.value ? { filter: everything, subjects } : null;
  });
  return { now, all };
}

/** What the choices of the filter bar hold, now and with nothing chosen. */
export function useFacets(): FacetCounts {
  const filter = useFilterStore();
  const { now, all } = useCounts('facets');

  return {
    count: (list, code) => now.answer.value && (countsOf(now.answer.value, list)[code] ?? 0),
    countInAll: (list, code) => all.answer.value && (countsOf(all.answer.value, list)[code] ?? 0),
    codes: (list) => Object.keys(all.answer.value ? countsOf(all.answer.value, list) : {}),
    range: computed(() => {
      const { from = null, to = null } = all.answer.value ?? {};
      return from === null || to === null ? null : { from, to };
    }),
    matching: computed(() => {
      if (!now.answer.value) return null;
      // Every observation is of one category, and there are few of them; counts by category pass over the chosen ones alone.
      const chosen = filter.choice.categories;
      const counts = Object.entries(now.answer.value.categories);
      return counts.reduce(
        (sum, [code, count]) => (chosen.length === 0 || chosen.some((one) => one === code) ? sum + count : sum),
        0,
      );
    }),
  };
}
