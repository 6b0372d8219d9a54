import { computed, type ComputedRef } from 'vue';
import { isCategory, type Category } from '../../../model/categories';
import type { Observation } from '../../../model/observation';
import type { Cell, CellAddress, Filter } from '../../../statistics/query';
import { useNames } from '../../composables/useNames';
import { useQueries } from '../../composables/useQueries';
import { useQuery } from '../../composables/useQuery';
import { useAddressStore } from '../../stores/address';
import { useCatalogueStore } from '../../stores/catalogue';
import { flowCodes, indicatorSubjects, splitSubject, stockCodes } from '../../subjectCodes';

/** One line of a level: its total over the range, and the step that opens it. */
export interface DrillItem {
  key: string;
  name: string;
  cell: Cell;
  address: CellAddress;
  count: number | null;
  open: () => void;
}

export interface Crumb {
  name: string;
  open: () => void;
}

/** The way from category to measure to indicator to observation; every step is one of the address. */
export function useDrill(subject: () => string, filter: () => Filter) {
  const names = useNames();
  const address = useAddressStore();
  const catalogue = useCatalogueStore();

  const category = computed<Category | null>(() => {
    const code = address.query['dc'] ?? '';
    return isCategory(code) ? code : null;
  });
  const known = (key: string) => {
    const code = address.query[key] ?? '';
    return catalogue.known?.subjects.has(code) ? code : null;
  };
  const measure = computed(() => (category.value ? known('dm') : null));
  const leaf = computed(() => (measure.value ? known('di') : null));
  const go = (dc: string | null, dm: string | null = null, di: string | null = null) => address.patch({ dc, dm, di });

  const inCategory = computed<Filter>(() => ({
    ...filter(),
    categories: category.value ? [category.value] : filter().categories,
  }));
  const facets = useQuery('facets', () => (category.value ? { filter: inCategory.value, subjects: [] } : null));
  const countOf = (code: string) => facets.answer.value?.subjects[code] ?? 0;

  /** Codes of the level that is open: measures of the category, or indicators of the measure after the measure itself. */
  const codes = computed<string[]>(() => {
    if (leaf.value || !category.value) return [];
    if (!measure.value) return [...flowCodes, ...stockCodes, 'rate'].filter((code) => countOf(code) > 0);
    const { base } = splitSubject(measure.value);
    const named = [...catalogue.indicators.values()].filter((indicator) => indicator.measure === base);
    return [measure.value, ...named.flatMap(indicatorSubjects).filter((code) => countOf(code) > 0)];
  });
  const top = useQuery('series', () =>
    category.value ? null : { filter: filter(), subject: subject(), split: 'category' },
  );
  const totals = useQueries('series', () =>
    codes.value.map((code) => ({ filter: inCategory.value, subject: code, split: 'none' as const })),
  );
  const rows = useQuery('rows', () => (leaf.value ? { filter: inCategory.value, subjects: [leaf.value] } : null));

  const items = computed<DrillItem[]>(() => {
    if (!category.value) {
      const actual = (top.answer.value?.series ?? []).filter(({ status }) => status === 'actual');
      return actual.map(({ key, total }) => ({
        key,
        name: names.category(key),
        cell: total,
        address: { subject: subject(), key, split: 'category', status: 'actual', buckets: [] },
        count: null,
        open: () => go(key),
      }));
    }
    return (totals.answer.value ?? []).flatMap(({ subject: { code }, overall }): DrillItem[] => {
      if (!codes.value.includes(code)) return [];
      const isLast = measure.value !== null;
      return [
        {
          key: code,
          name: names.subject(code),
          cell: overall.total,
          address: { subject: code, key: 'total', split: 'none', status: 'actual', buckets: [] },
          count: countOf(code),
          open: () => (isLast ? go(category.value, measure.value, code) : go(category.value, code)),
        },
      ];
    });
  });

  const crumbs = (all: string): ComputedRef<Crumb[]> =>
    computed(() => [
      { name: all, open: () => go(null) },
      ...(category.value ? [{ name: names.category(category.value), open: () => go(category.value) }] : []),
      ...(measure.value ? [{ name: names.subject(measure.value), open: () => go(category.value, measure.value) }] : []),
      ...(leaf.value ? [{ name: names.subject(leaf.value), open: () => undefined }] : []),
    ]);
  const observations = computed<readonly Observation[]>(() => (leaf.value ? (rows.answer.value ?? []) : []));
  const isBusy = computed(() => {
    if (!category.value) return top.status.value === 'pending';
    return (leaf.value ? rows.status.value : totals.status.value) === 'pending';
  });
  return { category, measure, leaf, items, observations, crumbs, filter: inCategory, isBusy };
}
