import { describe, expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { zhChartText } from '../../../src/charts/text/zh';
import { exportPng } from '../../../src/export/exporters/png';
import { requireChineseFont } from '../../../src/export/fonts';
import { layOut } from '../../../src/export/layout';
import { isOwnSize, pictureSize, presetIds, presets, scales } from '../../../src/export/presets';
import { canvasMeasure } from '../../../src/export/raster';
import type { ExportOptions } from '../../../src/export/exportOptions';
import { chartTheme, pictureThemeNames } from '../../../src/charts/theme';
import { sampleFigures } from '../../support/charts/sampleFigures';
import { boxFont } from '../../support/charts/boxFont';
import { headerOf, metadataOf, pixelsOf, sameBytes, share } from '../../support/charts/readPng';

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
  address: '#/trend?g=M&a=421000',
  ...more,
});

const sceneOf = (name: string, chosen: ExportOptions) => {
  const theme = chartTheme(chosen.theme);
  return layOut({ ...chosen, figure: figureOf(name), theme, measure: canvasMeasure(theme.fontFamily) });
};

describe.each(presetIds)('%s', (preset) => {
  it.each(scales)('has exactly its size at %d×', async (scale) => {
    // Every theme at 1×, one in turn at the large scales.
    const turn = pictureThemeNames[(presetIds.indexOf(preset) + scale) % pictureThemeNames.length] ?? 'light';
    for (const theme of scale === 1 ? pictureThemeNames : [turn]) {
      const blob = await exportPng(figureOf('trend-bar'), options({ preset, scale, theme }));
      expect(blob.type).toBe('image/png');
      const size = { width: presets[preset].widthPx * scale, height: presets[preset].heightPx * scale };
      expect(headerOf(await blob.arrayBuffer())).toEqual({ signed: true, ...size });
      const image = await createImageBitmap(blob);
      expect({ width: image.width, height: image.height }).toEqual(size);
      image.close();
      const { dpi } = presets[preset];
      expect(metadataOf(await blob.arrayBuffer()).perMetre).toBe(Math.round((dpi * scale) / 0.0254));
    }
  });

  it.each(Object.keys(sampleFigures))('paints title and chart and nothing outside the margins: %s', async (name) => {
    // Every theme has its turn over the figures of a preset.
    const turn = Object.keys(sampleFigures).indexOf(name) + presetIds.indexOf(preset);
    const theme = pictureThemeNames[turn % pictureThemeNames.length] ?? 'light';
    const chosen = options({ preset, theme });
    const scene = sceneOf(name, chosen);
    const pixels = await pixelsOf(await exportPng(figureOf(name), chosen));
    const { widthPx, heightPx, marginPx, chart, texts } = scene;
    const painted = (x: number, y: number, width: number, height: number) =>
      share(pixels, { x, y, width, height }, scene.background);
    const edge = marginPx - 3;
    const bandsPx = chartTheme(theme).bands.length > 0 ? Math.ceil(presets[preset].typePx * 0.7) : 0;
    expect(painted(0, bandsPx, widthPx, edge - bandsPx)).toBe(0);
    if (bandsPx > 0) expect(painted(0, 0, widthPx, Math.floor(presets[preset].typePx * 0.5))).toBe(1);
    expect(painted(0, heightPx - edge, widthPx, edge)).toBe(0);
    expect(painted(0, bandsPx, edge, heightPx - bandsPx)).toBe(0);
    expect(painted(widthPx - edge, bandsPx, edge, heightPx - bandsPx)).toBe(0);
    expect(painted(chart.x, chart.y, chart.widthPx, chart.heightPx)).toBeGreaterThan(0.01);
    const title = texts.find(({ role }) => role === 'title');
    if (!title) throw new Error('no title');
    const top = title.y - title.lineHeightPx / 2;
    expect(painted(title.x, top, title.fontPx * 3, title.lineHeightPx)).toBeGreaterThan(0.08);
  });
});

describe('what the file says of itself', () => {
  it('has title, source and the whole description in it, with chunks that check', async () => {
    const figure = { ...figureOf('trend-bar'), mark: '模拟数据' };
    const { texts, sound, order } = metadataOf(await (await exportPng(figure, options())).arrayBuffer());
    expect(sound).toBe(true);
    expect(order[0]).toBe('IHDR');
    expect(order.indexOf('pHYs')).toBeLessThan(order.indexOf('IDAT'));
    expect(texts['Title']).toBe(figure.title);
    expect(texts['Source']).toBe(figure.source);
    for (const part of ['模拟数据', ...figure.notes, '数据截至', '#/trend?g=M&a=421000'])
      expect(texts['Description']).toContain(part);
  });

  it('prints the A4 column at 156 mm', () => {
    const { widthPx, dpi } = presets['a4-column'];
    expect((widthPx / dpi) * 25.4).toBeCloseTo(156, 0);
    expect(dpi).toBe(300);
  });
});

describe('an own size', () => {
  it.each([
    [320, 320],
    [1234, 567],
    [4000, 900],
    [700, 4000],
  ])('is kept to the pixel and keeps its margins: %d × %d', async (widthPx, heightPx) => {
    const chosen = options({ ownSize: { widthPx, heightPx }, scale: 2 });
    const blob = await exportPng(figureOf('trend-bar-targets'), chosen);
    expect(headerOf(await blob.arrayBuffer())).toMatchObject({ width: widthPx * 2, height: heightPx * 2 });
    const { marginPx, chart, background } = sceneOf('trend-bar-targets', chosen);
    expect(chart.heightPx).toBeGreaterThan(heightPx * 0.25);
    const pixels = await pixelsOf(blob);
    const edge = marginPx * 2 - 4;
    expect(share(pixels, { x: 0, y: 0, width: edge, height: heightPx * 2 }, background)).toBe(0);
    expect(share(pixels, { x: 0, y: heightPx * 2 - edge, width: widthPx * 2, height: edge }, background)).toBe(0);
  });

  it('is refused when it is no whole number of pixels within the limits', () => {
    for (const side of [0, -5, 319, 4001, 100.5, Number.NaN, Infinity])
      expect(isOwnSize({ widthPx: side, heightPx: 900 })).toBe(false);
    expect(isOwnSize({ widthPx: 320, heightPx: 4000 })).toBe(true);
    expect(pictureSize({ preset: 'full', ownSize: { widthPx: 1920, heightPx: 1080 } }).typePx).toBeGreaterThan(24);
  });
});

it('leaves the ground of a transparent picture away, and nothing else', async () => {
  const { data, width } = await pixelsOf(await exportPng(figureOf('trend-bar'), options({ theme: 'transparent' })));
  expect(data[3]).toBe(0);
  expect(data[(40 * width + 40) * 4 + 3]).toBe(0);
  let opaque = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at] === 255) opaque += 1;
  expect(opaque).toBeGreaterThan(10_000);
});

it('paints 模拟数据 where a figure carries it', async () => {
  const figure = figureOf('trend-bar');
  const plain = await pixelsOf(await exportPng(figure, options()));
  const marked = await pixelsOf(await exportPng({ ...figure, mark: '模拟数据' }, options()));
  const red = (pixels: ImageData) => {
    let count = 0;
    for (let at = 0; at < pixels.data.length; at += 4)
      if (pixels.data[at] === 0xc0 && pixels.data[at + 1] === 0x2b && pixels.data[at + 2] === 0x26) count += 1;
    return count;
  };
  expect(red(plain)).toBe(0);
  expect(red(marked)).toBeGreaterThan(400);
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
