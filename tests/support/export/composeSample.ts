import { estimateEm } from '../../../src/charts/measureText';
import type { Figure } from '../../../src/charts/figure';
import { zhChartText } from '../../../src/charts/text/zh';
import { chartTheme, type PictureThemeName } from '../../../src/charts/theme';
import { layOut } from '../../../src/export/layout';
import type { PresetId } from '../../../src/export/presets';
import { chartSvg } from '../../../src/export/svg/chartSvg';
import { composeSvg } from '../../../src/export/svg/composeSvg';

/** A figure as the SVG document that is exported, made in Node with estimated widths. */
export async function composeSample(
  figure: Figure,
  { preset = 'full', themeName = 'light' }: { preset?: PresetId; themeName?: PictureThemeName } = {},
): Promise<string> {
  const theme = chartTheme(themeName);
  const measure = (text: string, fontPx: number) => estimateEm(text) * fontPx;
  const scene = layOut({
    figure,
    preset,
    theme,
    text: zhChartText,
    exportedOn: '2026-11-21',
    address: '#/trend',
    measure,
  });
  const chart = await chartSvg(figure, theme, scene.chart, { idPrefix: 'c', haloes: 'separate' });
  return composeSvg({ scene, chart, fontFamily: theme.fontFamily, title: figure.title, description: figure.source });
}
