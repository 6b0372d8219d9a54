import { AppError } from '../model/appError';
import type { Observation } from '../model/observation';
import type { Codes } from '../statistics/columns/codes';
import { encode, joinCodes, type Dictionary } from './dictionary';

const format = 1;

/** Fields of which a report has few distinct values: each is a dictionary and a column of codes, in this order. */
const codedFields = [
  'doc',
  'unit',
  'qualifier',
  'measure',
  'category',
  'refArea',
  'periodStart',
  'periodEnd',
  'kind',
  'status',
  'indicator',
  'section',
  'confidence',
  'review',
  'implied',
] as const satisfies (keyof Observation)[];

export type CodedField = (typeof codedFields)[number];

/** The observations of one report, packed into one record. */
export interface Segment {
  reportId: string;
  format: number;
  value: Float64Array<ArrayBuffer>;
  start: Uint32Array<ArrayBuffer>;
  end: Uint32Array<ArrayBuffer>;
  codes: Codes;
  dictionaries: { [F in CodedField]: Dictionary<Observation[F]> };
  label: string[];
  surface: string[];
  /** Null where every id is `<reportId>.<start>`. */
  ids: string[] | null;
  /** Of the parts alone, by index: the index of the whole in this segment, or the id of a whole elsewhere. */
  partOf: Map<number, number | string>;
}

function requireFitting(reportId: string, observation: Observation): void {
  const { id, start, end } = observation;
  if (observation.reportId !== reportId) throw new Error(`observation of another report: ${id}`);
  for (const offset of [start, end]) {
    if (!(Number.isInteger(offset) && offset >= 0 && offset < 2 ** 32)) throw new Error(`invalid offset: ${offset}`);
  }
}

function packParts(observations: readonly Observation[]): Segment['partOf'] {
  const indexOf = new Map(observations.map(({ id }, index) => [id, index]));
  const parts: Segment['partOf'] = new Map();
  observations.forEach(({ partOf }, index) => {
    if (partOf !== null) parts.set(index, indexOf.get(partOf) ?? partOf);
  });
  return parts;
}

/**
 * Packs the observations of a report into one record; `unpackSegment` gives back equal ones in the same order.
 * Size:   some 80 bytes an observation in reports of 50, before the disk's own compression; as objects it is 480.
 * Errors: throws on an observation of another report and on an offset that is no unsigned 32-bit integer.
 */
export function packSegment(reportId: string, observations: readonly Observation[]): Segment {
  for (const observation of observations) requireFitting(reportId, observation);
  const columns = codedFields.map((field) =>
    encode<unknown>(
      observations.map((observation) => observation[field]),
      field === 'implied' ? JSON.stringify : (value) => value,
    ),
  );
  const dictionaries = Object.fromEntries(codedFields.map((field, index) => [field, columns[index]?.dictionary]));
  const derived = observations.every(({ id, start }) => id === `${reportId}.${start}`);
  return {
    reportId,
    format,
    value: Float64Array.from(observations, ({ value }) => value),
    start: Uint32Array.from(observations, ({ start }) => start),
    end: Uint32Array.from(observations, ({ end }) => end),
    codes: joinCodes(columns),
    dictionaries: dictionaries as unknown as Segment['dictionaries'],
    label: observations.map(({ label }) => label),
    surface: observations.map(({ surface }) => surface),
    ids: derived ? null : observations.map(({ id }) => id),
    partOf: packParts(observations),
  };
}

function broken(reportId: string): AppError {
  return new AppError('db-broken', { name: 'segment', message: reportId });
}

/** Whether all columns are as long as the record says and every code is in its dictionary. */
export function isWholeSegment({
  format: found,
  value,
  start,
  end,
  codes,
  dictionaries,
  label,
  surface,
  ids,
}: Segment): boolean {
  const count = value.length;
  if (found !== format || codes.length !== count * codedFields.length) return false;
  if ([start, end, label, surface, ids ?? label].some((column) => column.length !== count)) return false;
  return codedFields.every((field, column) => {
    const size = dictionaries[field].length;
    for (let at = column * count; at < (column + 1) * count; at++) if ((codes[at] as number) >= size) return false;
    return true;
  });
}

/** A column of a record that is known to be whole. */
function columnOf<F extends CodedField>({ value, codes, dictionaries }: Segment, field: F) {
  const first = codedFields.indexOf(field) * value.length;
  const dictionary = dictionaries[field];
  return (index: number) => dictionary[codes[first + index] as number] as Observation[F];
}

/** A coded column of a record: its values, and where in the codes it begins. */
export interface SegmentColumn<F extends CodedField> {
  values: Dictionary<Observation[F]>;
  codes: Codes;
  first: number;
}

/** The way to the coded columns of a record. Errors: as `unpackSegment`. */
export function columnsOf(segment: Segment): <F extends CodedField>(field: F) => SegmentColumn<F> {
  if (!isWholeSegment(segment)) throw broken(segment.reportId);
  const { value, codes, dictionaries } = segment;
  return (field) => ({ values: dictionaries[field], codes, first: codedFields.indexOf(field) * value.length });
}

/** All coded columns of a record that is known to be whole. */
const codedColumns = (segment: Segment) => ({
  doc: columnOf(segment, 'doc'),
  unit: columnOf(segment, 'unit'),
  qualifier: columnOf(segment, 'qualifier'),
  measure: columnOf(segment, 'measure'),
  category: columnOf(segment, 'category'),
  refArea: columnOf(segment, 'refArea'),
  periodStart: columnOf(segment, 'periodStart'),
  periodEnd: columnOf(segment, 'periodEnd'),
  kind: columnOf(segment, 'kind'),
  status: columnOf(segment, 'status'),
  indicator: columnOf(segment, 'indicator'),
  section: columnOf(segment, 'section'),
  confidence: columnOf(segment, 'confidence'),
  review: columnOf(segment, 'review'),
  implied: columnOf(segment, 'implied'),
});

/**
 * Gives back the observations that were packed, each a fresh object.
 * Errors: `db-broken` {name: segment, message: id of the report} for a record of an unknown form or with parts missing.
 */
export function unpackSegment(segment: Segment): Observation[] {
  if (!isWholeSegment(segment)) throw broken(segment.reportId);
  const { reportId, value, start, end, label, surface, ids, partOf } = segment;
  const coded = codedColumns(segment);
  const idAt = (index: number) => (ids === null ? `${reportId}.${start[index] as number}` : (ids[index] as string));
  const wholeAt = (index: number) => {
    const whole = partOf.get(index) ?? null;
    if (typeof whole !== 'number') return whole;
    if (whole >= value.length) throw broken(reportId);
    return idAt(whole);
  };
  const observations: Observation[] = [];
  for (let index = 0; index < value.length; index++) {
    observations.push({
      id: idAt(index),
      reportId,
      doc: coded.doc(index),
      start: start[index] as number,
      end: end[index] as number,
      surface: surface[index] as string,
      label: label[index] as string,
      value: value[index] as number,
      unit: coded.unit(index),
      qualifier: coded.qualifier(index),
      measure: coded.measure(index),
      category: coded.category(index),
      refArea: coded.refArea(index),
      periodStart: coded.periodStart(index),
      periodEnd: coded.periodEnd(index),
      kind: coded.kind(index),
      status: coded.status(index),
      partOf: wholeAt(index),
      indicator: coded.indicator(index),
      section: coded.section(index),
      confidence: coded.confidence(index),
      review: coded.review(index),
      implied: [...coded.implied(index)],
    });
  }
  return observations;
}
