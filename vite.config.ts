import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { dependencies } from './package.json' with { type: 'json' };
import { findBrowser } from './tests/support/browser.mjs';

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path.replaceAll('\\', '/')];
  });

/** Ships `data/` as it stands beside the app; the dev server already serves it from the root. */
const shipDataPackage = (): Plugin => ({
  name: 'ship-data-package',
  apply: 'build',
  generateBundle() {
    for (const fileName of filesUnder('data').filter((path) => !path.endsWith('.md'))) {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName) });
    }
  },
});

/**
 * Parts of ECharts that it imports for options which no figure of ours has: other themes and languages, options and styles
 * of its first versions, axes of time and logarithms and such that follow another's ticks, polar bars, maps in SVG, frames
 * of animations, dragging, tooltips that write themselves, ticks between ticks, rounded lines.
 */
const unusedParts = [
  /echarts\/lib\/(theme\/dark|preprocessor\/backwardCompat|i18n\/lang\w+|scale\/(Time|Log|minorTicks)|loading\/default)\.js$/,
  /echarts\/lib\/(data\/helper\/transform|legacy\/dataSelectAction|label\/sectorLabel|util\/shape\/sausage|component\/tooltip\/seriesFormatTooltip)\.js$/,
  /echarts\/lib\/(util\/(time|styleCompat)|coord\/axisAlignTicks|animation\/customGraphicKeyframeAnimation)\.js$/,
  /echarts\/lib\/coord\/((polar|single|calendar|matrix)\/prepareCustom|geo\/GeoSVGResource|geo\/fix\/\w+)\.js$/,
  /zrender\/lib\/(mixin\/Draggable|graphic\/helper\/smoothBezier)\.js$/,
];

/** A sort of its own that keeps what is equal in order, and a map by objects: every browser has them by now. */
const ownSort = /zrender\/lib\/core\/timsort\.js$/;
const ownWeakMap = /zrender\/lib\/core\/WeakMap\.js$/;

/** Drawing fewer points than there are: no figure of ours does. What it gives is a step that has nothing to do. */
const noSampling = /echarts\/lib\/processor\/dataSample\.js$/;

