import { defineStore } from 'pinia';
import { computed } from 'vue';
import { isCategory } from '../../model/categories';
import type { Filter } from '../../statistics/query';
import type { Choice, PlainQuery } from '../url/choice';
import { choiceKeys, emptyChoice, readChoice, settleChoice, writeChoice } from '../url/choice';
import type { TimeRange } from '../url/timeRange';
import { toWholeMonths } from '../url/timeRange';
import { useAddressStore } from './address';
import { useCatalogueStore } from './catalogue';

/** What the charts count while nothing is chosen. */
export const defaultSubjects: readonly string[] = ['participants'];

/** What is chosen in the filter bar. It is the address: reading follows the route, setting moves it. */
export const useFilterStore = defineStore('filter', () => {
  const address = useAddressStore();
  const catalogue = useCatalogueStore();

  const choice = computed<Choice>((before) => {
    const asked = readChoice(address.query);
    const now = catalogue.known ? settleChoice(asked, catalogue.known) : asked;
    return before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
  });
  const filter = computed<Filter>(() => {
    const { granularity, from, to, areas, categories, reports } = choice.value;
    return { granularity, from, to, areas, categories, reports };
  });
  const subjects = computed(() => choice.value.subjects);
  const chartSubjects = computed(() => (subjects.value.length > 0 ? subjects.value : [...defaultSubjects]));
  /** The query that carries the choice to another page, without this page's own state. */
  const query = computed<PlainQuery>(() => writeChoice(choice.value));
  const isEmpty = computed(() => Object.keys(query.value).length === 0);

  /** Changes parts of the choice: one step for the back button. */
  function set(changes: Partial<Choice>): void {
    const wanted = writeChoice({ ...choice.value, ...changes });
    address.patch(Object.fromEntries(choiceKeys.map((key) => [key, wanted[key] ?? null])));
  }
  const setTime = (range: TimeRange) => set(toWholeMonths(range));
  const reset = () => set(emptyChoice());

  type ListKey = 'areas' | 'reports' | 'subjects';
  const without = <T extends string>(values: readonly T[], value: T): T[] | null =>
    values.includes(value) ? values.filter((item) => item !== value) : null;

  /** Adds a value to a list of the choice, or takes it out. */
  function toggle(list: ListKey, value: string): void {
    const values = choice.value[list];
    set({ [list]: without(values, value) ?? [...values, value] });
  }
  /** The same for a category; what is none changes nothing. */
  function toggleCategory(code: string): void {
    if (!isCategory(code)) return;
    const { categories } = choice.value;
    set({ categories: without(categories, code) ?? [...categories, code] });
  }
  /** Chooses one value alone; again, and nothing is chosen: what a click on a mark does. */
  function toggleOnly(list: ListKey | 'categories', value: string): void {
    const values: readonly string[] = choice.value[list];
    const next = values.length === 1 && values[0] === value ? [] : [value];
    set(list === 'categories' ? { categories: next.filter(isCategory) } : { [list]: next });
  }

  return {
    choice,
    filter,
    subjects,
    chartSubjects,
    query,
    isEmpty,
    set,
    setTime,
    toggle,
    toggleCategory,
    toggleOnly,
    reset,
  };
});
