import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../support/sourceFiles';

/** What each layer may import of the project, besides itself. Design, section 6. */
const allowed: Record<string, readonly string[]> = {
  model: [],
  search: [],
  statistics: ['model', 'search'],
  extract: ['model'],
  read: ['model'],
  simulate: ['model', 'statistics'],
  store: ['model', 'extract', 'read', 'statistics'],
  worker: ['model', 'search', 'extract', 'read', 'statistics', 'simulate', 'store'],
  charts: ['model', 'statistics'],
  export: ['model', 'statistics', 'charts'],
  app: ['model', 'search', 'statistics', 'charts', 'export', 'worker'],
  cli: ['model', 'extract', 'read'],
};

/** Packages that only one layer may import: the rest stays free of them. */
const owners: Record<string, readonly string[]> = {
  dexie: ['store'],
  comlink: ['worker'],
  vue: ['app'],
  pinia: ['app'],
  'vue-router': ['app'],
  'reka-ui': ['app'],
  'vue-echarts': ['app'],
  echarts: ['charts', 'export', 'app'],
};

const importsOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, name]) => name ?? []);

const layerOf = (path: string) => path.split('/')[1] ?? '';

/** The page side of the worker layer is all that the app may see of it. */
const pageSideOfWorker = new Set(['src/worker/client', 'src/worker/protocol']);

const breaches = (path: string): string[] => {
  const layer = layerOf(path);
  return importsOf(path).flatMap((name) => {
    if (!name.startsWith('.')) {
      const packageName = name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name);
      const owner = owners[packageName];
      return owner && !owner.includes(layer) ? [`${path} imports ${name}, which belongs to ${owner.join(', ')}`] : [];
    }
    const target = normalize(join(dirname(path), name)).replaceAll('\\', '/');
    const targetLayer = layerOf(target);
    if (!target.startsWith('src/') || targetLayer === layer) return [];
    if (!(allowed[layer] ?? []).includes(targetLayer)) return [`${path} imports ${target}`];
    if (layer === 'app' && targetLayer === 'worker' && !pageSideOfWorker.has(target))
      return [`${path} imports ${target}`];
    return [];
  });
};

describe('layers', () => {
  const files = sourceFiles('src', /\.(ts|vue)$/).filter((path) => path.split('/').length > 2);

  it('knows every folder of src', () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => !(layer in allowed))).toEqual([]);
  });

  it('import downwards only', () => {
    expect(files.flatMap(breaches)).toEqual([]);
  });

  it('keep the pure ones free of clock, chance, locale, DOM and network', () => {
    const impure =
      /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|toLocale\w*|localeCompare|document\.|window\.|navigator\.|fetch\(|localStorage)/;
    const pure = files.filter((path) => ['model', 'search', 'extract', 'statistics', 'charts'].includes(layerOf(path)));
    const code = (path: string) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(pure.filter((path) => impure.test(code(path)))).toEqual([]);
  });
});
