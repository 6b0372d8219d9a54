/**
 * Writes the pictures of the README to `tests/screenshots/`: the built app in a real browser, 1440 × 900, light.
 * Run by `npm run screenshots`, never by the tests.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright';
import { findBrowser } from './browser.mjs';

const port = 4175;
const folder = 'tests/screenshots';
const address = `http://127.0.0.1:${port}/`;
const shots = [
  { name: 'overview', path: '/' },
  { name: 'overview-dark', path: '/?y=2018', theme: 'dark' },
  { name: 'trend', path: '/trend?g=M&a=421000' },
  { name: 'counties', path: '/counties?i=beneficiaries' },
  { name: 'categories', path: '/categories?y=2018&i=beneficiaries' },
  { name: 'data', path: '/data' },
  { name: 'source', path: '/?y=2018&a=421000', press: '参与人次，看来源' },
  { name: 'export', path: '/trend?y=2018', press: '导出' },
  { name: 'overview-en', path: '/', language: 'en' },
  { name: 'phone', path: '/', width: 390, height: 844 },
];

const server = spawn(
  process.execPath,
  ['node_modules/vite/bin/vite.js', 'preview', '--port', String(port), '--strictPort'],
  {
    stdio: 'ignore',
  },
);

/** Resolves once the server answers; rejects after 20 seconds. */
async function served() {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      if ((await fetch(address)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no answer from ${address}`);
}

async function shoot(browser, { name, path, theme = 'light', language = 'zh-CN', press, width = 1440, height = 900 }) {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', serviceWorkers: 'block' });
  await page.addInitScript((kept) => localStorage.setItem('settings', kept), JSON.stringify({ language, theme }));
  await page.goto(`${address}#${path}`);
  await page.locator('figure canvas, [role=grid] [data-index]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  if (press) {
    await page.getByRole('button', { name: press, exact: true }).first().click();
    await page.locator('[role=dialog] article, [role=menu]').first().waitFor();
  }
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
  console.log(`${folder}/${name}.png`);
}

try {
  mkdirSync(folder, { recursive: true });
  await served();
  const found = findBrowser();
  const browser = await chromium.launch(found ? { executablePath: found.path, args: found.args } : {});
  for (const shot of shots) await shoot(browser, shot);
  await browser.close();
} finally {
  server.kill();
}