/** Leaves these parts out of the first visit's bytes: each export is a function that does nothing. */
const leaveOutUnused = (): Plugin => ({
  name: 'leave-out-unused',
  enforce: 'pre',
  load(id) {
    const path = id.replaceAll('\\', '/').replace(/\?.*/, '');
    if (ownSort.test(path)) return 'export default (list, compare) => list.sort(compare);';
    if (ownWeakMap.test(path)) return 'export default WeakMap;';
    if (noSampling.test(path)) return 'export default () => ({});';
    if (!unusedParts.some((part) => part.test(path))) return null;
    const names = readFileSync(path, 'utf8').matchAll(/^export (?:var|function|const|\{) ?(\w+)/gm);
    const exported = [...names].map(([, name]) => `nothing as ${name ?? ''}`);
    return `function nothing() {}\nexport { ${['nothing as default', ...exported].join(', ')} };`;
  },
});

const paintedAlready = 'isSVG ? pattern.svgElement = cache : pattern.image = cache;';

/** ECharts finds a hatching that it has painted, and paints it again all the same: thousands of cells would take a second. */
const paintHatchingsOnce = (): Plugin => ({
  name: 'paint-hatchings-once',
  enforce: 'pre',
  transform(code, id) {
    if (!/echarts[/\\]lib[/\\]util[/\\]decal\.js$/.test(id.replace(/\?.*/, ''))) return null;
    if (!code.includes(paintedAlready)) this.error('ECharts looks for painted hatchings in another way');
    return code.replace(paintedAlready, `${paintedAlready}\nif (!isSVG) return;`);
  },
});

/** The page's code and styles are fetched with the few lines that ask for them, not after those. */
const fetchAppAtOnce = (): Plugin => ({
  name: 'fetch-app-at-once',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const app = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith('/src/app/begin.ts')));
      if (!app) throw new Error('no file holds the page');
      const styles = [...(app.viteMetadata?.importedCss ?? [])];
      return [
        {
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${app.fileName}` },
          injectTo: 'head' as const,
        },
        ...styles.map((href) => ({
          tag: 'link',
          attrs: { rel: 'stylesheet', crossorigin: true, href: `./${href}` },
          injectTo: 'head' as const,
        })),
      ];
    },
  },
});

/** Runs after every deployment on a secure origin: the whole app, the data package included, opens without a network. */
const offline = VitePWA({
  registerType: 'prompt',
  manifest: {
    name: '工会数据看板',
    short_name: '工会看板',
    lang: 'zh-CN',
    display: 'standalone',
    start_url: './',
    theme_color: '#1f5fbf',
    background_color: '#ffffff',
    icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  },
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,json,csv,woff2}'],
    maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
    // Outlines of letters are many files of which a picture needs a few: those stay once they have been used.
    runtimeCaching: [{ urlPattern: /\.woff$/, handler: 'CacheFirst', options: { cacheName: 'outlines' } }],
  },
});

/** Only a test that hangs takes so long; a slow or busy machine does not fail. */
const patienceMs = 60_000;

const inNode = (name: string, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: { name, environment: 'node', include, exclude, testTimeout: patienceMs },
});

/** What the overview needs besides its tiles: its cards, their figures, the words of both. */
const overviewParts = [
  /src\/app\/pages\/overviewCards\.ts$/,
  /src\/app\/components\/(figure\/ChartView|filter\/StepButtons|views\/RailViews)\.vue$/,
  /src\/app\/print\/PrintButton\.vue$/,
  /src\/app\/locales\/zh\/later\.ts$/,
  /src\/charts\/(trend|composition|ranking)\.ts$/,
  /src\/statistics\/narrate\/phrasesZh\.ts$/,
];
const mapParts = [/src\/charts\/(install\/map|countyMap)\.ts$/, /src\/app\/components\/cards\/CountyMapCard\.vue$/];

/** A file of everything that some modules are made of, but for what an earlier file has. */
const fileOf = (name: string, parts: readonly RegExp[]) => ({
  name,
  test: (id: string) => parts.some((part) => part.test(id.replaceAll('\\', '/'))),
});

/** What is fetched together is one file, which packs better than many. */
const files = [
  { name: 'first', tags: ['$initial' as const] },
  fileOf('app', [/src\/app\/begin\.ts$/]),
  fileOf('echarts', [/src\/charts\/install\/(core|bars|parts)\.ts$/]),
  fileOf('overview', overviewParts),
  fileOf('map', mapParts),
];

const workerFiles = [
  { name: 'worker', tags: ['$initial' as const] },
  fileOf('answers', [/src\/statistics\/queries\/(digest|series)\.ts$/]),
  fileOf('kept', [/src\/store\/(trays|views)\.ts$/]),
];

export default defineConfig(({ mode }) => {
  const chromium = mode === 'test' ? findBrowser() : null;
  return {
    base: './',
    plugins: [leaveOutUnused(), paintHatchingsOnce(), vue(), shipDataPackage(), fetchAppAtOnce(), offline],
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    define: { __VUE_OPTIONS_API__: 'false' },
    worker: {
      format: 'es',
      rolldownOptions: { output: { codeSplitting: { groups: workerFiles } } },
    },
    build: {
      target: 'es2022',
      // Browsers without it fetch the same files a little later.
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 800,
      rolldownOptions: { output: { codeSplitting: { groups: files } } },
    },
    preview: { host: '127.0.0.1', port: 4173 },
    server: { host: '127.0.0.1' },
    test: {
      env: { TZ: process.env['TZ'] ?? 'Asia/Shanghai' },
      projects: [
        inNode('pure', ['tests/**/*.test.ts'], ['tests/{store,worker,app,browser}/**']),
        inNode('store', ['tests/{store,worker}/**/*.test.ts']),
        {
          extends: true,
          optimizeDeps: {
            // Found in mid-run, a package would be bundled anew and Vue loaded twice.
            include: [
              ...Object.keys(dependencies).filter(
                (name) => !['echarts', 'write-excel-file', '@fontsource/noto-sans-sc'].includes(name),
              ),
              'write-excel-file/browser',
              '@xmldom/xmldom',
              ...['core', 'charts', 'components', 'features', 'renderers'].map((part) => `echarts/${part}`),
              'axe-core',
            ],
          },
          test: {
            name: 'browser',
            testTimeout: patienceMs,
            include: ['tests/browser/**/*.test.ts'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: { ...(chromium ? { executablePath: chromium.path, args: chromium.args } : {}) },
                contextOptions: { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
              }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  };
});
