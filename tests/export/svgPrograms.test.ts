import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../support/browser.mjs';
import { sampleFigures } from '../support/charts/sampleFigures';
import { composeSample } from '../support/export/composeSample';
import { brightness, decodePng } from '../support/export/decodePng';

const names = ['trend-bar-targets', 'trend-months', 'trend-categories-stacked', 'ranking', 'donut', 'treemap', 'map'];
const folder = mkdtempSync(join(tmpdir(), 'svg-'));
const size = { width: 1920, height: 1080 };
const path = (name: string, end: string) => join(folder, `${name}${end}`);

/** How each program turns all files into pictures; its name is what is looked for on the machine. */
const programs: Record<string, () => void> = {
  'rsvg-convert': () => {
    for (const name of names) execFileSync('rsvg-convert', [path(name, '.svg'), '-o', path(name, '.rsvg-convert.png')]);
  },
  inkscape: () => {
    for (const name of names)
      execFileSync('inkscape', [path(name, '.svg'), '-o', path(name, '.inkscape.png')], { stdio: 'ignore' });
  },
  soffice: () => {
    const files = names.map((name) => path(name, '.svg'));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'soffice');
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'png', '--outdir', out, ...files], {
      stdio: 'ignore',
    });
    for (const name of names) writeFileSync(path(name, '.soffice.png'), readFileSync(join(out, `${name}.png`)));
  },
};

function isFound(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const grid = [48, 27] as const;
const seen = (name: string, program: string) =>
  brightness(decodePng(readFileSync(path(name, `.${program}.png`))), ...grid);

/** Greatest difference of any cell of the grid, of 255. */
const furthest = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))));

/** Share of the pixels of a chart with wide gaps that are as dark as its hatching: 未报 must not look like nothing. */
function shareOfHatching(program: string): number {
  const { pixels } = decodePng(readFileSync(path('trend-months', `.${program}.png`)));
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, , blue = 0] = pixels.subarray(at, at + 4);
    if (red >= 170 && red <= 215 && blue >= 185 && blue <= 225) count += 1;
  }
  return count / (pixels.length / 4);
}

describe('an exported SVG', () => {
  beforeAll(async () => {
    const found = findBrowser();
    const browser = await chromium.launch(found ? { executablePath: found.path, args: found.args } : {});
    const page = await browser.newPage({ viewport: size });
    for (const name of names) {
      const figure = sampleFigures[name]?.();
      if (!figure) throw new Error(`no sample: ${name}`);
      writeFileSync(path(name, '.svg'), await composeSample(figure));
      await page.goto(`file://${path(name, '.svg')}`);
      await page.screenshot({ path: path(name, '.chromium.png') });
    }
    await browser.close();
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const [program, convert] of Object.entries(programs)) {
    const found = isFound(program);
    // Said in the name of the test, so that its absence is never silent.
    it.skipIf(!found)(
      found ? `looks in ${program} as it does in Chromium` : `${program} was not found on this machine: not compared`,
      () => {
        convert();
        for (const name of names) {
          expect(furthest(seen(name, program), seen(name, 'chromium')), `${name} in ${program}`).toBeLessThan(24);
        }
        const [hatched, wanted] = [shareOfHatching(program), shareOfHatching('chromium')];
        expect(wanted).toBeGreaterThan(0.02);
        expect(hatched / wanted).toBeGreaterThan(0.6);
        expect(hatched / wanted).toBeLessThan(1.5);
      },
      180_000,
    );
  }

  it('would be told apart from another one', () => {
    expect(furthest(seen('donut', 'chromium'), seen('treemap', 'chromium'))).toBeGreaterThan(60);
  });
});
