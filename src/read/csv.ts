import { csvColumn, type CsvColumn, type CsvColumnMaker } from './csvColumn';
import { eachCsvRecord } from './csvRecords';
import { problem, type TableProblem } from './package/problem';

/** A CSV file as columns of text. */
export interface CsvTable {
  header: readonly string[];
  /** By column of the header: its cells, record by record. */
  columns: readonly CsvColumn[];
  /** Numbers of the records as a spreadsheet counts them, the first line being 1. */
  lines: number[];
  problems: TableProblem[];
}

function headerProblems(header: readonly string[]): TableProblem[] {
  if (header.every((name) => name === '')) return [problem('header-empty', 1, null, '')];
  return header.flatMap((name, index) => {
    if (name === '') return [problem('header-empty', 1, null, String(index + 1))];
    return header.indexOf(name) < index ? [problem('header-repeated', 1, name, name)] : [];
  });
}

const areSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, index) => name === b[index]);

/**
 * Reads RFC 4180 CSV with a header strictly: nothing is guessed, trimmed or filled in.
 * Input:  decoded text; a byte order mark and any line ending are accepted, blank records are skipped. With `continued`,
 *         the header of the file that this one continues: it may stand here again, or not.
 * Output: header and columns of text; records whose number of cells differs from the header's are problems, not rows.
 * Issues: `quotes` (unclosed or stray), `cells`, `header-empty`, `header-repeated`; never throws.
 */
export function parseCsv(text: string, continued: readonly string[] | null = null): CsvTable {
  const marked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const plain = marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked;
  let header: readonly string[] = continued ?? [];
  let columns: CsvColumnMaker[] = header.map(csvColumn);
  const lines: number[] = [];
  const uneven: TableProblem[] = [];
  const broken = eachCsvRecord(plain, (cells, row) => {
    const isHeader = row === 1 && (!continued || areSame(cells, continued));
    if (isHeader) {
      header = [...cells];
      columns = header.map(csvColumn);
    } else if (cells.length === header.length) {
      lines.push(row);
      for (let index = 0; index < cells.length; index++) columns[index]?.add(cells[index] as string);
    } else if (cells.length > 1 || cells[0] !== '') {
      uneven.push(problem('cells', row, null, String(cells.length)));
    }
  });
  const problems = broken.map(({ row, how }) => problem('quotes', row, null, how));
  problems.push(...headerProblems(header), ...uneven);
  return header.every((name) => name === '')
    ? { header: [], columns: [], lines: [], problems: headerProblems(header) }
    : { header, columns, lines, problems };
}
