import { computed, type ComputedRef } from 'vue';
import { categoryCodes } from '../../../model/categories';
import { measures } from '../../../model/measures';
import type { RowNames } from '../../../statistics/table/tableColumns';
import type { TableWords } from '../../../statistics/table/tableView';
import { useLocale } from '../../composables/useLocale';
import { useNames } from '../../composables/useNames';
import { useCatalogueStore } from '../../stores/catalogue';

/** Words of the data table: those that the worker searches and sorts by, and the names that rows are printed with. */
export function useTableWords(): { words: ComputedRef<TableWords>; names: ComputedRef<RowNames> } {
  const { t, language } = useLocale();
  const catalogue = useCatalogueStore();
  const named = useNames();
  const listed = (codes: Iterable<string>, nameOf: (code: string) => string) =>
    Object.fromEntries(Array.from(codes, (code) => [code, nameOf(code)]));
  const words = computed((): TableWords => ({
    language: language.value,
    category: listed(categoryCodes, named.category),
    measure: listed(Object.keys(measures), named.measure),
    subject: listed(catalogue.indicators.keys(), named.subject),
    qualifier: { ...t.facts.qualifier },
    kind: { ...t.facts.kind },
    status: { ...t.facts.status },
    review: { ...t.grid.review },
    part: t.dataPage.part,
  }));
  const names = computed((): RowNames => {
    const word = (list: Record<string, string>) => (code: string) => list[code] ?? code;
    const { qualifier, kind, status, review, part } = words.value;
    return {
      ...named,
      language: language.value,
      ...{ qualifier: word(qualifier), kind: word(kind), status: word(status), review: word(review), part },
    };
  });
  return { words, names };
}
