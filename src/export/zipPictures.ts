import type { Figure } from '../charts/figure';
import type { ExportOptions } from './exportOptions';
import { exportFileName, exporters, type OnProgress } from './exporters';
import { exporting, goOn } from './picture';

/**
 * Figures as PNG pictures in one archive, named by their place and title in the order given, each with the address of
 * its own view where the collection has one. Throws AppError: `font-missing`, `export-failed` with the cause, `cancelled`.
 */
export async function zipPictures(
  figures: readonly Figure[],
  options: ExportOptions,
  signal?: AbortSignal,
  onProgress?: OnProgress,
): Promise<Blob> {
  const { zipSync } = await exporting('load', () => import('fflate'));
  const files: Record<string, Uint8Array> = {};
  const digits = String(figures.length).length;
  for (const [index, figure] of figures.entries()) {
    goOn(signal);
    onProgress?.(index, figures.length);
    const form = { ...options, address: options.collection?.entries?.[index]?.address ?? options.address ?? null };
    const picture = await exporters.png.build(figure, form, signal);
    const place = String(index + 1).padStart(Math.max(2, digits), '0');
    const name = exportFileName({ ...figure, fileStem: `${place}_${figure.title}` }, options, 'png');
    files[name] = new Uint8Array(await picture.arrayBuffer());
  }
  goOn(signal);
  onProgress?.(figures.length, figures.length);
  // Pictures are packed already; to pack them again would only take time.
  // Its memory is never shared, which its type does not say.
  const archive = await exporting('pack', () =>
    Promise.resolve(zipSync(files, { level: 0 }) as Uint8Array<ArrayBuffer>),
  );
  return new Blob([archive], { type: 'application/zip' });
}
