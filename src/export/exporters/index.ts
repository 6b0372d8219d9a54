/**
 * Exporters, one file each, in the order of the export menu. To add one: its file, one line here, its word in the
 * locales (`exports.formats`).
 */
import type { Figure } from '../../charts/figure';
import { fileNameOf } from '../../charts/fileName';
import type { ExportOptions } from '../exportOptions';

/** Told after each figure of several. */
export type OnProgress = (done: number, total: number) => void;

export interface Exporter {
  id: string;
  extension: string;
  mime: string;
  /** Where the export menu shows it: `preset` once for each preset, the others once in their section. */
  section: 'preset' | 'picture' | 'document' | 'data';
  /** Rejects with AppError `export-failed`, `font-missing`, or `cancelled` when the signal fires. */
  build: (figure: Figure, options: ExportOptions, signal?: AbortSignal) => Promise<Blob>;
  /** Several figures in one file, for formats that have pages; rejects as `build` does. */
  buildMany?: (
    figures: readonly Figure[],
    options: ExportOptions,
    signal?: AbortSignal,
    onProgress?: OnProgress,
  ) => Promise<Blob>;
}

export const exporters = {
  png: {
    id: 'png',
    extension: 'png',
    mime: 'image/png',
    section: 'preset',
    build: async (figure, options, signal) => (await import('./png')).exportPng(figure, options, signal),
  },
  svg: {
    id: 'svg',
    extension: 'svg',
    mime: 'image/svg+xml',
    section: 'picture',
    build: async (figure, options, signal) => (await import('./svg')).exportSvg(figure, options, signal),
  },
  'svg-outlines': {
    id: 'svg-outlines',
    extension: 'svg',
    mime: 'image/svg+xml',
    section: 'picture',
    build: async (figure, options, signal) =>
      (await import('./svgOutlines')).exportSvgOutlines(figure, options, signal),
  },
  pptx: {
    id: 'pptx',
    extension: 'pptx',
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    section: 'document',
    build: async (figure, options, signal) => (await import('./pptx')).exportPptx([figure], options, signal),
    buildMany: async (...several) => (await import('./pptx')).exportPptx(...several),
  },
  docx: {
    id: 'docx',
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    section: 'document',
    build: async (figure, options, signal) => (await import('./docx')).exportDocx([figure], options, signal),
    buildMany: async (...several) => (await import('./docx')).exportDocx(...several),
  },
  xlsx: {
    id: 'xlsx',
    extension: 'xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    section: 'data',
    build: async (figure, options, signal) => (await import('./xlsx')).exportXlsx([figure], options, signal),
    buildMany: async (...several) => (await import('./xlsx')).exportXlsx(...several),
  },
  csv: {
    id: 'csv',
    extension: 'csv',
    mime: 'text/csv',
    section: 'data',
    build: async (figure, options, signal) => (await import('./csv')).exportCsv(figure, options, signal),
  },
} as const satisfies Record<string, Exporter>;

export type ExporterId = keyof typeof exporters;

/** All exporters in the order of the menu. */
export const exporterList: readonly (Exporter & { id: ExporterId })[] = Object.values(exporters);

/** What the name of a picture says of its form: size, scale above 1, theme other than light. */
function pictureDetails({ preset, ownSize, scale, theme, text }: ExportOptions, exporter: Exporter): string[] {
  return [
    ownSize ? `${String(ownSize.widthPx)}x${String(ownSize.heightPx)}` : text.presets[preset],
    scale === 1 || exporter.extension !== 'png' ? '' : `${String(scale)}x`,
    theme === 'light' ? '' : text.themes[theme],
  ];
}

/**
 * Name of an exported file: the figure's stem, and of pictures preset, scale above 1 and theme; e.g.
 * 荆州市_参与人次_按年_2018-2020_整页.png.
 */
export function exportFileName(figure: Figure, options: ExportOptions, id: ExporterId): string {
  const exporter: Exporter = exporters[id];
  const isPicture = exporter.section === 'preset' || exporter.section === 'picture';
  return fileNameOf(figure.fileStem, isPicture ? pictureDetails(options, exporter) : [], exporter.extension);
}
