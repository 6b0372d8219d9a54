import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFigures } from '../support/charts/sampleFigures';
import { composeSample } from '../support/export/composeSample';
import { decodePng } from '../support/export/decodePng';
import { outlined } from '../support/export/outlined';
import {
  furthest,
  isFound,
  paintInChromium,
  pictureOf,
  seen,
  svgPrograms,
  withoutFonts,
} from '../support/export/svgPrograms';

const names = ['trend-bar-targets', 'trend-months', 'trend-categories-stacked', 'ranking', 'donut', 'treemap', 'map'];
const folder = mkdtempSync(join(tmpdir(), 'svg-'));
const path = (name: string) => join(folder, `${name}.svg`);
const outlines = (name: string) => join(folder, `${name}-outlines.svg`);
const noFonts = withoutFonts(folder);

/** Share of the pixels of a chart with wide gaps that are as dark as its hatching: 未报 must not look like nothing. */
function shareOfHatching(program: string): number {
  const { pixels } = decodePng(readFileSync(pictureOf(path('trend-months'), program)));
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, , blue = 0] = pixels.subarray(at, at + 4);
    if (red >= 170 && red <= 215 && blue >= 185 && blue <= 225) count += 1;
  }
  return count / (pixels.length / 4);
}

beforeAll(async () => {
  for (const name of names) {
    const figure = sampleFigures[name]?.();
    if (!figure) throw new Error(`no sample: ${name}`);
    const svg = await composeSample(figure);
    writeFileSync(path(name), svg);
    writeFileSync(outlines(name), (await outlined(svg)).svg);
  }
  await paintInChromium(names.map(path));
  // Outlines need no font: nobody has one here.
  await paintInChromium(names.map(outlines), noFonts);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an exported SVG', () => {
  for (const [program, convert] of Object.entries(svgPrograms)) {
    const found = isFound(program);
    // Said in the name of the test, so that its absence is never silent.
    it.skipIf(!found)(
      found ? `looks in ${program} as it does in Chromium` : `${program} was not found on this machine: not compared`,
      () => {
        convert(names.map(path), process.env);
        for (const name of names)
          expect(
            furthest(seen(path(name), program), seen(path(name), 'chromium')),
            `${name} in ${program}`,
          ).toBeLessThan(24);
        const [hatched, wanted] = [shareOfHatching(program), shareOfHatching('chromium')];
        expect(wanted).toBeGreaterThan(0.02);
        expect(hatched / wanted).toBeGreaterThan(0.6);
        expect(hatched / wanted).toBeLessThan(1.5);
      },
      300_000,
    );
  }

  it('would be told apart from another one', () => {
    expect(furthest(seen(path('donut'), 'chromium'), seen(path('treemap'), 'chromium'))).toBeGreaterThan(60);
  });
});

describe('an SVG with outlines for text, on a machine without fonts', () => {
  it.each(names)('looks as the one with text does: %s', (name) => {
    expect(furthest(seen(outlines(name), 'chromium'), seen(path(name), 'chromium'))).toBeLessThan(16);
  });

  for (const [program, convert] of Object.entries(svgPrograms)) {
    const found = isFound(program);
    it.skipIf(!found)(
      found ? `looks the same in ${program}` : `${program} was not found on this machine: not compared`,
      () => {
        // LibreOffice does not even start without one.
        convert(names.map(outlines), program === 'soffice' ? process.env : noFonts);
        for (const name of names)
          expect(
            furthest(seen(outlines(name), program), seen(outlines(name), 'chromium')),
            `${name} in ${program}`,
          ).toBeLessThan(8);
      },
      300_000,
    );
  }
});
