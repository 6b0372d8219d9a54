import type { Observation } from '../../model/observation';

/** A field whose values recur: each row holds the place of its value in the list. */
export interface CodedColumn {
  values: string[];
  codes: Uint32Array<ArrayBuffer>;
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
const madeFields = ['period', 'partOf', 'indicator', 'implied'] as const;
const codedFields = [...plainFields, ...madeFields];
const numberFields = ['start', 'end', 'value', 'confidence'] as const satisfies (keyof Observation)[];

export type CodedField = (typeof codedFields)[number];

/** Observations as columns, row by row the same, to cross the worker border and to be searched and sorted fast. */
export interface RowColumns {
  count: number;
  ids: string[];
  /** `period` is `start/end`; `implied` is joined by commas; nothing is the empty text. */
  coded: Record<CodedField, CodedColumn>;
  numbers: Record<(typeof numberFields)[number], Float64Array<ArrayBuffer>>;
}

function textOf(observation: Observation, field: CodedField): string {
  if (field === 'period') return `${observation.periodStart ?? ''}/${observation.periodEnd ?? ''}`;
  if (field === 'implied') return observation.implied.join(',');
  return observation[field] ?? '';
}

function codedColumn(observations: readonly Observation[], field: CodedField): CodedColumn {
  const numbers = new Map<string, number>();
  const codes = Uint32Array.from(observations, (observation) => {
    const text = textOf(observation, field);
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  });
  return { values: [...numbers.keys()], codes };
}

/** Packs observations into columns, in the given order; `observationAt` gives each one back. */
export function packRows(observations: readonly Observation[]): RowColumns {
  return {
    count: observations.length,
    ids: observations.map(({ id }) => id),
    coded: Object.fromEntries(
      codedFields.map((field) => [field, codedColumn(observations, field)]),
    ) as RowColumns['coded'],
    numbers: Object.fromEntries(
      numberFields.map((field) => [field, Float64Array.from(observations, (observation) => observation[field])]),
    ) as RowColumns['numbers'],
  };
}

/** Text of a field in a row; empty outside of the rows. */
export function textAt({ coded }: RowColumns, field: CodedField, row: number): string {
  const { values, codes } = coded[field];
  return values[codes[row] ?? -1] ?? '';
}

/** The observation of a row, whole. */
export function observationAt(columns: RowColumns, row: number): Observation {
  const text = (field: CodedField) => textAt(columns, field, row);
  const orNull = (field: CodedField) => text(field) || null;
  const [periodStart = '', periodEnd = ''] = text('period').split('/');
  const plain = Object.fromEntries(plainFields.map((field) => [field, text(field)]));
  const numbers = Object.fromEntries(numberFields.map((field) => [field, columns.numbers[field][row] ?? 0]));
  return {
    ...(plain as unknown as Pick<Observation, (typeof plainFields)[number]>),
    ...(numbers as Pick<Observation, (typeof numberFields)[number]>),
    id: columns.ids[row] ?? '',
    periodStart: periodStart || null,
    periodEnd: periodEnd || null,
    partOf: orNull('partOf'),
    indicator: orNull('indicator'),
    implied: text('implied').split(',').filter(Boolean),
  };
}
