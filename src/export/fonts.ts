import { AppError } from '../model/appError';

/** Two characters that no font draws alike, and one that no font has. */
const samples = ['工', '会', '\u{10FFFD}'] as const;

function bitmapOf(context: CanvasRenderingContext2D, character: string, sizePx: number): Uint8ClampedArray {
  context.clearRect(0, 0, sizePx, sizePx);
  context.fillText(character, 0, sizePx / 2);
  return context.getImageData(0, 0, sizePx, sizePx).data;
}

const differ = (a: Uint8ClampedArray, b: Uint8ClampedArray) => a.some((value, i) => value !== b[i]);

/**
 * Waits for the fonts of the page and proves that Chinese is really drawn: two characters give two pictures, neither
 * empty nor the box of a missing glyph. Throws AppError `font-missing` rather than letting boxes onto a slide.
 */
export async function requireChineseFont(fontFamily: string): Promise<void> {
  await document.fonts.ready;
  await document.fonts.load(`24px ${fontFamily}`, samples.join(''));
  const sizePx = 32;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = sizePx;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new AppError('export-failed', { step: 'canvas' });
  context.font = `24px ${fontFamily}`;
  context.textBaseline = 'middle';
  const [first, second, missing] = samples.map((character) => bitmapOf(context, character, sizePx));
  const drawn = first && second && missing && first.some((value) => value !== 0);
  if (!drawn || !differ(first, second) || !differ(first, missing) || !differ(second, missing))
    throw new AppError('font-missing', { sample: '工会' });
}
