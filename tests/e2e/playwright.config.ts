import { defineConfig } from '@playwright/test';
import { findBrowser } from '../support/browser.mjs';

const browser = findBrowser();
// PORT keeps two runs on one machine apart.
const port = Number(process.env['PORT'] ?? 4174);

/** Drives the built app, as it is deployed, in a real browser: `vite build` comes first. */
export default defineConfig({
  testDir: '.',
  outputDir: '../results',
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${String(port)}/`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    screenshot: 'off',
    launchOptions: browser ? { executablePath: browser.path, args: browser.args } : {},
  },
  webServer: {
    command: `npx vite preview --port ${String(port)} --strictPort`,
    cwd: '../..',
    url: `http://127.0.0.1:${String(port)}/`,
    reuseExistingServer: false,
  },
});
