import { CustomChart, MapChart } from 'echarts/charts';
import { LegendPlainComponent, LegendScrollComponent } from 'echarts/components';
import { getMap, registerMap, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import type { FigureMap } from '../figure';

use([CustomChart, MapChart, LegendPlainComponent, LegendScrollComponent, LabelLayout, CanvasRenderer]);

/** Makes boundaries known to ECharts, once a name. */
export function registerBoundaries({ name, geoJson }: FigureMap): void {
  if (!getMap(name)) registerMap(name, { geoJSON: geoJson } as Parameters<typeof registerMap>[1]);
}
