import { describe, expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { zhChartText } from '../../../src/charts/text/zh';
import { exportPng } from '../../../src/export/exporters/png';
import { requireChineseFont } from '../../../src/export/fonts';
import { layOut } from '../../../src/export/layout';
import { presetIds, presets, scales } from '../../../src/export/presets';
import { canvasMeasure } from '../../../src/export/raster';
import type { ExportOptions } from '../../../src/export/exportOptions';
import { chartTheme } from '../../../src/charts/theme';
import { sampleFigures } from '../../support/charts/sampleFigures';
import { boxFont } from '../../support/charts/boxFont';
import { headerOf, pixelsOf, sameBytes, share } from '../../support/charts/readPng';

const figureOf = (name: string) => {
  const figure = sampleFigures[name]?.();
  if (!figure) throw new Error(`no sample: ${name}`);
  return figure;
};

const options = (more: Partial<ExportOptions> = {}): ExportOptions => ({
  preset: 'full',
  scale: 1,
  theme: 'light',
  text: zhChartText,
  exportedOn: '2026-11-21',
  ...more,
});

const sceneOf = (name: string, chosen: ExportOptions) => {
  const theme = chartTheme(chosen.theme);
  return layOut({ ...chosen, figure: figureOf(name), theme, measure: canvasMeasure(theme.fontFamily) });
};

describe.each(presetIds)('%s', (preset) => {
  it.each(scales)('has exactly its size at %d×, in both themes', async (scale) => {
    for (const theme of ['light', 'dark'] as const) {
      const blob = await exportPng(figureOf('trend-bar'), options({ preset, scale, theme }));
      expect(blob.type).toBe('image/png');
      const size = { width: presets[preset].widthPx * scale, height: presets[preset].heightPx * scale };
      expect(headerOf(await blob.arrayBuffer())).toEqual({ signed: true, ...size });
      const image = await createImageBitmap(blob);
      expect({ width: image.width, height: image.height }).toEqual(size);
      image.close();
    }
  });

  it.each(Object.keys(sampleFigures))('paints title and chart and nothing outside the margins: %s', async (name) => {
    const chosen = options({ preset });
    const scene = sceneOf(name, chosen);
    const pixels = await pixelsOf(await exportPng(figureOf(name), chosen));
    const { widthPx, heightPx, marginPx, chart, texts } = scene;
    const painted = (x: number, y: number, width: number, height: number) =>
      share(pixels, { x, y, width, height }, scene.background ?? '#000000');
    const edge = marginPx - 3;
    expect(painted(0, 0, widthPx, edge)).toBe(0);
    expect(painted(0, heightPx - edge, widthPx, edge)).toBe(0);
    expect(painted(0, 0, edge, heightPx)).toBe(0);
    expect(painted(widthPx - edge, 0, edge, heightPx)).toBe(0);
    expect(painted(chart.x, chart.y, chart.widthPx, chart.heightPx)).toBeGreaterThan(0.01);
    const title = texts.find(({ role }) => role === 'title');
    if (!title) throw new Error('no title');
    const top = title.y - title.lineHeightPx / 2;
    expect(painted(title.x, top, title.fontPx * 3, title.lineHeightPx)).toBeGreaterThan(0.08);
  });
});

describe('the painted words', () => {
  it('are Chinese: another character is another picture', async () => {
    const titled = async (title: string) => pixelsOf(await exportPng({ ...figureOf('trend-bar'), title }, options()));
    const [first, second, same] = await Promise.all([titled('工'), titled('会'), titled('工')]);
    expect(sameBytes(first.data, same.data)).toBe(true);
    expect(sameBytes(first.data, second.data)).toBe(false);
  });

  it('are drawn by a font that has them, or the export stops', async () => {
    await expect(requireChineseFont(chartTheme('light').fontFamily)).resolves.toBeUndefined();
    const boxes = new FontFace('boxes-only', boxFont('工会\u{10FFFD}'));
    document.fonts.add(await boxes.load());
    onTestFinished(() => void document.fonts.delete(boxes));
    await expect(requireChineseFont("'boxes-only'")).rejects.toMatchObject({ code: 'font-missing' });
  });
});

describe('the same figure', () => {
  it.each(['trend-months', 'treemap', 'map'])(
    'gives the same picture whatever the window and the page: %s',
    async (name) => {
      const before = await (await exportPng(figureOf(name), options({ preset: 'half', scale: 2 }))).arrayBuffer();
      await page.viewport(390, 500);
      document.documentElement.dataset['theme'] = 'dark';
      document.body.style.cssText = 'zoom: 1.7; font: 40px serif; letter-spacing: 4px';
      onTestFinished(async () => {
        delete document.documentElement.dataset['theme'];
        document.body.removeAttribute('style');
        await page.viewport(1200, 900);
      });
      const after = await (await exportPng(figureOf(name), options({ preset: 'half', scale: 2 }))).arrayBuffer();
      expect(sameBytes(new Uint8Array(after), new Uint8Array(before))).toBe(true);
    },
  );

  it('shows every label of a treemap in the first frame', async () => {
    const pixels = await pixelsOf(await exportPng(figureOf('treemap'), options()));
    const { chart } = sceneOf('treemap', options());
    const corner = { x: chart.x + 4, y: chart.y + 4, width: 110, height: 44 };
    const blue = '#1f5fbf';
    expect(share(pixels, corner, blue)).toBeGreaterThan(0.05);
  });
});

it('stops when asked to', async () => {
  const stopped = new AbortController();
  stopped.abort();
  await expect(exportPng(figureOf('trend-bar'), options(), stopped.signal)).rejects.toMatchObject({
    code: 'cancelled',
  });
});

it('tells a failing chart as a failed export with its cause', async () => {
  const broken = {
    ...figureOf('trend-bar'),
    option: () => {
      throw new Error('broken on purpose');
    },
  };
  await expect(exportPng(broken, options())).rejects.toMatchObject({
    code: 'export-failed',
    cause: { message: 'broken on purpose' },
  });
});
