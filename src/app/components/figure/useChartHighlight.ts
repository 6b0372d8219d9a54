import { onBeforeUnmount, watch } from 'vue';
import type { EChartsOption } from 'echarts';
import type { Figure } from '../../../charts/figure';
import { highlightOf, isSameHighlight, useHighlight, type Highlight } from '../../composables/useHighlight';

/** Marks of one series that belong to a county or category. */
interface Marks {
  seriesIndex: number;
  dataIndex: number[];
}

interface Mark {
  seriesIndex?: number | undefined;
  dataIndex?: number | undefined;
}

interface Drawing {
  figure: () => Figure | null;
  option: () => EChartsOption | null;
  dispatch: (action: { type: 'highlight' | 'downplay'; seriesIndex: number; dataIndex: number[] }) => void;
}

const idOf = ({ split, key }: Highlight) => `${split}:${key}`;

/** Where each county and category is drawn, by the addresses that the figure gives its marks. */
export function marksByKey(figure: Figure, option: EChartsOption): Map<string, Marks[]> {
  const series = Array.isArray(option.series) ? option.series : option.series ? [option.series] : [];
  const marks = new Map<string, Marks[]>();
  series.forEach((one, seriesIndex) => {
    const data: unknown = 'data' in one ? one.data : null;
    const found = new Map<string, number[]>();
    for (let i = 0; i < (Array.isArray(data) ? data.length : 0); i++) {
      const highlight = highlightOf(figure.addressOf(seriesIndex, i));
      if (highlight) found.set(idOf(highlight), [...(found.get(idOf(highlight)) ?? []), i]);
    }
    for (const [id, dataIndex] of found) marks.set(id, [...(marks.get(id) ?? []), { seriesIndex, dataIndex }]);
  });
  return marks;
}

/**
 * Ties a chart to the highlight that the page's charts share: pointing at a mark tells the others, and what is pointed at
 * elsewhere lights up here by an action of the chart, without laying it out again.
 */
export function useChartHighlight({ figure, option, dispatch }: Drawing) {
  const shared = useHighlight();
  let own: Highlight | null = null;
  let known: { option: EChartsOption; marks: Map<string, Marks[]> } | null = null;

  function marksOf(highlight: Highlight | null): Marks[] {
    const [drawn, laidOut] = [figure(), option()];
    if (!highlight || !drawn || !laidOut) return [];
    if (known?.option !== laidOut) known = { option: laidOut, marks: marksByKey(drawn, laidOut) };
    return known.marks.get(idOf(highlight)) ?? [];
  }

  watch(shared, (next, before) => {
    // The chart under the pointer lights its own mark up by itself.
    for (const marks of marksOf(before)) if (!isSameHighlight(before, own)) dispatch({ type: 'downplay', ...marks });
    for (const marks of marksOf(next)) if (!isSameHighlight(next, own)) dispatch({ type: 'highlight', ...marks });
  });

  function onMarkOver({ seriesIndex = -1, dataIndex = -1 }: Mark): void {
    const highlight = highlightOf(figure()?.addressOf(seriesIndex, dataIndex));
    if (!highlight) return;
    own = highlight;
    if (!isSameHighlight(shared.value, highlight)) shared.value = highlight;
  }
  function onMarkOut(): void {
    if (own && isSameHighlight(shared.value, own)) shared.value = null;
    own = null;
  }
  onBeforeUnmount(onMarkOut);

  return { shared, onMarkOver, onMarkOut };
}
