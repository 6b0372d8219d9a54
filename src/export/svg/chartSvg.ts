import type { Figure, Frame } from '../../charts/figure';
import { echartsFor } from '../../charts/install';
import type { ChartTheme } from '../../charts/theme';
import { plainSvg, type Haloes } from './plainSvg';

/**
 * The chart of a figure alone, laid out at a frame's size without a page.
 * Output: content for a `<g>`, origin at the upper left corner of the chart.
 */
export async function chartSvg(
  figure: Figure,
  theme: ChartTheme,
  frame: Omit<Frame, 'purpose'>,
  options: { idPrefix: string; haloes: Haloes },
): Promise<string> {
  const [echarts] = await Promise.all([echartsFor(figure), import('../../charts/install/svg')]);
  const { widthPx: width, heightPx: height } = frame;
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...figure.option(theme, { ...frame, purpose: 'export' }), animation: false });
    return plainSvg(chart.renderToSVGString(), options);
  } finally {
    chart.dispose();
  }
}
