import type { EChartsOption } from 'echarts';
import type { Frame } from './figure';
import type { ChartTheme } from './theme';

/** Whether a chart may move: on a screen, and not where the person asked for stillness. */
export const moves = ({ purpose, still }: Frame) => purpose === 'screen' && still !== true;

/** What every chart begins with: type, no own background, and short motion on a screen that allows it. */
export function baseOption(theme: ChartTheme, frame: Frame): EChartsOption {
  return {
    backgroundColor: 'transparent',
    textStyle: { fontFamily: theme.fontFamily, fontSize: frame.fontPx, color: theme.text },
    animation: moves(frame),
    animationDuration: 320,
    animationDurationUpdate: 240,
    animationEasing: 'cubicOut',
    animationEasingUpdate: 'cubicOut',
  };
}

/** Light diagonal hatching of what is not there; a fresh object each time, because ECharts marks it as read. */
export function hatch(colour: string, fontPx: number) {
  return {
    symbol: 'rect',
    symbolSize: 1,
    color: colour,
    dashArrayX: [1, 0],
    dashArrayY: [Math.max(1, fontPx / 14), fontPx * 0.7],
    rotation: -Math.PI / 4,
  };
}

/** The same hatching, close enough to show in the swatch of a legend. */
export function hatchSwatch(colour: string, fontPx: number) {
  return { ...hatch(colour, fontPx), dashArrayY: [Math.max(1, fontPx / 14), fontPx * 0.28] };
}

/** Finer stripes across a bar whose months are not all reported. */
export function stripes(colour: string, fontPx: number) {
  return { ...hatch(colour, fontPx), dashArrayY: [fontPx / 5, fontPx / 4], rotation: Math.PI / 4 };
}
