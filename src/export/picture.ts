import type { Figure } from '../charts/figure';
import { chartTheme } from '../charts/theme';
import { AppError } from '../model/appError';
import type { ExportOptions } from './exportOptions';
import { requireChineseFont } from './fonts';
import { layOut } from './layout';
import { canvasMeasure } from './raster';
import { chartSvg } from './svg/chartSvg';
import { composeSvg } from './svg/composeSvg';

/** What a file says of itself beside its picture: all notes, and the whole of what the picture may have cut. */
export function describe(figure: Figure, { text, address }: ExportOptions): string {
  const { mark, subtitle, unit, notes, source, asOf } = figure;
  return [
    mark ?? '',
    subtitle,
    unit === '' ? '' : text.unitLine(unit),
    notes.length === 0 ? '' : text.notesLine(notes.join(text.join)),
    source === '' ? '' : text.sourceLine(source),
    asOf === null ? '' : text.asOfLine(asOf),
    address ? text.addressLine(address) : '',
  ]
    .filter(Boolean)
    .join('\n');
}

/** Throws AppError `cancelled` once the signal has fired. */
export function goOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('cancelled', {}, { cause: signal.reason });
}

/** Runs a step of an export; an error that is not ours becomes `export-failed` with its cause. */
export async function exporting<T>(step: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('export-failed', { step }, { cause });
  }
}

/**
 * A figure laid out off-screen as one SVG document: what the file, the raster and the print are all made from. `zoom`
 * multiplies its size. Throws AppError `font-missing`, `cancelled`.
 */
export async function drawPicture(
  figure: Figure,
  options: ExportOptions,
  zoom: number,
  signal?: AbortSignal,
): Promise<string> {
  goOn(signal);
  const theme = chartTheme(options.theme);
  await requireChineseFont(theme.fontFamily);
  const scene = layOut({ ...options, figure, theme, measure: canvasMeasure(theme.fontFamily) });
  goOn(signal);
  const chart = await chartSvg(figure, theme, scene.chart, { idPrefix: 'c', haloes: 'separate' });
  goOn(signal);
  const { fontFamily } = theme;
  return composeSvg({ scene, chart, fontFamily, title: figure.title, description: describe(figure, options) }, zoom);
}
