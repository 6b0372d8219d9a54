import { TreemapChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

use([TreemapChart, TooltipComponent, LabelLayout, CanvasRenderer]);

export {};
