import type { Figure } from '../../charts/figure';
import { chartTheme } from '../../charts/theme';
import { breather } from '../breathe';
import { chartPicture } from '../chartPicture';
import { describeFigure } from '../describeFigure';
import { displayTable } from '../displayTable';
import { packDocument, type DocumentFigure } from '../docx/packDocument';
import type { ExportOptions } from '../exportOptions';
import { figureWords } from '../figureWords';
import { exporting } from '../picture';
import type { OnProgress } from '.';

/** A picture as wide as the text of A4; at twice its size it has 300 dots an inch. `tallestPx` leaves room for words. */
const paper = { widthPx: 922, heightPx: 450, tallestPx: 980, fontPx: 18 };

/**
 * Figures as a Word document: picture with caption, three-line table, notes and sources, on white whatever the theme of
 * pictures. Throws AppError: `font-missing`, `export-failed` with the cause, `cancelled` when the signal fires.
 */
export async function exportDocx(
  figures: readonly Figure[],
  options: ExportOptions,
  signal?: AbortSignal,
  onProgress?: OnProgress,
): Promise<Blob> {
  return exporting('document', async () => {
    const breathe = breather(signal);
    const made: DocumentFigure[] = [];
    for (const [index, figure] of figures.entries()) {
      await breathe();
      const words = figureWords(figure, options, index);
      const natural = figure.naturalHeightPx?.(paper.fontPx) ?? 0;
      const heightPx = Math.min(paper.tallestPx, Math.max(paper.heightPx, natural));
      const frame = { widthPx: paper.widthPx, heightPx, fontPx: paper.fontPx };
      made.push({
        words,
        picture: await chartPicture(figure, chartTheme('light'), frame, signal),
        table: displayTable(figure.table, options.text),
        description: describeFigure(words, figure.table, options.text.join),
      });
      onProgress?.(index + 1, figures.length);
    }
    return packDocument(made, options, breathe);
  });
}
