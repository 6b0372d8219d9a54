/** Bundles the benchmarks, as the app is bundled, and runs them: `npm run bench`, or `npm run bench -- NAME`. */
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { build } from 'vite';

const outDir = resolve('node_modules/.cache/bench');
await build({
  configFile: false,
  logLevel: 'error',
  build: { ssr: 'tests/bench/index.ts', outDir, emptyOutDir: true, minify: false, target: 'node20' },
});
await import(pathToFileURL(resolve(outDir, 'index.js')).href);
