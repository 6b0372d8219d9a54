import { eachCsvRecord } from './csvRecords';
import { problem, type TableProblem } from './package/problem';
import { sharing } from './sharing';

/** A CSV file as columns of text. */
export interface CsvTable {
  header: string[];
  /** By column of the header: its cells, record by record. */
  columns: string[][];
  /** Numbers of the records as a spreadsheet counts them, the header being 1. */
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

/**
 * Reads RFC 4180 CSV with a header strictly: nothing is guessed, trimmed or filled in.
 * Input:  decoded text; a byte order mark and any line ending are accepted, blank records are skipped.
 * Output: header and columns of text; records whose number of cells differs from the header's are problems, not rows.
 * Issues: `quotes` (unclosed or stray), `cells`, `header-empty`, `header-repeated`; never throws.
 */
export function parseCsv(text: string): CsvTable {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let header: string[] = [];
  let columns: string[][] = [];
  let shared: ((cell: string) => string)[] = [];
  const lines: number[] = [];
  const uneven: TableProblem[] = [];
  const broken = eachCsvRecord(plain, (cells, row) => {
    if (row === 1) {
      header = [...cells];
      columns = header.map(() => []);
      // Few columns have many different cells: a text that comes again is kept once.
      shared = header.map(() => sharing((cell) => cell));
    } else if (cells.length === header.length) {
      lines.push(row);
      columns.forEach((column, index) => {
        const cell = cells[index] ?? '';
        column.push(cell === column.at(-1) ? cell : (shared[index]?.(cell) ?? cell));
      });
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
