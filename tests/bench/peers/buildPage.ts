import { resolve } from 'node:path';
import { build } from 'vite';

/** Bundles the benchmark's page with the app's worker as the app is built; gives the folder. */
export async function buildPage(outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: resolve('tests/bench/peers/page'),
    base: './',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 100_000 },
  });
  return outDir;
}
