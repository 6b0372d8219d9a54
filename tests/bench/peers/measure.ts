import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright';
import { findBrowser } from '../../support/browser.mjs';
import type { Question } from './question';
import type { Served } from './serve';

const patienceMs = 1_800_000;

/** A browser with a disk of its own, where one stored form is measured. */
export interface Profile {
  page: Page;
  folder: string;
  close(): Promise<void>;
}

/** Starts a browser with an empty profile on disk. */
export async function openProfile(): Promise<Profile> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-peers-'));
  const found = findBrowser();
  const context = await chromium.launchPersistentContext(folder, {
    headless: true,
    ...(found ? { executablePath: found.path } : {}),
    args: [...(found?.args ?? []), '--enable-blink-features=ForceEagerMeasureMemory'],
  });
  context.setDefaultTimeout(patienceMs);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    folder,
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until a page that starts by itself has answered; milliseconds since it was called for. */
async function answered(page: Page): Promise<number> {
  await page.waitForFunction(() => Number(document.title) > 0);
  return Number(await page.title());
}

/** Opens the page of a contender; with a question, so that it starts by itself, and waits until it has been answered. */
export async function visit(page: Page, { origin }: Served, contender: string, data: string, cold?: Question) {
  const parameters = new URLSearchParams({ contender, data, ...(cold ? { cold: JSON.stringify(cold) } : {}) });
  // Leaving first, so that nothing of the page before is shared.
  await page.goto('about:blank');
  await page.goto(`${origin}/?${parameters.toString()}`);
  await page.waitForFunction(() => 'bench' in window);
  return cold ? answered(page) : NaN;
}

/** Starts the page of `visit` once more, as a person does who reloads it. */
export async function reload(page: Page): Promise<number> {
  await page.reload();
  return answered(page);
}

/** Waits until the browser's disk has stopped growing: what is written after the answer belongs to storing. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const usage = async () => (await navigator.storage.estimate()).usage ?? 0;
    for (let before = -1, now = await usage(); now !== before;) {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      [before, now] = [now, await usage()];
    }
  });
}

/** Bytes of some files as a server would send them. */
export function gzipBytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}

/** The value below which a share of some numbers lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
