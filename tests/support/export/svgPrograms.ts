import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../browser.mjs';
import { brightness, decodePng } from './decodePng';

export const pictureOf = (file: string, program: string) => file.replace(/\.svg$/, `.${program}.png`);

/** How each program paints files; its name is what is looked for on the machine. */
export const svgPrograms: Record<string, (files: readonly string[], env: NodeJS.ProcessEnv) => void> = {
  'rsvg-convert': (files, env) => {
    for (const file of files) execFileSync('rsvg-convert', [file, '-o', pictureOf(file, 'rsvg-convert')], { env });
  },
  inkscape: (files, env) => {
    for (const file of files)
      execFileSync('inkscape', [file, '-o', pictureOf(file, 'inkscape')], { stdio: 'ignore', env });
  },
  soffice: (files, env) => {
    const folder = mkdtempSync(join(tmpdir(), 'svg-soffice-'));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'png', '--outdir', folder, ...files], {
      stdio: 'ignore',
      env,
    });
    for (const file of files)
      copyFileSync(join(folder, basename(file).replace(/svg$/, 'png')), pictureOf(file, 'soffice'));
    rmSync(folder, { recursive: true, force: true });
  },
};

/** Whether a program is on this machine. */
export function isFound(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Paints files of 1920 by 1080 in Chromium. */
export async function paintInChromium(files: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const found = findBrowser();
  const launch = { env: env as Record<string, string> };
  const browser = await chromium.launch(found ? { executablePath: found.path, args: found.args, ...launch } : launch);
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    for (const file of files) {
      await page.goto(`file://${file}`);
      await page.screenshot({ path: pictureOf(file, 'chromium') });
    }
  } finally {
    await browser.close();
  }
}

/** An environment in which no program finds any font. */
export function withoutFonts(folder: string): NodeJS.ProcessEnv {
  const none = join(folder, 'no-fonts');
  mkdirSync(none, { recursive: true });
  const file = join(none, 'fonts.conf');
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  writeFileSync(file, `${head}<fontconfig><cachedir>${join(none, 'cache')}</cachedir></fontconfig>`);
  return { ...process.env, FONTCONFIG_FILE: file };
}

const grid = [48, 27] as const;

/** Brightness of a painted file, cell by cell. */
export const seen = (file: string, program: string) =>
  brightness(decodePng(readFileSync(pictureOf(file, program))), ...grid);

/** Greatest difference of any cell of the grid, of 255. */
export const furthest = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))));
