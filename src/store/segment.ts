import { AppError } from '../model/appError';
import type { Observation } from '../model/observation';
import { encode, joinCodes, type Codes, type Dictionary } from './dictionary';

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

type CodedField = (typeof codedFields)[number];

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

/** A value that the form of the record promises; its absence means that the record is damaged. */
function held<T>(value: T | undefined, reportId: string): T {
  if (value === undefined) throw new AppError('db-broken', { report: reportId });
  return value;
}

/**
 * Gives back the observations that were packed, each a fresh object.
 * Errors: `db-broken` {report} for a record of an unknown form or with parts missing.
 */
export function unpackSegment(segment: Segment): Observation[] {
  const { reportId, value, start, end, codes, dictionaries, label, surface, ids, partOf } = segment;
  if (segment.format !== format) throw new AppError('db-broken', { report: reportId });
  const count = value.length;
  const idAt = (index: number) =>
    held(ids === null ? `${reportId}.${held(start[index], reportId)}` : ids[index], reportId);
  const codedAt = <F extends CodedField>(field: F, index: number): Observation[F] =>
    held(dictionaries[field][held(codes[codedFields.indexOf(field) * count + index], reportId)], reportId);
  const wholeAt = (index: number) => {
    const whole = partOf.get(index) ?? null;
    return typeof whole === 'number' ? idAt(whole) : whole;
  };
  return Array.from(value, (number, index) => ({
    id: idAt(index),
    reportId,
    doc: codedAt('doc', index),
    start: held(start[index], reportId),
    end: held(end[index], reportId),
    surface: held(surface[index], reportId),
    label: held(label[index], reportId),
    value: number,
    unit: codedAt('unit', index),
    qualifier: codedAt('qualifier', index),
    measure: codedAt('measure', index),
    category: codedAt('category', index),
    refArea: codedAt('refArea', index),
    periodStart: codedAt('periodStart', index),
    periodEnd: codedAt('periodEnd', index),
    kind: codedAt('kind', index),
    status: codedAt('status', index),
    partOf: wholeAt(index),
    indicator: codedAt('indicator', index),
    section: codedAt('section', index),
    confidence: codedAt('confidence', index),
    review: codedAt('review', index),
    implied: [...codedAt('implied', index)],
  }));
}
