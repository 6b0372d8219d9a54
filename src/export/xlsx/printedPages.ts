import type { Feature } from 'write-excel-file/browser';

/** With all columns on one page and as many pages as the rows need. */
const fitted = (sheet: string) =>
  sheet
    .replace(/<worksheet\b[^>]*>/, (root) => `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(/<pageSetup\b/, (setup) => `${setup} fitToWidth="1" fitToHeight="0"`);

/** Makes sheets print as wide as their page, which the writer of workbooks has no option for. */
export const printedPages: Feature<File | Blob | ArrayBuffer> = {
  files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform: fitted } } },
};
