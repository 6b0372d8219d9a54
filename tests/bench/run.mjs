/**
 * Runs the benchmarks: `npm run bench`, or `npm run bench -- NAME`. Those of the engine alone are bundled, as the app is
 * bundled; `peers` drives a browser.
 */
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { build } from 'vite';

const [name] = process.argv.slice(2);
if (name !== 'peers') {
  const outDir = resolve('node_modules/.cache/bench');
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'tests/bench/index.ts', outDir, emptyOutDir: true, minify: false, target: 'node20' },
  });
  await import(pathToFileURL(resolve(outDir, 'index.js')).href);
}
if (name === undefined || name === 'peers') await import('./peers/drive.mjs');
