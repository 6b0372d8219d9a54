import type { Sheet, SheetData } from 'write-excel-file/browser';
import type { Figure } from '../../charts/figure';
import type { ExportOptions } from '../exportOptions';
import { figureWords } from '../figureWords';
import { wrappedRow } from './wrappedRow';

/** The last worksheet: for each figure its scope, date, notes, sources and the address of its view, a row each. */
export function sourcesSheet(
  figures: readonly Figure[],
  options: ExportOptions,
  names: { sheet: string; sheets: readonly string[] },
): Sheet<Blob> {
  const { columns } = options.text.documents;
  const about = figures.map((figure, index) => figureWords(figure, options, index));
  const fields: [header: string, width: number, values: string[]][] = [
    [columns.sheet, 24, [...names.sheets]],
    [columns.figure, 36, about.map(({ title }) => title)],
    [columns.scope, 30, about.map(({ subtitle }) => subtitle)],
    [columns.mark, 12, about.map(({ mark }) => mark)],
    [columns.asOf, 14, about.map(({ asOf }) => asOf)],
    [columns.notes, 60, about.map(({ notes, remark }) => [remark, ...notes].filter(Boolean).join(options.text.join))],
    [columns.source, 60, about.map(({ source }) => source)],
    [columns.address, 40, about.map(({ address }) => address)],
    [columns.madeOn, 14, about.map(({ madeOn }) => madeOn)],
  ];
  const kept = fields.filter(([, , values]) => values.some((value) => value !== ''));
  const widths = kept.map(([, width]) => ({ width }));
  const data: SheetData = [
    kept.map(([header]) => ({
      value: header,
      type: String,
      fontWeight: 'bold' as const,
      backgroundColor: '#edf0f4',
      height: 18,
    })),
    ...about.map((_, row) =>
      wrappedRow(
        kept.map(([, , values]) => ({ value: values[row] ?? '', type: String })),
        widths,
      ),
    ),
  ];
  return { sheet: names.sheet, data, columns: widths, stickyRowsCount: 1, orientation: 'landscape' };
}
