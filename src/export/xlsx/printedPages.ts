import type { Feature } from 'write-excel-file/browser';

/** Characters side by side on a page of A4 on its side, as small as can still be read. */
const pageCharacters = 220;

/** On as few pages side by side as can be read, and as many as the rows need. */
function fitted(sheet: string, columns: readonly ({ width?: number } | null | undefined)[]): string {
  const characters = columns.reduce((sum, column) => sum + (column?.width ?? 10), 0);
  const pages = Math.max(1, Math.ceil(characters / pageCharacters));
  return sheet
    .replace(/<worksheet\b[^>]*>/, (root) => `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(/<pageSetup\b/, (setup) => `${setup} fitToWidth="${String(pages)}" fitToHeight="0"`);
}

/** Makes sheets print as wide as their page, or pages, which the writer of workbooks has no option for. */
export const printedPages: Feature<File | Blob | ArrayBuffer> = {
  files: {
    transform: { 'xl/worksheets/sheet{id}.xml': { transform: (sheet, { columns }) => fitted(sheet, columns ?? []) } },
  },
};
