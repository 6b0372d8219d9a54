import type { Language } from '../../../model/language';
import type { Codes } from '../../../statistics/columns/codes';
import type { CodedField, RowColumns } from '../../../statistics/columns/rowColumns';
import { textAt } from '../../../statistics/columns/rowColumns';
import { formatRange, formatValue, noValue } from '../../../statistics/format';

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
type CodedKey = Exclude<ColumnKey, 'value'>;

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
  text: (key: ColumnKey, row: number) => string;
}

/** Kind, whether it is a target, and whether it is a part, in one column. */
function kindColumn({ coded, count }: RowColumns): { values: string[]; codes: Codes } {
  const { kind, status, partOf } = coded;
  const known = new Map<string, number>();
  const codes = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    const isPart = (partOf.values[partOf.codes[row] ?? 0] ?? '') !== '';
    const value = `${kind.values[kind.codes[row] ?? 0] ?? ''}/${status.values[status.codes[row] ?? 0] ?? ''}/${isPart ? 'part' : ''}`;
    const code = known.get(value) ?? known.size;
    known.set(value, code);
    codes[row] = code;
  }
  return { values: [...known.keys()], codes };
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
};

/** Gives columns their words. Texts are made when a column is first asked for. */
export function tableOf(columns: RowColumns, names: RowNames): Table {
  const made = new Map<CodedKey, TextColumn>();
  const column = (key: CodedKey): TextColumn => {
    const known = made.get(key);
    if (known) return known;
    const { values, codes } = key === 'kind' ? kindColumn(columns) : columns.coded[fields[key]];
    const fresh = { values, codes, texts: values.map((value) => printers[key](value, names)) };
    made.set(key, fresh);
    return fresh;
  };
  const valueText = (row: number) =>
    formatValue(columns.value[row] ?? null, {
      language: names.language,
      unit: textAt(columns, 'unit', row),
      style: 'exact',
    });
  const text = (key: ColumnKey, row: number) => {
    if (key === 'value') return valueText(row);
    const { texts, codes } = column(key);
    return texts[codes[row] ?? -1] ?? '';
  };
  return { columns, names, column, text };
}
