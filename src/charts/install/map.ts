import { CustomChart, MapChart } from 'echarts/charts';
import { LegendPlainComponent, LegendScrollComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

use([
  CustomChart,
  MapChart,
  LegendPlainComponent,
  LegendScrollComponent,
  TooltipComponent,
  LabelLayout,
  CanvasRenderer,
]);
