import { cellAt, shownAt, type CheckedTable } from './checkTable';
import { problem, type TableProblem } from './problem';

/** Offsets of a report's observations among those of its file: its ids in little room. */
interface Starts {
  starts: Uint32Array;
  from: number;
  to: number;
}

/** Ids of all observations of a package, file by file; nearly all are `<reportId>.<start>` and are not kept as text. */
export interface ObservationIds {
  /** Takes a file that is well; gives the ids that are of another form, by row. */
  add: (table: CheckedTable) => { unusual: ReadonlyMap<number, string>; problems: TableProblem[] };
  /** The report that holds an observation; null where none does. */
  reportOf: (id: string) => string | null;
}

/** Rows of a file by report, and each row's number among the reports. */
function groupRows(table: CheckedTable) {
  const column = table.columns.get('reportId') ?? { values: [], codes: [] };
  const numbers = new Map<string, number>();
  const numberOf = column.values.map((value) => {
    const id = String(value);
    return numbers.get(id) ?? numbers.set(id, numbers.size).size - 1;
  });
  return { reports: [...numbers.keys()], numbers: column.codes.map((code) => numberOf[code] ?? 0) };
}

const offsets = 2 ** 32;

/**
 * Remembers which observations there are.
 * Issues: `code` for an id that comes again, `split-report` for a report that an earlier file has begun: its observations
 * are stored together, so they have to stand together.
 */
export function observationIds(code: 'unique' | 'primary-key'): ObservationIds {
  const known = new Map<string, Starts>();
  const others = new Map<string, string>();
  const reportOf = (id: string): string | null => {
    const dot = id.lastIndexOf('.');
    const report = id.slice(0, dot);
    const [found, start] = [known.get(report), Number(id.slice(dot + 1))];
    const isUsual = found && id === `${report}.${start}` && isAmong(found, start);
    return isUsual ? report : (others.get(id) ?? null);
  };
  const add: ObservationIds['add'] = (table) => {
    const { reports, numbers } = groupRows(table);
    const unusual = new Map<number, string>();
    const problems: TableProblem[] = [];
    const tell = (what: typeof code | 'split-report', row: number, field: string) =>
      problems.push(problem(what, table.lines[row] ?? null, field, shownAt(table, [field], row)));
    const isSplit = reports.map((id) => known.has(id));
    const keys = new Set<number>();
    numbers.forEach((number, row) => {
      const report = reports[number] ?? '';
      const [id, start] = [cellAt(table, 'id', row) as string, cellAt(table, 'start', row) as number];
      if (isSplit[number]) {
        isSplit[number] = false;
        tell('split-report', row, 'reportId');
      }
      if (id === `${report}.${start}`) {
        if (keys.has(number * offsets + start) || others.has(id)) tell(code, row, 'id');
        keys.add(number * offsets + start);
        return;
      }
      if (unusualIsTaken(id)) tell(code, row, 'id');
      unusual.set(row, id);
      others.set(id, report);
    });
    if (problems.length === 0) remember(reports, keys);
    return { unusual, problems };

    function unusualIsTaken(id: string): boolean {
      if (reportOf(id) !== null) return true;
      const dot = id.lastIndexOf('.');
      const [number, start] = [reports.indexOf(id.slice(0, dot)), Number(id.slice(dot + 1))];
      return number >= 0 && id === `${id.slice(0, dot)}.${start}` && keys.has(number * offsets + start);
    }
  };
  const remember = (reports: readonly string[], keys: ReadonlySet<number>) => {
    const sorted = Float64Array.from(keys).sort();
    const starts = Uint32Array.from(sorted, (key) => key % offsets);
    let from = 0;
    reports.forEach((report, number) => {
      let to = from;
      while (to < sorted.length && (sorted[to] as number) < (number + 1) * offsets) to++;
      known.set(report, { starts, from, to });
      from = to;
    });
  };
  return { add, reportOf };
}

function isAmong({ starts, from, to }: Starts, start: number): boolean {
  for (let at = from; at < to; at++) if (starts[at] === start) return true;
  return false;
}
