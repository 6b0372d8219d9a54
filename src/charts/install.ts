import type * as Core from './install/core';
import type { ChartGroup, Figure, FigureMap } from './figure';

/** A part of ECharts that has registered itself; that of maps takes boundaries too. */
interface Group {
  registerBoundaries?: (map: FigureMap) => void;
}

type EChartsCore = typeof Core;

const groups: Record<ChartGroup, () => Promise<Group>> = {
  bars: () => import('./install/bars'),
  axes: () => import('./install/axes'),
  map: () => import('./install/map'),
  parts: () => import('./install/parts'),
  treemap: () => import('./install/treemap'),
};

/**
 * ECharts with everything registered that a figure draws with: chart types, components and its boundaries.
 * Each group is its own chunk; a group loads once. Await it before handing `figure.option` to any renderer. A chart knows
 * only what was registered when it was made: one of another group is made anew.
 */
export async function echartsFor(figure: Pick<Figure, 'group' | 'map'>): Promise<EChartsCore> {
  const [echarts, group] = await Promise.all([import('./install/core'), groups[figure.group]()]);
  if (figure.map) group.registerBoundaries?.(figure.map);
  return echarts;
}

/** Registers what answers a pointer: tooltips and the pointers of axes. No picture needs it. */
export async function installPointing(): Promise<void> {
  await import('./install/pointing');
}
