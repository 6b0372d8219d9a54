import type { Document } from '@xmldom/xmldom';
import { Big } from 'big.js';
import type { NativeChart } from '../../../src/charts/nativeChart';
import { exportPptx } from '../../../src/export/exporters/pptx';
import { chartPages } from '../../../src/export/pptx/chartPages';
import { sampleFigures } from '../charts/sampleFigures';
import { officeOptions } from './officeOptions';
import { all, openPackage, type OpenedPackage } from './openPackage';

export const samples = Object.entries(sampleFigures).map(([name, make]) => ({ name, figure: make() }));
export const natives = samples.flatMap(({ name, figure }) =>
  figure.native ? [{ name, figure, chart: figure.native }] : [],
);

const collection = {
  title: '三季度工作汇报',
  entries: natives.map((_, i) => ({ address: `#/trend?n=${String(i)}`, ...(i === 0 ? { remark: '含线上活动' } : {}) })),
};
export const deck = exportPptx(
  natives.map(({ figure }, i) => (i % 2 === 0 ? figure : { ...figure, mark: '模拟数据' })),
  officeOptions({ collection }),
).then(openPackage);

/** Number of the first slide of each figure, counted from the first figure's. */
export const pagesOf = natives.map(({ chart }) => chartPages(chart));
export const firstOf = natives.map((_, i) => pagesOf.slice(0, i).reduce((sum, pages) => sum + pages.length, 0));
/** The charts of all slides in their order, each with the figure that it is of. */
export const shown = pagesOf.flatMap((pages, figure) => pages.map(({ chart }) => ({ chart, figure })));

/** Slides, each with the one chart that it shows. */
export function chartsOf(opened: OpenedPackage) {
  return opened.parts('ppt/slides/slide').flatMap((slide) => {
    const chart = [...opened.related(slide).values()].find(({ type }) => type === 'chart');
    return chart ? [{ slide, chart: chart.path }] : [];
  });
}

/** Values of a chart's cache: series by series, category by category; null where there is no point. */
export function cachedValues(document: Document): (number | null)[][] {
  const series = all(document, 'c:ser').sort((a, b) => {
    const index = (one: typeof a) => Number(all(one, 'c:idx')[0]?.getAttribute('val'));
    return index(a) - index(b);
  });
  return series.map((one) => {
    const cache = all(one, 'c:numCache')[0];
    const points = new Map(
      (cache ? all(cache, 'c:pt') : []).map((point) => [Number(point.getAttribute('idx')), Number(point.textContent)]),
    );
    const count = Number((cache ? all(cache, 'c:ptCount')[0] : undefined)?.getAttribute('val') ?? 0);
    return Array.from({ length: count }, (_, i) => points.get(i) ?? null);
  });
}

/** What the figure's own cells say, in the unit of the chart. */
export const asked = ({ series, scale }: NativeChart) =>
  series.map(({ points }) => points.map(({ value }) => (value === null ? null : new Big(value).div(scale).toNumber())));
