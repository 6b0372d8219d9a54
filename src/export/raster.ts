import { AppError } from '../model/appError';
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

/** Full-width marks, which a browser sets closer where two meet. */
const marks = '[\u3000-\u303F\uFF01-\uFF65\u2018-\u201D]';
const betweenMarks = new RegExp(`(?<=${marks})(?=${marks})`, 'u');

/** Measures text as it will be painted: every mark in its full width, as pictures ask for and other programs do. */
export function canvasMeasure(fontFamily: string): MeasureText {
  const { context } = canvasOf(1, 1);
  return (text, fontPx, weight) => {
    context.font = `${String(weight)} ${String(fontPx)}px ${fontFamily}`;
    return text.split(betweenMarks).reduce((sum, part) => sum + context.measureText(part).width, 0);
  };
}

/**
 * Paints an SVG document of that very size. Output: a canvas of exactly width by height in pixels. The document is
 * decoded on its own: nothing of the page has any influence on it.
 */
export async function rasterise(svg: string, widthPx: number, heightPx: number): Promise<HTMLCanvasElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(widthPx, heightPx);
    image.src = address;
    await image.decode();
    const { canvas, context } = canvasOf(widthPx, heightPx);
    context.drawImage(image, 0, 0, widthPx, heightPx);
    return canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Encodes a canvas as PNG and releases it. Throws AppError `export-failed` when the browser cannot. */
export async function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  release(canvas);
  if (!blob) throw new AppError('export-failed', { step: 'encode' });
  return blob;
}
