import type { NativeChart } from '../../../charts/nativeChart';
import { scaledValue } from './chartNumbers';
import { legalText } from '../../legalText';
import { orderedFonts } from '../../xlsx/orderedFonts';

/** Name of the one worksheet of a chart's data; the references of the chart speak of it. */
export const dataSheet = 'Sheet1';

/** Letters of a column, 0 being A. */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Where a chart finds its data: names of the series in the first row, categories in the first column. */
export const references = {
  name: (series: number) => `${dataSheet}!$${columnLetters(series + 1)}$1`,
  categories: (count: number) => `${dataSheet}!$A$2:$A$${String(count + 1)}`,
  values: (series: number, count: number) => {
    const column = columnLetters(series + 1);
    return `${dataSheet}!$${column}$2:$${column}$${String(count + 1)}`;
  },
};

/**
 * The workbook inside a chart, which opens when a person edits its data: the same numbers in the same unit, which stands
 * in the first cell; gaps are empty cells.
 */
export async function chartWorkbook(chart: NativeChart, unitLine: string): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const words = (value: string) => ({ value: legalText(value), type: String });
  const data = [
    [words(unitLine), ...chart.series.map(({ name }) => words(name))],
    ...chart.categories.map((category, i) => [
      words(category),
      ...chart.series.map(({ points }) => {
        const point = points[i];
        const value = point ? scaledValue(point, chart) : null;
        return value === null ? null : { value, type: Number };
      }),
    ]),
  ];
  const blob = await writeExcelFile(
    data,
    { sheet: dataSheet, columns: [{ width: 18 }] },
    { features: [orderedFonts] },
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
