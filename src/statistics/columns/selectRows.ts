import type { AreaTree } from '../../model/area';
import type { Kind, Observation } from '../../model/observation';
import type { Measure } from '../../model/measures';
import { dating } from '../dated';
import { subjectCodes } from '../parseSubject';
import type { Filter } from '../query';
import { placesByKey } from './placesByKey';
import type { CodedColumn, RowColumns } from './rowColumns';

/** All rows, those of a report together and in the order of its text, with what is known beside them. */
export interface AllRows {
  columns: RowColumns;
  tree: AreaTree;
  /** Place of a report in the order of issue; undefined of one that does not count. */
  rankOf: (reportId: string) => number | undefined;
}

interface Wanted {
  filter: Omit<Filter, 'reports'>;
  subjects: readonly string[];
}

/** Numbers of the rows that touch a filter, newest period first, as `rows` lists them: see `filterTests`. */
export function selectRows(all: AllRows, wanted: Wanted): Uint32Array<ArrayBuffer> {
  const passing = rowsThatPass(all, wanted);
  const places = placesByKey(keysOf(all, passing));
  for (let i = 0; i < places.length; i++) places[i] = passing[places[i] as number] as number;
  return places;
}

const periodReader = () => {
  const periodOf = dating();
  return (text: string) => {
    const [start = '', end = ''] = text.split('/');
    return periodOf(start, end);
  };
};

const flags = ({ values }: CodedColumn, test: (value: string) => boolean) =>
  Uint8Array.from(values, (value) => (test(value) ? 1 : 0));

/** By code: reports that count and still say what their rows tell. */
function reportFlags({ coded, gone }: RowColumns, rankOf: AllRows['rankOf']): Uint8Array {
  const counts = flags(coded.reportId, (id) => rankOf(id) !== undefined);
  for (const code of gone) counts[code] = 0;
  return counts;
}

function rowsThatPass({ columns, tree, rankOf }: AllRows, { filter, subjects }: Wanted): Uint32Array<ArrayBuffer> {
  const { coded, value, count } = columns;
  const { from, to, categories } = filter;
  const areas = new Set(filter.areas.map((code) => tree.placeOf(code)));
  const periodOf = periodReader();
  const isIn = (code: string) => {
    const place = tree.placeOf(code);
    return areas.size === 0 || [place, ...tree.ancestors(place)].some((outer) => areas.has(outer));
  };
  const inTime = (text: string) => {
    const period = periodOf(text);
    return period ? (from ?? '') <= period.end && (to === null || period.start <= to) : from === null && to === null;
  };
  const tests = [
    { codes: coded.reportId.codes, passes: reportFlags(columns, rankOf) },
    { codes: coded.period.codes, passes: flags(coded.period, inTime) },
    { codes: coded.refArea.codes, passes: flags(coded.refArea, isIn) },
    {
      codes: coded.category.codes,
      passes: flags(coded.category, (code) => categories.length === 0 || categories.some((one) => one === code)),
    },
  ].filter(({ passes }) => passes.includes(0));
  const isOfSubject = subjectTest(columns, subjects);
  const rows = new Uint32Array(count);
  let length = 0;
  for (let row = 0; row < count; row++) if (Number.isFinite(value[row]) && isOfSubject(row)) rows[length++] = row;
  for (const { codes, passes } of tests) {
    const before = length;
    length = 0;
    for (let i = 0; i < before; i++) {
      const row = rows[i] as number;
      if (passes[codes[row] as number] === 1) rows[length++] = row;
    }
  }
  return rows.slice(0, length);
}

/** Whether a row is of one of some subjects; of any for none. What its measure, kind and indicator make is worked out once. */
function subjectTest({ coded }: RowColumns, subjects: readonly string[]): (row: number) => boolean {
  if (subjects.length === 0) return () => true;
  const { measure, kind, indicator } = coded;
  const known = new Int8Array(measure.values.length * kind.values.length * indicator.values.length).fill(-1);
  return (row) => {
    const [m = 0, k = 0, i = 0] = [measure.codes[row], kind.codes[row], indicator.codes[row]];
    const at = (m * kind.values.length + k) * indicator.values.length + i;
    if (known[at] === -1) {
      const codes = subjectCodes({
        measure: measure.values[m] as Measure,
        kind: kind.values[k] as Kind,
        indicator: (indicator.values[i] ?? '') || null,
      } satisfies Pick<Observation, 'measure' | 'kind' | 'indicator'>);
      known[at] = codes.some((code) => subjects.includes(code)) ? 1 : 0;
    }
    return known[at] === 1;
  };
}

/** Rising keys for the order of reading: latest period first, undated last, then the newest report. */
function keysOf({ columns, rankOf }: AllRows, rows: Uint32Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const { period, reportId } = columns.coded;
  const periodOf = periodReader();
  const ends = period.values.map((text) => periodOf(text)?.end ?? '');
  const ranked = new Map([...new Set(ends)].sort().map((end, rank) => [end, rank]));
  const endRank = Float64Array.from(ends, (end) => ranked.get(end) ?? 0);
  const reportRank = Float64Array.from(reportId.values, (id) => rankOf(id) ?? 0);
  const base = reportRank.reduce((most, rank) => Math.max(most, rank), 0) + 1;
  const keys = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    keys[i] = -((endRank[period.codes[row] as number] ?? 0) * base + (reportRank[reportId.codes[row] as number] ?? 0));
  }
  return keys;
}
