import { PieChart, TreemapChart } from 'echarts/charts';
import { LegendPlainComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

use([PieChart, TreemapChart, LegendPlainComponent, TooltipComponent, LabelLayout, CanvasRenderer]);
