import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/charts/figure';
import { exporterList, exporters } from '../../../src/export/exporters';
import { places } from '../../../src/export/pptx/layouts';
import { headerOf, pixelsOf, share } from '../../support/charts/readPng';
import { sampleFigures } from '../../support/charts/sampleFigures';
import { officeOptions } from '../../support/export/officeOptions';
import { all, openPackage, textLines, type OpenedPackage } from '../../support/export/openPackage';
import { orderBreaches, packageBreaches } from '../../support/export/schemaOrder';

const figures = Object.values(sampleFigures).map((make) => make());
const pictured = figures.filter(({ native }) => !native);

const pngOf = ({ bytes }: OpenedPackage, path: string) =>
  new Blob([new Uint8Array(bytes(path))], { type: 'image/png' });

/** Two figures of every kind, until there are as many as a long meeting has. */
const forty = Array.from({ length: 40 }, (_, i) => figures[i % figures.length]).flatMap((figure): Figure[] =>
  figure ? [figure] : [],
);

describe('a deck', () => {
  it('shows charts that no office program draws as painted pictures, twice as fine as their place', async () => {
    const opened = await openPackage(await exporters.pptx.build(pictured[0] as Figure, officeOptions(), undefined));
    expect(packageBreaches(opened)).toEqual([]);
    const many = await openPackage(await exporters.pptx.buildMany(pictured, officeOptions()));
    const media = many.paths.filter((path) => path.startsWith('ppt/media/'));
    expect(media).toHaveLength(pictured.length);
    for (const path of media) {
      const blob = pngOf(many, path);
      const { widthPx, heightPx } = places.chart;
      expect(headerOf(await blob.arrayBuffer())).toEqual({ signed: true, width: widthPx * 2, height: heightPx * 2 });
      const pixels = await pixelsOf(blob);
      expect(share(pixels, { x: 0, y: 0, width: pixels.width, height: pixels.height }, null)).toBeGreaterThan(0.02);
    }
  });

  it('of forty figures lets the page answer at every figure, and tells how far it is', async () => {
    let turns = 0;
    let running = true;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      turns += 1;
      if (running) port2.postMessage(null);
    };
    port2.postMessage(null);
    const told: number[] = [];
    const turnsAt: number[] = [];
    const blob = await exporters.pptx.buildMany(forty, officeOptions(), undefined, (done, total) => {
      expect(total).toBe(40);
      told.push(done);
      turnsAt.push(turns);
    });
    running = false;
    expect(told).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    // Between two figures the page has had at least one turn of its own.
    for (let i = 2; i < turnsAt.length; i += 2) expect(turnsAt[i] ?? 0).toBeGreaterThan(turnsAt[i - 2] ?? 0);
    const opened = await openPackage(blob);
    expect(packageBreaches(opened)).toEqual([]);
    const pictures = opened.paths.filter((path) => path.startsWith('ppt/media/'));
    // A long ranking goes over several slides.
    expect(opened.parts('ppt/charts/chart').length + pictures.length).toBeGreaterThanOrEqual(40);
  });
});

describe('a document', () => {
  it('has painted pictures as wide as the text, 300 dots an inch', async () => {
    const opened = await openPackage(await exporters.docx.buildMany(figures.slice(0, 6), officeOptions()));
    expect(packageBreaches(opened)).toEqual([]);
    expect(opened.parts('').flatMap((path) => orderBreaches(opened.xml(path)))).toEqual([]);
    const document = opened.xml('word/document.xml');
    for (const extent of all(document, 'wp:extent')) {
      const inches = Number(extent.getAttribute('cx')) / 914_400;
      expect(Math.round(1844 / inches)).toBe(300);
    }
    for (const path of opened.paths.filter((one) => one.startsWith('word/media/'))) {
      const blob = pngOf(opened, path);
      expect(headerOf(await blob.arrayBuffer()).width).toBe(1844);
      const pixels = await pixelsOf(blob);
      expect(share(pixels, { x: 0, y: 0, width: pixels.width, height: pixels.height }, null)).toBeGreaterThan(0.005);
    }
    expect(textLines(document, 'w').join('')).toContain('图 6');
  });
});

describe('every exporter', () => {
  const packers = exporterList.filter(({ section }) => section === 'document' || section === 'data');

  it.each(packers)('$id makes a file of its type, and none once it is told to stop', async (exporter) => {
    const figure = figures[0] as Figure;
    const blob = await exporter.build(figure, officeOptions());
    expect(blob.size).toBeGreaterThan(100);
    expect(blob.type.split(';')[0]).toBe(exporter.mime);
    const stop = new AbortController();
    stop.abort();
    await expect(exporter.build(figure, officeOptions(), stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
    if (exporter.buildMany)
      await expect(exporter.buildMany(figures, officeOptions(), stop.signal)).rejects.toMatchObject({
        code: 'cancelled',
      });
  });
});
