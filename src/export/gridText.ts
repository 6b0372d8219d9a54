import { escapeXml } from './svg/plainSvg';
import { inert, oneLine } from './tableText';

/** Rows of cells under a header: numbers are numbers, texts are texts. */
export interface Grid {
  header: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

const tsvCell = (cell: string | number) => (typeof cell === 'number' ? String(cell) : inert(oneLine(cell)));

/** Rows as lines of tab-separated text, for spreadsheets; no cell begins as a formula. */
export function tsvLines(rows: Grid['rows']): string {
  return rows.map((row) => row.map(tsvCell).join('\t')).join('\n');
}

function htmlCell(cell: string | number): string {
  if (typeof cell === 'string') return `<td>${escapeXml(inert(oneLine(cell)))}</td>`;
  const value = String(cell);
  return `<td align="right" x:num="${value}" sdval="${value}">${value}</td>`;
}

/** The grid as HTML, for Word and spreadsheets: several bodies may stand between one opening and its close. */
export function gridHtml({ header, rows }: Grid): { open: string; body: string; close: string } {
  const head = header.map((cell) => `<th>${escapeXml(inert(oneLine(cell)))}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('');
  const page = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>';
  const table = `<table border="1" cellspacing="0" cellpadding="4"><thead><tr>${head}</tr></thead><tbody>`;
  return { open: `${page}${table}`, body, close: '</tbody></table></body></html>' };
}
