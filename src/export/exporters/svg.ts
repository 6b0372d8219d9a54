import type { Figure } from '../../charts/figure';
import type { ExportOptions } from '../exportOptions';
import { drawPicture, exporting } from '../picture';

/**
 * A figure as an SVG file: text as text, one size whatever the scale. Throws AppError: `font-missing`, `export-failed`
 * with the cause, `cancelled` when the signal fires.
 */
export async function exportSvg(figure: Figure, options: ExportOptions, signal?: AbortSignal): Promise<Blob> {
  const svg = await exporting('draw', () => drawPicture(figure, options, 1, signal));
  return new Blob([svg], { type: 'image/svg+xml' });
}
