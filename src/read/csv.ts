import { csvRecords } from './csvRecords';
import { problem, type TableProblem } from './package/problem';

/** A CSV file as text cells; `row` counts records as a spreadsheet does, the header being 1. */
export interface CsvTable {
  header: string[];
  rows: { row: number; cells: string[] }[];
  problems: TableProblem[];
}

function headerProblems(header: string[]): TableProblem[] {
  return header.flatMap((name, index) => {
    if (name === '') return [problem('header-empty', 1, null, String(index + 1))];
    return header.indexOf(name) < index ? [problem('header-repeated', 1, name, name)] : [];
  });
}

/**
 * Reads RFC 4180 CSV with a header strictly: nothing is guessed, trimmed or filled in.
 * Input:  decoded text; a byte order mark and any line ending are accepted, blank records are skipped.
 * Output: header and records of text; records whose number of cells differs from the header's are problems, not rows.
 * Issues: `quotes` (unclosed or stray), `cells`, `header-empty`, `header-repeated`; never throws.
 */
export function parseCsv(text: string): CsvTable {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { records: all, broken } = csvRecords(plain);
  const problems = broken.map(({ row, how }) => problem('quotes', row, null, how));

  const [header = [], ...records] = all;
  if (header.every((name) => name === ''))
    return { header: [], rows: [], problems: [problem('header-empty', 1, null, '')] };
  problems.push(...headerProblems(header));

  const rows: CsvTable['rows'] = [];
  records.forEach((cells, index) => {
    const row = index + 2;
    if (cells.length === header.length) rows.push({ row, cells });
    else if (cells.length > 1 || cells[0] !== '') problems.push(problem('cells', row, null, String(cells.length)));
  });
  return { header, rows, problems };
}
