import type { Figure } from '../../../src/charts/figure';
import { displayTable } from '../../../src/export/displayTable';
import type { DocumentFigure } from '../../../src/export/docx/packDocument';
import type { ExportOptions } from '../../../src/export/exportOptions';
import { figureWords } from '../../../src/export/figureWords';

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A picture of one pixel, where no browser paints. */
export const aPicture = (widthPx: number, heightPx: number) => ({
  png: new Uint8Array(Buffer.from(dot, 'base64')),
  widthPx,
  heightPx,
});

/** Figures as a document takes them. */
export const readyFigures = (figures: readonly Figure[], options: ExportOptions): DocumentFigure[] =>
  figures.map((figure, i) => ({
    words: figureWords(figure, options, i),
    picture: aPicture(922, 520),
    table: displayTable(figure.table, options.text),
    description: figure.title,
  }));
