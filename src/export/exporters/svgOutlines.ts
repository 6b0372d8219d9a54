import type { Figure } from '../../charts/figure';
import type { ExportOptions } from '../exportOptions';
import { drawPicture, exporting, goOn } from '../picture';
import { outlineFaces } from '../svg/outlineFaces';
import { charactersOf, outlineText } from '../svg/outlineText';

/**
 * A figure as an SVG file whose words are outlines, for machines without a Chinese font and for printing works. What no
 * font has stays text and is told. Throws AppError `font-missing`, `export-failed` with the cause, `cancelled`.
 */
export async function exportSvgOutlines(figure: Figure, options: ExportOptions, signal?: AbortSignal): Promise<Blob> {
  return exporting('draw', async () => {
    const svg = await drawPicture(figure, options, 1, signal);
    const faceOf = await outlineFaces(charactersOf(svg), signal);
    goOn(signal);
    const outlined = outlineText(svg, faceOf);
    if (outlined.lacking.length > 0) options.tell?.(options.text.documents.stillText(outlined.lacking.join('')));
    return new Blob([outlined.svg], { type: 'image/svg+xml' });
  });
}
