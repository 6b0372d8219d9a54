import type { Figure } from '../../charts/figure';
import { chartTheme } from '../../charts/theme';
import { breather } from '../breathe';
import { chartPicture } from '../chartPicture';
import { describeFigure } from '../describeFigure';
import { displayTable } from '../displayTable';
import type { ExportOptions } from '../exportOptions';
import { figureWords } from '../figureWords';
import { chartWorkbook } from '../ooxml/chart/chartWorkbook';
import { exporting } from '../picture';
import { chartPages } from '../pptx/chartPages';
import type { DeckPage, Visual } from '../pptx/deckPage';
import { slideChartPx } from '../pptx/figureSlide';
import { places } from '../pptx/layouts';
import { packDeck } from '../pptx/packDeck';
import type { OnProgress } from '.';

async function visualOf(figure: Figure, options: ExportOptions, signal: AbortSignal | undefined): Promise<Visual> {
  const { native } = figure;
  if (native) {
    const unitLine = native.unit === '' ? '' : options.text.unitLine(native.unit);
    const charts = [];
    for (const page of chartPages(native))
      charts.push({ ...page, workbook: await chartWorkbook(page.chart, unitLine) });
    return { kind: 'chart', charts };
  }
  const { widthPx, heightPx } = places.chart;
  const frame = { widthPx, heightPx, fontPx: slideChartPx };
  return { kind: 'picture', picture: await chartPicture(figure, chartTheme(options.theme), frame, signal) };
}

/**
 * Figures as a PowerPoint deck with charts to edit, pictures where no program draws such a chart. A ground that shows
 * through becomes the light one. Throws AppError: `font-missing`, `export-failed` with the cause, `cancelled`.
 */
export async function exportPptx(
  figures: readonly Figure[],
  chosen: ExportOptions,
  signal?: AbortSignal,
  onProgress?: OnProgress,
): Promise<Blob> {
  const options = chosen.theme === 'transparent' ? { ...chosen, theme: 'light' as const } : chosen;
  return exporting('deck', async () => {
    const breathe = breather(signal);
    const pages: DeckPage[] = [];
    for (const [index, figure] of figures.entries()) {
      await breathe();
      const words = figureWords(figure, options, index);
      pages.push({
        words,
        visual: await visualOf(figure, options, signal),
        table: displayTable(figure.table, options.text),
        description: describeFigure(words, figure.table, options.text.join),
      });
      onProgress?.(index + 1, figures.length);
    }
    return packDeck(pages, options, breathe);
  });
}
