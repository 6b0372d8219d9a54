import { computed, shallowRef, watch, type WritableComputedRef } from 'vue';
import type { ColumnKey } from '../../../statistics/table/tableColumns';
import { groupKeys, type ColumnFilters, type FilterKey, type Order } from '../../../statistics/table/tableState';
import type { TableRequest } from '../../../statistics/table/tableView';
import { useLatest } from '../../composables/useLatest';
import { usePageState, usePageText } from '../../composables/usePageState';
import { nextAsker } from '../../composables/useQuery';
import { useAddressStore } from '../../stores/address';
import { useCatalogueStore } from '../../stores/catalogue';
import { useFilterStore } from '../../stores/filter';
import { maxPageTextLength } from '../../url/choice';
import { noPicks } from './picks';
import { formatColumns, formatFilters, formatOrder, parseColumns, parseFilters, parseOrder } from './tableState';
import { useKnownRows } from './useKnownRows';
import { useTableWords } from './useTableWords';

/** Something of the table that lives in the address under a key, each change a step of the history. */
function useCoded<T>(key: string, parse: (text: string) => T, format: (value: T) => string): WritableComputedRef<T> {
  const address = useAddressStore();
  return computed({
    get: () => parse(address.query[key] ?? ''),
    set: (value) => address.patch({ [key]: format(value).slice(0, maxPageTextLength) }),
  });
}

/** The state of the data page, all of it in the address but what is folded and picked, and what it shows. */
export function useDataTable() {
  const catalogue = useCatalogueStore();
  const filter = useFilterStore();
  const text = usePageText('q');
  const marked = usePageText('n');
  const order = useCoded<Order>('o', parseOrder, formatOrder);
  const filters = useCoded<ColumnFilters>('f', parseFilters, formatFilters);
  const shown = useCoded<readonly ColumnKey[]>('h', parseColumns, formatColumns);
  const group = usePageState('b', groupKeys);
  const { words, names } = useTableWords();
  const filtersOpen = shallowRef(Object.keys(filters.value).length > 0);

  const folded = shallowRef<readonly string[]>([]);
  watch(group, () => (folded.value = []));
  function fold(value: string): void {
    const others = folded.value.filter((one) => one !== value);
    folded.value = others.length === folded.value.length ? [...others, value] : others;
  }

  const asker = nextAsker();
  const { answer: view, status } = useLatest(
    (): TableRequest => ({
      ...{ filter: filter.filter, subjects: filter.subjects, words: words.value },
      ...{ search: text.value, filters: filters.value, order: order.value, group: group.value },
      ...{ folded: [...folded.value], marked: marked.value, choices: filtersOpen.value },
    }),
    (request) => catalogue.ask((client) => client.table(request, asker)),
  );
  const { rows, want } = useKnownRows(view, names);

  /** Row numbers that somebody has picked; other rows or another filter, and nothing is picked. */
  const picked = shallowRef(noPicks);
  watch(
    [() => view.value?.set, () => JSON.stringify([filter.filter, filter.subjects])],
    () => (picked.value = noPicks),
  );

  function setFilter(key: FilterKey, values: readonly string[]): void {
    filters.value = { ...filters.value, [key]: values };
  }
  return {
    ...{ view, status, names, rows, want, text, order, filters, filtersOpen, shown, group, picked, fold, setFilter },
  };
}
