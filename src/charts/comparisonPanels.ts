import type { EChartsOption, SeriesOption } from 'echarts';
import { bucketLabels } from './bucketAxis';
import { estimateEm, truncateEm } from './measureText';
import { isLabelled } from './trend';
import { axisMax, planUnit, trendOption, type TrendPlan } from './trendOption';
import type { TrendDrawing } from './trendSeries';

/** The counties, and the city in a panel of its own above them. */
export interface ComparisonPanels {
  city: TrendPlan;
  counties: TrendPlan;
  cityName: string;
}

/** A larger city than this many times the largest county would press the counties' lines together. */
const mostTimes = 1.5;

/** Whether one scale for both would leave the counties unreadable. */
export function isSqueezed({ city, counties }: Pick<ComparisonPanels, 'city' | 'counties'>): boolean {
  const largest = axisMax(counties);
  return largest > 0 && axisMax(city) > largest * mostTimes;
}

const seriesOf = ({ series }: EChartsOption): SeriesOption[] =>
  Array.isArray(series) ? series : series ? [series] : [];
const onAxes = (index: number) => (one: SeriesOption) =>
  ({ ...one, xAxisIndex: index, yAxisIndex: index }) as SeriesOption;

/** Height and place of both panels in pixels, below the legend and above the times. */
function gridsOf(topPx: number, { city }: ComparisonPanels, { frame, context }: TrendDrawing) {
  const { fontPx, heightPx, widthPx } = frame;
  const { lines } = bucketLabels(city.answer.buckets, widthPx - 6 * fontPx, frame, context.text);
  const upperTop = topPx + fontPx * 1.8;
  const gap = fontPx * 2.6;
  const room = heightPx - upperTop - gap - lines * fontPx * 1.4 - fontPx * 0.8;
  const upper = Math.max(fontPx * 3, room * 0.3);
  const common = { left: fontPx * 3.6, right: fontPx, outerBoundsMode: 'none' as const };
  const lower = Math.max(fontPx * 4, room - upper);
  return [
    { ...common, top: upperTop + upper + gap, height: lower },
    { ...common, top: upperTop, height: upper },
  ];
}

/** Lines of type that both panels need with what is written around them; a low frame gets smaller type. */
const leastLines = 18;

function withRoom(drawing: TrendDrawing): TrendDrawing {
  const { frame } = drawing;
  return { ...drawing, frame: { ...frame, fontPx: Math.min(frame.fontPx, frame.heightPx / leastLines) } };
}

/** Steps of an axis whose numbers keep apart. */
const stepsOf = (heightPx: number, fontPx: number, most: number) => ({
  splitNumber: Math.max(1, Math.min(most, Math.floor(heightPx / fontPx / 2.4))),
});

/**
 * The counties below, the city above on a scale of its own, both over the same times. Series stand in the order of one
 * trend of both: the counties', then the city's.
 */
export function panelledOption(panels: ComparisonPanels, whole: TrendDrawing): EChartsOption {
  const drawing = withRoom(whole);
  const { city, counties, cityName } = panels;
  const { theme, frame, context } = drawing;
  const [below, above] = [counties, city].map((plan) =>
    trendOption(plan, { ...drawing, labelled: isLabelled(plan, frame) }),
  ) as [EChartsOption, EChartsOption];
  const both = trendOption({ ...counties, shown: [...counties.shown, ...city.shown] }, { ...drawing, labelled: false });
  const [grid] = [both.grid ?? []].flat();
  // Above the highest point of the city stands its number.
  const titleText = (name: string, unit: string) => {
    const roomEm = frame.widthPx / frame.fontPx - 5 - estimateEm(context.text.panelTitle('', unit));
    return context.text.panelTitle(truncateEm(name, Math.max(6, roomEm)), unit);
  };
  const title = (gridIndex: number, name: string, plan: TrendPlan) => ({
    gridIndex,
    name: titleText(name, planUnit(plan, context)),
    nameGap: frame.fontPx * (gridIndex === 1 ? 1.7 : 0.7),
    nameTextStyle: { align: 'left', color: theme.text, fontFamily: theme.fontFamily, fontSize: frame.fontPx } as const,
  });
  const marks = (option: EChartsOption, plan: TrendPlan, index: number) => {
    const all = seriesOf(option).map(onAxes(index));
    return {
      lines: all.slice(0, plan.shown.length),
      further: all.slice(plan.shown.length).filter(({ type }) => type === 'custom'),
    };
  };
  const [lower, upper] = [marks(below, counties, 0), marks(above, city, 1)];
  const grids = gridsOf(typeof grid?.top === 'number' ? grid.top : 0, panels, drawing);
  const steps = grids.map(({ height }, i) => stepsOf(height, frame.fontPx, i === 0 ? 5 : 2));
  return {
    ...both,
    grid: grids,
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    xAxis: [
      { ...([both.xAxis ?? []].flat()[0] as object), gridIndex: 0 },
      { ...([both.xAxis ?? []].flat()[0] as object), gridIndex: 1, axisLabel: { show: false } },
    ] as EChartsOption['xAxis'],
    yAxis: [
      { ...([below.yAxis ?? []].flat()[0] as object), ...title(0, context.text.area, counties), ...steps[0] },
      { ...([above.yAxis ?? []].flat()[0] as object), ...title(1, cityName, city), ...steps[1] },
    ] as EChartsOption['yAxis'],
    series: [
      ...lower.lines,
      ...upper.lines,
      ...lower.further,
      ...upper.further,
      ...seriesOf(both).filter(({ type, name }) => type === 'line' && String(name).startsWith('#')),
    ],
  };
}
