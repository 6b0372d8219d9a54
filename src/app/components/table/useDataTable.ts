import { computed, shallowRef, watch, type WritableComputedRef } from 'vue';
import { useLocale } from '../../composables/useLocale';
import { useNames } from '../../composables/useNames';
import { usePageState, usePageText } from '../../composables/usePageState';
import { useQuery } from '../../composables/useQuery';
import { usePinyin } from '../../search/usePinyin';
import { useAddressStore } from '../../stores/address';
import { useFilterStore } from '../../stores/filter';
import { maxPageTextLength } from '../../url/choice';
import { groupRows, sortRows } from './arrangeRows';
import { findRows } from './findRows';
import { tableOf, type ColumnKey } from './tableColumns';
import {
  formatColumns,
  formatFilters,
  formatOrder,
  groupKeys,
  parseColumns,
  parseFilters,
  parseOrder,
  type ColumnFilters,
  type FilterKey,
  type Order,
} from './tableState';

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
  const { t, language } = useLocale();
  const names = useNames();
  const filter = useFilterStore();
  const text = usePageText('q');
  const marked = usePageText('n');
  const order = useCoded<Order>('o', parseOrder, formatOrder);
  const filters = useCoded<ColumnFilters>('f', parseFilters, formatFilters);
  const shown = useCoded<readonly ColumnKey[]>('h', parseColumns, formatColumns);
  const group = usePageState('b', groupKeys);
  const read = usePinyin(() => text.value);

  const { answer, status } = useQuery('table', () => ({ filter: filter.filter, subjects: filter.subjects }));
  const words =
    <T extends string>(list: Readonly<Record<T, string>>) =>
    (code: string) =>
      list[code as T];
  const table = computed(() =>
    answer.value === null
      ? null
      : tableOf(answer.value, {
          ...names,
          language: language.value,
          qualifier: words(t.facts.qualifier),
          kind: words(t.facts.kind),
          status: words(t.facts.status),
          review: words(t.grid.review),
          part: t.dataPage.part,
        }),
  );
  const found = computed(() => table.value && findRows(table.value, text.value, filters.value, read.value));
  const collator = computed(() => new Intl.Collator(language.value, { numeric: true }));
  const rows = computed(
    () => table.value && found.value && sortRows(table.value, found.value.rows, order.value, collator.value.compare),
  );

  const collapsed = shallowRef<ReadonlySet<string>>(new Set());
  watch(group, () => (collapsed.value = new Set()));
  const lines = computed(
    () => table.value && rows.value && groupRows(table.value, rows.value, group.value, collapsed.value),
  );
  function fold(value: string): void {
    const next = new Set(collapsed.value);
    if (!next.delete(value)) next.add(value);
    collapsed.value = next;
  }

  /** Row numbers that somebody has picked; other rows, and nothing is picked. */
  const picked = shallowRef<ReadonlySet<number>>(new Set());
  watch(answer, () => (picked.value = new Set()));

  function setFilter(key: FilterKey, values: readonly string[]): void {
    filters.value = { ...filters.value, [key]: values };
  }
  return {
    answer,
    status,
    table,
    found,
    rows,
    lines,
    text,
    marked,
    order,
    filters,
    shown,
    group,
    picked,
    fold,
    setFilter,
  };
}
