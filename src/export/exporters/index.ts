/**
 * Exporters, one file each, in the order of the export menu. To add one: its file and one line here.
 */
import type { Figure } from '../../charts/figure';
import { fileNameOf } from '../../charts/fileName';
import type { ExportOptions } from '../exportOptions';

export interface Exporter {
  id: string;
  extension: string;
  mime: string;
  /** Rejects with AppError `export-failed`, `font-missing`, or `cancelled` when the signal fires. */
  build: (figure: Figure, options: ExportOptions, signal?: AbortSignal) => Promise<Blob>;
}

export const exporters = {
  png: {
    id: 'png',
    extension: 'png',
    mime: 'image/png',
    build: async (figure, options, signal) => (await import('./png')).exportPng(figure, options, signal),
  },
} as const satisfies Record<string, Exporter>;

export type ExporterId = keyof typeof exporters;

/**
 * Name of an exported file: the figure's stem, preset, scale above 1, dark; e.g. 荆州市_参与人次_按年_2018-2020_整页.png.
 */
export function exportFileName(figure: Figure, options: ExportOptions, exporter: ExporterId): string {
  const details = [
    options.text.presets[options.preset],
    options.scale === 1 ? '' : `${String(options.scale)}x`,
    options.theme === 'dark' ? options.text.dark : '',
  ];
  return fileNameOf(figure.fileStem, details, exporters[exporter].extension);
}
