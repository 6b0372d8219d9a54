import type { ChartGroup, Figure, Frame } from '../../charts/figure';
import { echartsFor } from '../../charts/install';
import type { ChartTheme } from '../../charts/theme';
import { plainSvg, type Haloes } from './plainSvg';

interface Drawing {
  idPrefix: string;
  haloes: Haloes;
}
type PictureFrame = Omit<Frame, 'purpose'>;
type ECharts = Awaited<ReturnType<typeof echartsFor>>;

/** What draws each group of figures, as far as it has been fetched. */
const atHand = new Map<ChartGroup, ECharts>();

/** Fetches what draws a figure as a picture. */
export async function fetchDrawing(figure: Pick<Figure, 'group' | 'map'>): Promise<ECharts> {
  const [echarts] = await Promise.all([echartsFor(figure), import('../../charts/install/svg')]);
  atHand.set(figure.group, echarts);
  return echarts;
}

function draw(echarts: ECharts, figure: Figure, theme: ChartTheme, frame: PictureFrame, drawing: Drawing): string {
  const { widthPx: width, heightPx: height } = frame;
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...figure.option(theme, { ...frame, purpose: 'export' }), animation: false });
    return plainSvg(chart.renderToSVGString(), drawing);
  } finally {
    chart.dispose();
  }
}

/**
 * The chart of a figure alone, laid out at a frame's size without a page.
 * Output: content for a `<g>`, origin at the upper left corner of the chart.
 */
export async function chartSvg(
  figure: Figure,
  theme: ChartTheme,
  frame: PictureFrame,
  drawing: Drawing,
): Promise<string> {
  return draw(await fetchDrawing(figure), figure, theme, frame, drawing);
}

/** The same at once; null where what draws it has not been fetched yet. A map must have been drawn before, as on the page. */
export function chartSvgAtHand(
  figure: Figure,
  theme: ChartTheme,
  frame: PictureFrame,
  drawing: Drawing,
): string | null {
  const echarts = atHand.get(figure.group);
  return echarts ? draw(echarts, figure, theme, frame, drawing) : null;
}
