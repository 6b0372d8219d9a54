import type { EChartsOption } from 'echarts';
import type { Frame } from './figure';
import type { ChartTheme } from './theme';

/** What every chart begins with: type, no own background, and short motion on a screen that allows it. */
export function baseOption(theme: ChartTheme, frame: Frame): EChartsOption {
  return {
    backgroundColor: 'transparent',
    textStyle: { fontFamily: theme.fontFamily, fontSize: frame.fontPx, color: theme.text },
    animation: frame.purpose === 'screen' && frame.still !== true,
    animationDuration: 320,
    animationDurationUpdate: 240,
    animationEasing: 'cubicOut',
    animationEasingUpdate: 'cubicOut',
  };
}

/** Diagonal hatching of what is not there; a fresh object each time, because ECharts marks it as read. */
export function hatch(colour: string, fontPx: number) {
  return {
    symbol: 'rect',
    symbolSize: 1,
    color: colour,
    dashArrayX: [1, 0],
    dashArrayY: [Math.max(1, fontPx / 12), fontPx / 2],
    rotation: -Math.PI / 4,
  };
}

/** Finer stripes across a bar whose months are not all reported. */
export function stripes(colour: string, fontPx: number) {
  return { ...hatch(colour, fontPx), dashArrayY: [fontPx / 5, fontPx / 4], rotation: Math.PI / 4 };
}
