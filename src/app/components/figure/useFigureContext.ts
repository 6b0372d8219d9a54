import { computed, type ComputedRef } from 'vue';
import type { FigureContext } from '../../../charts/context';
import type { Filter } from '../../../statistics/query';
import { useLocale } from '../../composables/useLocale';
import { useNames } from '../../composables/useNames';
import { useCatalogueStore } from '../../stores/catalogue';

/** What chart builders need beside the answer, following language, data and the figure's filter. */
export function useFigureContext(filter: () => Filter): ComputedRef<FigureContext> {
  const { t, language } = useLocale();
  const names = useNames();
  const catalogue = useCatalogueStore();
  return computed(() => ({
    language: language.value,
    names,
    text: t.charts,
    filter: filter(),
    areas: catalogue.areas,
    reports: { get: (id) => catalogue.report(id) },
    annotations: catalogue.annotations,
    simulated: catalogue.simulated,
  }));
}
