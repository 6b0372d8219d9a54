import type { Figure, TableCell } from '../charts/figure';
import type { ChartText } from '../charts/text/zh';
import { escapeXml } from './svg/plainSvg';

/** A spreadsheet takes a text that begins so for a formula; an apostrophe makes it a text again. */
export const inert = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A text without the signs that end a cell or a row. */
export const oneLine = (text: string) => text.replace(/[\t\r\n]+/g, ' ');

/** Whether the printed number is the whole truth: it begins with its digits and does not end in 以上. */
function isPlain({ text, value }: TableCell): boolean {
  const digits = /^-?[\d,]+(?:\.\d+)?/.exec(text)?.[0];
  return digits !== undefined && Number(digits.replaceAll(',', '')) === value && !text.endsWith('以上');
}

function tsvCell(cell: TableCell): string {
  return cell.value !== null && isPlain(cell) ? String(cell.value) : inert(oneLine(cell.text));
}

/** What stands under a table wherever it goes. */
function footLines({ notes, source, asOf, mark }: Figure, text: ChartText, address: string | null): string[] {
  return [
    mark ?? '',
    notes.length === 0 ? '' : text.notesLine(notes.join(text.join)),
    source === '' ? '' : text.sourceLine(source),
    asOf === null ? '' : text.asOfLine(asOf),
    address ? text.addressLine(address) : '',
  ].filter(Boolean);
}

/**
 * The figure's table as tab-separated text: title and subtitle, header, rows, notes. Exact numbers are plain numbers; a
 * number with 约 or the like stays the text that says so. No cell begins as a formula.
 */
export function tableTsv(figure: Figure, text: ChartText, address: string | null): string {
  const { title, subtitle, table } = figure;
  const rows = [
    [title],
    [subtitle],
    table.columns,
    ...table.rows.map(({ header, cells }) => [inert(oneLine(header)), ...cells.map(tsvCell)]),
    ...footLines(figure, text, address).map((line) => [line]),
  ];
  return rows.map((row, i) => (i < 3 ? row.map((cell) => inert(oneLine(cell))) : row).join('\t')).join('\n');
}

/** A cell for Word as it reads, and for Excel and Calc with its exact number. */
function htmlCell(cell: TableCell): string {
  const words = escapeXml(inert(cell.text));
  if (cell.value === null || !isPlain(cell)) return `<td>${words}</td>`;
  const value = String(cell.value);
  return `<td align="right" x:num="${value}" sdval="${value}">${words}</td>`;
}

/** The figure's table as HTML, for Word and spreadsheets: caption, header, rows, notes below. */
export function tableHtml(figure: Figure, text: ChartText, address: string | null): string {
  const { title, subtitle, table } = figure;
  const head = table.columns.map((column) => `<th>${escapeXml(inert(column))}</th>`).join('');
  const rows = table.rows.map(
    ({ header, cells }) => `<tr><th align="left">${escapeXml(inert(header))}</th>${cells.map(htmlCell).join('')}</tr>`,
  );
  const foot = footLines(figure, text, address).map((line) => `<p>${escapeXml(inert(line))}</p>`);
  return [
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>',
    `<p><b>${escapeXml(inert(title))}</b></p><p>${escapeXml(inert(subtitle))}</p>`,
    `<table border="1" cellspacing="0" cellpadding="4"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    ...foot,
    '</body></html>',
  ].join('');
}
