import type { CustomSeriesOption } from 'echarts';
import { formatValue } from '../statistics/format';
import type { Cell } from '../statistics/query';
import { drawnValue, isIncomplete } from './cell';
import type { FigureContext } from './context';
import type { Frame } from './figure';
import type { LegendItem } from './legend';
import type { ChartTheme } from './theme';
import { markSwatches } from './trendSeries';
import type { ValueClass } from './valueClasses';

/** Colour of the n-th of some classes: spread over the whole ramp, so that two classes differ as much as can be. */
function rampColour(index: number, count: number, { ramp }: ChartTheme): string {
  const at = count < 2 ? ramp.length - 2 : Math.round((index * (ramp.length - 1)) / (count - 1));
  return ramp[at] ?? ramp[0] ?? '';
}

/** Colour of a value by its class. */
export function classColour(value: number, classes: readonly ValueClass[], theme: ChartTheme): string {
  const index = classes.findIndex(({ to }) => value < to);
  return rampColour(index < 0 ? classes.length - 1 : index, classes.length, theme);
}

interface ClassLegend {
  classes: readonly ValueClass[];
  /** What is drawn: only marks that occur are explained. */
  cells: readonly Cell[];
  /** Missing months are drawn as stripes. */
  incomplete: boolean;
  /** 未提及 as a blank region or as a cross, and zero as a ground of its own. */
  form: 'regions' | 'boxes';
  theme: ChartTheme;
  frame: Frame;
  context: FigureContext;
}

/** Legend of a shaded figure: its classes in 万/亿, then the marks of what is not a plain number. */
export function classLegendItems(legend: ClassLegend): LegendItem[] {
  const { classes, cells, form, theme, frame, context } = legend;
  const { text, language } = context;
  const print = (value: number) => formatValue(value, { language });
  const boxes = form === 'boxes';
  const states = new Set(cells.map(({ state }) => state));
  const edge = { borderColor: theme.border, borderWidth: 1 };
  const blank = { icon: 'rect', itemStyle: { color: theme.noData, ...edge } };
  const zero = { icon: 'rect', itemStyle: { color: theme.surface, borderColor: theme.axis, borderWidth: 1 } };
  const look = { theme, frame };
  const mark = (holds: boolean, series: string, label: string, swatch: object): LegendItem[] =>
    holds ? [{ series, label, ...swatch }] : [];
  return [
    ...classes.map(({ from, to }, i) => ({
      series: `#class${String(i)}`,
      label: text.classRange(print(from), print(to)),
      icon: 'rect',
      itemStyle: { color: rampColour(i, classes.length, theme), borderWidth: 0 },
    })),
    ...mark(boxes && cells.some((cell) => drawnValue(cell) === 0), '#zero', text.zero, zero),
    ...mark(
      legend.incomplete && cells.some(isIncomplete),
      '#incomplete',
      text.incomplete,
      markSwatches.incompleteBar(look),
    ),
    ...mark(states.has('unreported'), '#unreported', text.unreported, markSwatches.unreported(look)),
    ...mark(
      states.has('unmentioned'),
      '#unmentioned',
      text.unmentioned,
      boxes ? markSwatches.unmentioned(look) : blank,
    ),
  ];
}

/** A series of no data, for a legend entry to stand on. */
export const classLegendStub = ({ series }: LegendItem): CustomSeriesOption => ({
  type: 'custom',
  name: series,
  coordinateSystem: 'none',
  silent: true,
  data: [],
  renderItem: () => null,
});
