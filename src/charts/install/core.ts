// What a figure asks of ECharts, and nothing else: importing the whole of `echarts/core` on demand would ship all of it.
export { init } from 'echarts/core';
