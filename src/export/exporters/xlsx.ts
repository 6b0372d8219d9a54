import type { Figure } from '../../charts/figure';
import { breather } from '../breathe';
import type { ExportOptions } from '../exportOptions';
import { exporting, goOn } from '../picture';
import { figureSheet } from '../xlsx/figureSheet';
import { orderedFonts } from '../xlsx/orderedFonts';
import { printedPages } from '../xlsx/printedPages';
import { sheetNames } from '../xlsx/sheetName';
import { sourcesSheet } from '../xlsx/sourcesSheet';
import type { OnProgress } from '.';

/**
 * Figures as a workbook: a worksheet each with real numbers, and one of sources. Throws AppError: `export-failed` with
 * the cause, `cancelled` when the signal fires.
 */
export async function exportXlsx(
  figures: readonly Figure[],
  options: ExportOptions,
  signal?: AbortSignal,
  onProgress?: OnProgress,
): Promise<Blob> {
  return exporting('workbook', async () => {
    const { default: writeExcelFile } = await import('write-excel-file/browser');
    const breathe = breather(signal);
    const names = sheetNames([...figures.map(({ title }) => title), options.text.documents.sourcesSheet]);
    const sheets = [];
    for (const [index, figure] of figures.entries()) {
      await breathe();
      sheets.push(figureSheet(figure, options, index, names[index] ?? ''));
      onProgress?.(index + 1, figures.length);
    }
    sheets.push(sourcesSheet(figures, options, { sheet: names.at(-1) ?? '', sheets: names.slice(0, -1) }));
    const blob = await writeExcelFile(sheets, {
      fontFamily: '微软雅黑',
      fontSize: 11,
      features: [orderedFonts, printedPages],
    }).toBlob();
    goOn(signal);
    return blob;
  });
}
