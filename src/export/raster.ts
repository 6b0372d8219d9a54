import type { Figure } from '../charts/figure';
import { echartsFor } from '../charts/install';
import type { ChartTheme } from '../charts/theme';
import { AppError } from '../model/appError';
import type { Scene, TextBlock } from './layout';
import type { MeasureText } from './wrapText';

function canvasOf(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new AppError('export-failed', { step: 'canvas' });
  return { canvas, context };
}

/** Gives the memory of a canvas back at once instead of at the next collection. */
function release(canvas: HTMLCanvasElement): void {
  canvas.width = canvas.height = 0;
}

/** Measures text as it will be painted. */
export function canvasMeasure(fontFamily: string): MeasureText {
  const { context } = canvasOf(1, 1);
  return (text, fontPx, weight) => {
    context.font = `${String(weight)} ${String(fontPx)}px ${fontFamily}`;
    return context.measureText(text).width;
  };
}

function paintText(context: CanvasRenderingContext2D, block: TextBlock, fontFamily: string): void {
  context.font = `${String(block.weight)} ${String(block.fontPx)}px ${fontFamily}`;
  context.fillStyle = block.colour;
  context.textAlign = block.align;
  context.textBaseline = 'middle';
  block.lines.forEach((line, i) => {
    context.fillText(line, block.x, block.y + i * block.lineHeightPx);
  });
}

/** Draws the chart alone on a canvas of its own, at the exact size and scale, without animation. */
async function chartCanvas(figure: Figure, scene: Scene, theme: ChartTheme, scale: number): Promise<HTMLCanvasElement> {
  const echarts = await echartsFor(figure);
  const { widthPx, heightPx, fontPx } = scene.chart;
  const canvas = document.createElement('canvas');
  const chart = echarts.init(canvas, null, {
    renderer: 'canvas',
    width: widthPx,
    height: heightPx,
    devicePixelRatio: scale,
  });
  try {
    chart.setOption({ ...figure.option(theme, { widthPx, heightPx, fontPx, purpose: 'export' }), animation: false });
    chart.getZr().flush();
    const { canvas: copy, context } = canvasOf(widthPx * scale, heightPx * scale);
    context.drawImage(canvas, 0, 0);
    return copy;
  } finally {
    chart.dispose();
    release(canvas);
  }
}

/**
 * Paints a scene: background, chart, hairline, words. Output: a canvas of exactly width × scale by height × scale.
 * Nothing on screen has any influence: chart and words are drawn anew, off-screen.
 */
export async function paint(
  figure: Figure,
  scene: Scene,
  theme: ChartTheme,
  scale: number,
): Promise<HTMLCanvasElement> {
  const chart = await chartCanvas(figure, scene, theme, scale);
  const { canvas, context } = canvasOf(scene.widthPx * scale, scene.heightPx * scale);
  context.fillStyle = scene.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(chart, scene.chart.x * scale, scene.chart.y * scale);
  release(chart);
  context.scale(scale, scale);
  context.fillStyle = scene.rule.colour;
  context.fillRect(scene.rule.x, scene.rule.y, scene.rule.widthPx, 1);
  for (const block of scene.texts) paintText(context, block, theme.fontFamily);
  return canvas;
}

/** Encodes a canvas as PNG and releases it. Throws AppError `export-failed` when the browser cannot. */
export async function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  release(canvas);
  if (!blob) throw new AppError('export-failed', { step: 'encode' });
  return blob;
}
