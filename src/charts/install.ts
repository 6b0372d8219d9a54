import type * as Echarts from 'echarts/core';
import type { ChartGroup, Figure } from './figure';

const groups: Record<ChartGroup, () => Promise<unknown>> = {
  axes: () => import('./install/axes'),
  map: () => import('./install/map'),
  parts: () => import('./install/parts'),
  treemap: () => import('./install/treemap'),
};

/**
 * ECharts with everything registered that a figure draws with: chart types, components and its boundaries.
 * Each group is its own chunk; a group loads once. Await it before handing `figure.option` to any renderer.
 */
export async function echartsFor(figure: Pick<Figure, 'group' | 'map'>): Promise<typeof Echarts> {
  const [echarts] = await Promise.all([import('echarts/core'), groups[figure.group]()]);
  if (figure.map && !echarts.getMap(figure.map.name)) {
    echarts.registerMap(figure.map.name, { geoJSON: figure.map.geoJson } as Parameters<typeof echarts.registerMap>[1]);
  }
  return echarts;
}
