import { shallowRef, watch, type ShallowRef } from 'vue';
import type { EChartsOption } from 'echarts';
import type { Figure, TableCell } from '../../../charts/figure';
import { isWalkKey, walk, type WalkPlace } from '../../../charts/walk';
import type { CellAddress } from '../../../statistics/query';
import { useLocale } from '../../composables/useLocale';

interface Mark {
  seriesIndex: number;
  dataIndex: number;
}
type Action = ({ type: 'highlight' | 'downplay' | 'showTip' } & Mark) | { type: 'hideTip' };

interface Walked {
  figure: () => Figure | null;
  option: () => EChartsOption | null;
  dispatch: (action: Action) => void;
  /** What a click on the mark does. */
  press: (address: CellAddress) => void;
}

/** Where each cell of the table is drawn, by the addresses that the figure gives its marks. */
function marksByAddress(figure: Figure, option: EChartsOption): Map<string, Mark> {
  const series = Array.isArray(option.series) ? option.series : option.series ? [option.series] : [];
  const marks = new Map<string, Mark>();
  series.forEach((one, seriesIndex) => {
    const data: unknown = 'data' in one ? one.data : null;
    // The first item of a treemap is its whole, so it has one more than its data.
    const count = (Array.isArray(data) ? data.length : 0) + (one.type === 'treemap' ? 1 : 0);
    for (let dataIndex = 0; dataIndex < count; dataIndex++) {
      const address = figure.addressOf(seriesIndex, dataIndex);
      if (address) marks.set(JSON.stringify(address), { seriesIndex, dataIndex });
    }
  });
  return marks;
}

/**
 * Walks a chart point by point with the keyboard: arrow keys, Home and End move, Enter presses, Escape leaves. `spoken` is the
 * point in words, for a live region; the point's mark shows its tooltip where it has one.
 */
export function useChartWalk({ figure, option, dispatch, press }: Walked): {
  spoken: Readonly<ShallowRef<string>>;
  onKeydown: (event: KeyboardEvent) => void;
  leave: () => void;
  /** Lights the point up again on a chart that was made anew. */
  relight: () => void;
} {
  const { t } = useLocale();
  const spoken = shallowRef('');
  const at = shallowRef<WalkPlace | null>(null);
  let lit: Mark | null = null;
  let known: { option: EChartsOption; marks: Map<string, Mark> } | null = null;

  function cellAt({ row, column }: WalkPlace): TableCell | undefined {
    return figure()?.table.rows[row]?.cells[column];
  }
  function markOf(cell: TableCell): Mark | null {
    const [drawn, laidOut] = [figure(), option()];
    if (!drawn || !laidOut || !cell.source) return null;
    if (known?.option !== laidOut) known = { option: laidOut, marks: marksByAddress(drawn, laidOut) };
    return known.marks.get(JSON.stringify(cell.source)) ?? null;
  }
  function unlight(): void {
    if (lit) dispatch({ type: 'downplay', ...lit });
    lit = null;
    dispatch({ type: 'hideTip' });
  }

  function show(place: WalkPlace): void {
    const drawn = figure();
    const cell = cellAt(place);
    if (!drawn || !cell) return;
    const [header = '', column = ''] = [drawn.table.rows[place.row]?.header, drawn.table.columns[place.column + 1]];
    // In a chart over time the rows are times: whose number it is comes first.
    const isTime = cell.source?.split === 'none' || drawn.table.columns[0] === t.charts.period;
    spoken.value = isTime ? t.walk.point(column, header, cell.text) : t.walk.point(header, column, cell.text);
    unlight();
    lit = markOf(cell);
    if (!lit) return;
    dispatch({ type: 'highlight', ...lit });
    dispatch({ type: 'showTip', ...lit });
  }

  function leave(): void {
    if (!at.value) return;
    at.value = null;
    spoken.value = '';
    unlight();
  }

  function onKeydown(event: KeyboardEvent): void {
    const drawn = figure();
    if (!drawn || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWalkKey(event.key)) {
      event.preventDefault();
      const next = walk(drawn, at.value, event.key);
      if (!next) return;
      at.value = next;
      show(next);
    } else if (event.key === 'Enter' && at.value) {
      event.preventDefault();
      const address = cellAt(at.value)?.source;
      if (address) press(address);
    } else if (event.key === 'Escape' && at.value) {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  }

  watch(figure, leave);
  return { spoken, onKeydown, leave, relight: () => at.value && show(at.value) };
}
