import { resolve } from 'node:path';
import { build, loadConfigFromFile, type UserConfig } from 'vite';

/** Bundles the benchmark's page, and the app's worker with it as the app bundles it; gives the folder. */
export async function buildPage(outDir: string): Promise<string> {
  const app = await loadConfigFromFile({ command: 'build', mode: 'production' });
  if (!app) throw new Error('no vite.config.ts here: run the benchmark from the top of the project');
  const { worker, resolve: found }: UserConfig = app.config;
  await build({
    configFile: false,
    logLevel: 'error',
    root: resolve('tests/bench/peers/page'),
    base: './',
    ...(worker ? { worker } : {}),
    ...(found ? { resolve: found } : {}),
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 100_000 },
  });
  return outDir;
}
