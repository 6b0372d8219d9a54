import type { Figure } from '../../charts/figure';
import type { ExportOptions } from '../exportOptions';
import { describe, drawPicture, exporting, goOn } from '../picture';
import { withPngMetadata } from '../pngMetadata';
import { pictureSize } from '../presets';
import { rasterise, toPng } from '../raster';

/**
 * A figure as a slide-ready PNG, re-rendered off-screen, its density and what it is about written in the file.
 * Output: a blob of exactly the chosen size times the scale. Throws AppError: `font-missing`, `export-failed` with the
 * cause, `cancelled` when the signal fires.
 */
export async function exportPng(figure: Figure, options: ExportOptions, signal?: AbortSignal): Promise<Blob> {
  return exporting('paint', async () => {
    const { widthPx, heightPx, dpi } = pictureSize(options);
    const svg = await drawPicture(figure, options, options.scale, signal);
    const canvas = await rasterise(svg, widthPx * options.scale, heightPx * options.scale);
    goOn(signal);
    const blob = await toPng(canvas);
    goOn(signal);
    const texts = { Title: figure.title, Source: figure.source, Description: describe(figure, options) };
    return withPngMetadata(blob, { dpi: dpi * options.scale, texts });
  });
}
