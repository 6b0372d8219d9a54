import { PieChart } from 'echarts/charts';
import { LegendPlainComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

use([PieChart, LegendPlainComponent, TooltipComponent, LabelLayout, CanvasRenderer]);

export {};
