import type { Observation } from '../../model/observation';
import type { Codes } from './codes';

/** A field whose values recur: each row holds the place of its value in the list. */
export interface CodedColumn {
  values: readonly string[];
  codes: Codes;
}

const plainFields = [
  'reportId',
  'doc',
  'surface',
  'label',
  'unit',
  'qualifier',
  'measure',
  'category',
  'refArea',
  'kind',
  'status',
  'section',
  'review',
] as const satisfies (keyof Observation)[];
const madeFields = ['period', 'partOf', 'indicator', 'implied', 'confidence'] as const;
export const rowFields = [...plainFields, ...madeFields];

export type CodedField = (typeof rowFields)[number];

/** Observations as columns, row by row the same, to cross the worker border and to be searched and sorted fast. */
export interface RowColumns {
  count: number;
  /** Ids that are not `<reportId>.<start>`, by row. */
  ids: ReadonlyMap<number, string>;
  /** Codes of reports whose rows are of no report any more: it has said something else since. */
  gone: ReadonlySet<number>;
  /** `period` is `start/end`; `implied` is joined by commas; nothing is the empty text. */
  coded: Record<CodedField, CodedColumn>;
  value: Float64Array<ArrayBuffer>;
  /** Offsets into the document. */
  start: Uint32Array<ArrayBuffer>;
  end: Uint32Array<ArrayBuffer>;
}

/** The text of a field as columns hold it. */
export function rowText(observation: Observation, field: CodedField): string {
  if (field === 'period') return `${observation.periodStart ?? ''}/${observation.periodEnd ?? ''}`;
  if (field === 'implied') return observation.implied.join(',');
  if (field === 'confidence') return String(observation.confidence);
  return observation[field] ?? '';
}

/** Text of a field in a row; empty outside of the rows. */
export function textAt({ coded }: RowColumns, field: CodedField, row: number): string {
  const { values, codes } = coded[field];
  return values[codes[row] ?? -1] ?? '';
}

/** The id that an observation has unless its report gives it another. */
export const usualId = (reportId: string, start: number) => `${reportId}.${String(start)}`;

/** Id of the observation of a row. */
export function idAt(columns: RowColumns, row: number): string {
  return columns.ids.get(row) ?? usualId(textAt(columns, 'reportId', row), columns.start[row] ?? 0);
}

/** Whether a row is of a report that still says it. */
export function isThere({ gone, coded }: RowColumns, row: number): boolean {
  return gone.size === 0 || !gone.has(coded.reportId.codes[row] ?? -1);
}

/** The row of an observation's id; -1 where there is none. */
export function rowOfId(columns: RowColumns, id: string): number {
  for (const [row, other] of columns.ids) if (other === id && isThere(columns, row)) return row;
  const { values, codes } = columns.coded.reportId;
  const dot = id.lastIndexOf('.');
  const [reportId, start] = [id.slice(0, dot), Number(id.slice(dot + 1))];
  const report = values.findIndex((value, code) => value === reportId && !columns.gone.has(code));
  if (report < 0 || usualId(reportId, start) !== id) return -1;
  return columns.start.findIndex((at, row) => at === start && codes[row] === report && !columns.ids.has(row));
}

/** The observation of a row, whole. */
export function observationAt(columns: RowColumns, row: number): Observation {
  const text = (field: CodedField) => textAt(columns, field, row);
  const orNull = (field: CodedField) => text(field) || null;
  const [periodStart = '', periodEnd = ''] = text('period').split('/');
  const plain = Object.fromEntries(plainFields.map((field) => [field, text(field)]));
  return {
    ...(plain as unknown as Pick<Observation, (typeof plainFields)[number]>),
    id: idAt(columns, row),
    start: columns.start[row] ?? 0,
    end: columns.end[row] ?? 0,
    value: columns.value[row] ?? 0,
    confidence: Number(text('confidence')),
    periodStart: periodStart || null,
    periodEnd: periodEnd || null,
    partOf: orNull('partOf'),
    indicator: orNull('indicator'),
    implied: text('implied').split(',').filter(Boolean),
  };
}
