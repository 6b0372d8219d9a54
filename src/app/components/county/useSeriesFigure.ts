import { computed, markRaw, type ComputedRef } from 'vue';
import type { FigureContext } from '../../../charts/context';
import type { Figure } from '../../../charts/figure';
import type { Filter, SeriesResult, Split } from '../../../statistics/query';
import { useQuery, type QueryState } from '../../composables/useQuery';
import { useFigureContext } from '../figure/useFigureContext';

interface SeriesFigure extends Pick<QueryState<SeriesResult>, 'answer' | 'status'> {
  /** Null (a skeleton) until the first answer. */
  figure: ComputedRef<Figure | null>;
}

/**
 * A figure that is drawn from one `series` query.
 * While the next answer is under way the figure of the one before stays whole, its title included: a title must never
 * stand over the numbers of another filter.
 */
export function useSeriesFigure(
  request: () => { filter: Filter; subject: string; split: Split } | null,
  build: (answer: SeriesResult, context: FigureContext) => Figure | null,
): SeriesFigure {
  const { answer, status } = useQuery('series', request);
  const emptyFilter: Filter = { granularity: 'A', from: null, to: null, areas: [], categories: [], reports: [] };
  const context = useFigureContext(() => request()?.filter ?? emptyFilter);
  const figure = computed<Figure | null>((before) => {
    if (status.value !== 'ready' || !answer.value) return before ?? null;
    const built = build(answer.value, context.value);
    return built && markRaw(built);
  });
  return { figure, answer, status };
}
