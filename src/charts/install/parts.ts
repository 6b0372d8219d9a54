import { PieChart } from 'echarts/charts';
import { LegendPlainComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

use([PieChart, LegendPlainComponent, LabelLayout, CanvasRenderer]);

export {};
