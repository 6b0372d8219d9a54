import './bars';
import { LineChart } from 'echarts/charts';
import { LegendScrollComponent } from 'echarts/components';
import { use } from 'echarts/core';

use([LineChart, LegendScrollComponent]);

export {};
