import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Figure, Frame } from '../../../src/charts/figure';
import { echartsFor, installPointing } from '../../../src/charts/install';
import type { ChartTheme } from '../../../src/charts/theme';

echarts.use([SVGRenderer]);

/** Renders a figure without a browser, ids numbered by first appearance and floats cut, so that runs compare. */
export async function renderSvg(figure: Figure, theme: ChartTheme, frame: Frame): Promise<string> {
  await Promise.all([echartsFor(figure), installPointing()]);
  const { widthPx: width, heightPx: height } = frame;
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...figure.option(theme, frame), animation: false });
    return stable(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

function stable(svg: string): string {
  const ids = new Map<string, string>();
  return svg
    .replace(/\bzr\d+-[a-z]+-?\d+|\bzr\d+-c\d+/g, (id) => {
      const known = ids.get(id) ?? `id${String(ids.size)}`;
      ids.set(id, known);
      return known;
    })
    .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100))
    .replaceAll('><', '>\n<');
}
