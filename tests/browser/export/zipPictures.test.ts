import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zhChartText } from '../../../src/charts/text/zh';
import { zipPictures } from '../../../src/export/zipPictures';
import { sampleFigures } from '../../support/charts/sampleFigures';

const options = { preset: 'half', scale: 1, theme: 'light', text: zhChartText, exportedOn: '2026-03-05' } as const;
const figures = ['trend-bar', 'donut', 'trend-hostile-line'].flatMap((name) => sampleFigures[name]?.() ?? []);

test('figures are pictures in order, each under a name that any system takes', async () => {
  const told: number[] = [];
  const blob = await zipPictures(figures, options, undefined, (done) => told.push(done));
  const archive = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const names = Object.keys(archive);
  expect(names.map((name) => name.slice(0, 3))).toEqual(['01_', '02_', '03_']);
  for (const name of names) expect(name).toMatch(/^[^\\/:*?"<>|]{1,116}\.png$/);
  for (const png of Object.values(archive)) {
    const header = new DataView(png.buffer, png.byteOffset, 24);
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([960, 1080]);
  }
  expect(told).toEqual([0, 1, 2, 3]);
});

test('a signal stops it between two pictures', async () => {
  const aborter = new AbortController();
  const building = zipPictures(figures, options, aborter.signal, (done) => done === 1 && aborter.abort());
  await expect(building).rejects.toMatchObject({ code: 'cancelled' });
});
