import type { Language } from '../../model/language';
import type { Codes } from '../columns/codes';
import { textAt, type CodedField, type RowColumns } from '../columns/rowColumns';
import { formatRange, formatValue, noValue } from '../format';

/** Words that rows are made of, in the language of the interface; each takes the code that the data holds. */
export interface RowNames {
  language: Language;
  report: (id: string) => string;
  area: (code: string) => string;
  category: (code: string) => string;
  measure: (code: string) => string;
  subject: (code: string) => string;
  qualifier: (code: string) => string;
  kind: (code: string) => string;
  status: (code: string) => string;
  review: (code: string) => string;
  /** What is said of an observation that is part of another. */
  part: string;
}

export const columnKeys = [
  'report',
  'period',
  'area',
  'measure',
  'category',
  'label',
  'surface',
  'value',
  'qualifier',
  'kind',
  'status',
  'section',
  'review',
] as const;
export type ColumnKey = (typeof columnKeys)[number];
/** What recurs: the columns but for the value, and what a search looks at beside them. */
export type CodedKey = Exclude<ColumnKey, 'value'> | 'indicator' | 'unit';

/** Columns that show while nobody has chosen others. */
export const usualColumns: readonly ColumnKey[] = columnKeys.filter(
  (key) => !['measure', 'status', 'review'].includes(key),
);

const fields = {
  report: 'reportId',
  period: 'period',
  area: 'refArea',
  measure: 'measure',
  category: 'category',
  label: 'label',
  surface: 'surface',
  qualifier: 'qualifier',
  status: 'status',
  section: 'section',
  review: 'review',
  indicator: 'indicator',
  unit: 'unit',
} as const satisfies Record<Exclude<CodedKey, 'kind'>, CodedField>;

/** What recurs in a column: raw values, what they are printed as, and the place of each row's in both. */
export interface TextColumn {
  values: readonly string[];
  texts: readonly string[];
  codes: Codes;
}

/** The rows of the data table: printed texts by column, made once for each value that recurs. */
export interface Table {
  columns: RowColumns;
  names: RowNames;
  column: (key: CodedKey) => TextColumn;
  /** Texts of a column by value, folded for a search, and their places in an order: each made once. */
  folded: (key: CodedKey, fold: (text: string) => string) => readonly string[];
  ranks: (key: CodedKey, rank: () => Float64Array) => Float64Array;
  text: (key: ColumnKey, row: number) => string;
}

/** Kind, whether it is a target, and whether it is a part, in one column. */
function kindColumn({ coded, count }: RowColumns): { values: string[]; codes: Codes } {
  const { kind, status, partOf } = coded;
  const isPart = Uint8Array.from(partOf.values, (whole) => (whole === '' ? 0 : 1));
  const numbers = new Int16Array(kind.values.length * status.values.length * 2).fill(-1);
  const values: string[] = [];
  const codes = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const [k, s] = [kind.codes[row] as number, status.codes[row] as number];
    const part = isPart[partOf.codes[row] as number] as number;
    const at = (k * status.values.length + s) * 2 + part;
    if (numbers[at] === -1) {
      const named = [kind.values[k], status.values[s], part === 1 ? 'part' : ''].join('/');
      numbers[at] = values.push(named) - 1;
    }
    codes[row] = numbers[at] as number;
  }
  return { values, codes };
}

const printers: Record<CodedKey, (value: string, names: RowNames) => string> = {
  report: (id, names) => names.report(id),
  period: (value, { language }) => {
    const [start = '', end = ''] = value.split('/');
    return formatRange(start || null, end || null, language) || noValue;
  },
  area: (code, names) => names.area(code),
  measure: (code, names) => names.measure(code),
  category: (code, names) => names.category(code),
  label: (label) => label,
  surface: (surface) => surface,
  qualifier: (code, names) => (code === 'exact' ? '' : names.qualifier(code)),
  kind: (value, names) => {
    const [kind = '', status = '', part] = value.split('/');
    const words = [names.kind(kind), status === 'target' ? names.status(status) : '', part ? names.part : ''];
    return words.filter(Boolean).join(' · ');
  },
  status: (code, names) => names.status(code),
  section: (section) => section,
  review: (code, names) => names.review(code),
  indicator: (code, names) => (code === '' ? '' : names.subject(code)),
  unit: (unit) => unit,
};

/** What is made of a key when it is first asked for. */
function madeOnce<T>(): (key: CodedKey, make: () => T) => T {
  const made = new Map<CodedKey, T>();
  return (key, make) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make();
    made.set(key, fresh);
    return fresh;
  };
}

/** Gives columns their words. Texts are made when a column is first asked for. */
export function tableOf(columns: RowColumns, names: RowNames): Table {
  const known = madeOnce<TextColumn>();
  const folded = madeOnce<readonly string[]>();
  const kinds = madeOnce<{ values: string[]; codes: Codes }>();
  const raw = (key: CodedKey) => (key === 'kind' ? kinds(key, () => kindColumn(columns)) : columns.coded[fields[key]]);
  const column = (key: CodedKey) =>
    known(key, () => {
      const { values, codes } = raw(key);
      return { values, codes, texts: values.map((value) => printers[key](value, names)) };
    });
  const valueText = (row: number) =>
    formatValue(columns.value[row] ?? null, {
      language: names.language,
      unit: textAt(columns, 'unit', row),
      style: 'exact',
    });
  // A screen prints few of the values that a column may have.
  const printed = new Map<CodedKey, (string | undefined)[]>();
  const text = (key: ColumnKey, row: number) => {
    if (key === 'value') return valueText(row);
    const { values, codes } = raw(key);
    const code = codes[row] ?? -1;
    const value = values[code];
    if (value === undefined) return '';
    const texts = printed.get(key) ?? [];
    printed.set(key, texts);
    return (texts[code] ??= printers[key](value, names));
  };
  return {
    ...{ columns, names, column, text },
    folded: (key, fold) => folded(key, () => column(key).texts.map(fold)),
    ranks: madeOnce<Float64Array>(),
  };
}
