import type { Figure } from '../../charts/figure';
import { chartTheme } from '../../charts/theme';
import { AppError } from '../../model/appError';
import type { ExportOptions } from '../exportOptions';
import { requireChineseFont } from '../fonts';
import { layOut } from '../layout';
import { canvasMeasure, paint, toPng } from '../raster';

/**
 * A figure as a slide-ready PNG, re-rendered off-screen.
 * Output: a blob of exactly the preset's size times the scale. Throws AppError: `font-missing`, `export-failed` with
 * the cause, `cancelled` when the signal fires.
 */
export async function exportPng(figure: Figure, options: ExportOptions, signal?: AbortSignal): Promise<Blob> {
  const goOn = () => {
    if (signal?.aborted) throw new AppError('cancelled', {}, { cause: signal.reason });
  };
  try {
    goOn();
    const theme = chartTheme(options.theme);
    await requireChineseFont(theme.fontFamily);
    const scene = layOut({ ...options, figure, theme, measure: canvasMeasure(theme.fontFamily) });
    goOn();
    const canvas = await paint(figure, scene, theme, options.scale);
    goOn();
    const blob = await toPng(canvas);
    goOn();
    return blob;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('export-failed', { step: 'paint' }, { cause });
  }
}
