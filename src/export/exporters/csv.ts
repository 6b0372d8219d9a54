import type { Figure } from '../../charts/figure';
import type { ExportOptions } from '../exportOptions';
import { figureWords, footLines } from '../figureWords';
import { exporting, goOn } from '../picture';
import { spreadTable } from '../spreadTable';

/** A spreadsheet takes a text that begins so for a formula, blanks and full-width forms included. */
const formula = /^\s*[=+\-@＝＋－＠|]/;

/** Control characters, which a spreadsheet may act on and nobody can read. */
const control = /\p{Cc}+/gu;

function textField(words: string): string {
  const plain = words.replace(control, ' ').trimStart();
  const inert = formula.test(plain) ? `'${plain}` : plain;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

const field = (value: number | string | null) =>
  value === null ? '' : typeof value === 'number' ? String(value) : textField(value);

/**
 * A figure as CSV for Excel and for programs: UTF-8 with a byte order mark, header first, numbers plain in their base
 * unit, then an empty line and what is to be known of them. No field begins as a formula.
 */
export async function exportCsv(figure: Figure, options: ExportOptions, signal?: AbortSignal): Promise<Blob> {
  goOn(signal);
  return exporting('table', () => {
    const columns = spreadTable(figure.table, options.text);
    const about = figureWords(figure, options);
    const rows = [
      columns.map(({ header }) => header),
      ...figure.table.rows.map((_, row) => columns.map(({ cells }) => cells[row] ?? null)),
      [],
      ...[about.mark, about.title, about.subtitle, ...footLines(about, options)].filter(Boolean).map((line) => [line]),
    ];
    const lines = rows.map((row) => row.map(field).join(','));
    return Promise.resolve(new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' }));
  });
}
