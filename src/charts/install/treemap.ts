import { TreemapChart } from 'echarts/charts';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

use([TreemapChart, LabelLayout, CanvasRenderer]);

export {};
