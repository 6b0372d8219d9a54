import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright';
import { findBrowser } from '../../support/browser.mjs';
import { coldStartMark } from './page/pageApi';
import type { Question } from './question';
import type { Served } from './serve';

const patienceMs = 1_800_000;

/** A browser with a disk of its own, where one stored form is measured. */
export interface Profile {
  page: Page;
  folder: string;
  /** Ends the browser, and leaves the profile. */
  leave(): Promise<void>;
  /** Ends the browser, and removes the profile. */
  close(): Promise<void>;
}

/** Starts a browser with a profile on disk, an empty one where none is given. */
export async function openProfile(folder = mkdtempSync(join(tmpdir(), 'bench-peers-'))): Promise<Profile> {
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
    leave: () => context.close(),
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Calls for a page that starts by itself and listens until it has answered; milliseconds since it was called for. */
async function answered(page: Page, call: () => Promise<unknown>): Promise<number> {
  const told = page.waitForEvent('console', { predicate: (message) => message.text().startsWith(coldStartMark) });
  await call();
  return Number((await told).text().slice(coldStartMark.length));
}

/** Opens the page of a contender; with a question, so that it starts by itself, and waits until it has been answered. */
export async function visit(page: Page, { origin }: Served, contender: string, data: string, cold?: Question) {
  const parameters = new URLSearchParams({ contender, data, ...(cold ? { cold: JSON.stringify(cold) } : {}) });
  // Leaving first, so that nothing of the page before is shared.
  await page.goto('about:blank');
  const call = () => page.goto(`${origin}/?${parameters.toString()}`);
  await (cold ? answered(page, call) : call());
  await page.waitForFunction(() => 'bench' in window);
}

/** Starts the page of `visit` once more, as a person does who reloads it; milliseconds until it has answered. */
export function reload(page: Page): Promise<number> {
  return answered(page, () => page.reload());
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
