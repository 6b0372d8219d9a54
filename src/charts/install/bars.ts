import { BarChart, CustomChart } from 'echarts/charts';
import { GridSimpleComponent, LegendPlainComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, GridSimpleComponent, LegendPlainComponent, LabelLayout, CanvasRenderer]);

export {};
