import { categoryCodes } from '../../../../src/model/categories';
import type { Observation } from '../../../../src/model/observation';
import { qualifiers } from '../../../../src/model/qualifier';
import type { Report } from '../../../../src/model/report';
import { orderOf } from '../facts';
import { factSubjects } from '../factSubjects';
import { setOf } from '../qualifierSets';
import type { Known } from '../world';
import { monthReader } from './monthReader';
import { numberIn, type Numbers } from './numbers';

/** Of what is longer than a month, of what is no actual flow, and of what is no part. */
const noMonth = 65_535;
const noSubject = 255;
export const noWhole = -1;

/** An ISO date as a number in the same order; 0 without one. */
const dayNumber = (date: string | null) => Number((date ?? '').replaceAll('-', ''));

/** Columns of reports, numbered from `first` on. */
export function reportColumns(reports: readonly Report[], first: number, numbers: Numbers, known: Known) {
  const monthOf = monthReader(known);
  const place = Uint16Array.from(reports, ({ refArea }) => numberIn(numbers.areas, refArea));
  return {
    report: Int32Array.from(reports, (_, i) => first + i),
    place,
    city: place.map((one) => numbers.cities[one] ?? one),
    month: Uint16Array.from(reports, (one) => monthOf(one.coverageStart, one.coverageEnd) ?? noMonth),
    issuer: Int32Array.from(reports, ({ issuer }) => numberIn(numbers.issuers, issuer)),
    firstDay: Int32Array.from(reports, ({ coverageStart }) => dayNumber(coverageStart)),
    lastDay: Int32Array.from(reports, ({ coverageEnd }) => dayNumber(coverageEnd)),
    issuedOn: Int32Array.from(reports, ({ issuedOn }) => dayNumber(issuedOn)),
    issue: Int32Array.from(reports, ({ issueNumber }) => Number(issueNumber ?? -1)),
  };
}

/** Columns of all areas but of older codes. */
export function areaColumns({ cities }: Numbers) {
  return { area: Uint16Array.from(cities, (_, i) => i), city: Uint16Array.from(cities) };
}

const kinds = {
  value: Float64Array,
  id: Int32Array,
  report: Int32Array,
  /** The observation that it is a part of. */
  whole: Int32Array,
  /** Number of the texts that two printings of one number share. */
  print: Int32Array,
  area: Uint16Array,
  month: Uint16Array,
  subject: Uint8Array,
  category: Uint8Array,
  /** The set of its qualifier. */
  seen: Uint8Array,
  /** 1 when it speaks about another place than its report's. */
  about: Uint8Array,
};
type Column = keyof typeof kinds;
const names = Object.keys(kinds) as Column[];

/** Numbers of reports and observations that come first. */
export interface First {
  report: number;
  observation: number;
}

/** Gives the row of an observation but for numbers of observations. */
function rowMaker(numbers: Numbers, reports: readonly Report[], first: number, known: Known) {
  const monthOf = monthReader(known);
  const subjects = new Map(factSubjects(known.subjects).map((code, i) => [code, i]));
  const headers = new Map(
    reports.map(({ id, refArea }, i) => [id, { report: first + i, place: numberIn(numbers.areas, refArea) }]),
  );
  return (one: Observation): Omit<Record<Column, number>, 'id' | 'whole'> => {
    const area = numberIn(numbers.areas, one.refArea);
    const { report = NaN, place } = headers.get(one.reportId) ?? {};
    const isFlow = one.kind === 'flow' && one.status === 'actual';
    const texts = [one.label.trim(), one.indicator, one.unit, one.measure, one.category, one.kind, one.status];
    return {
      value: one.value,
      report,
      print: numberIn(numbers.prints, texts.join('\n')),
      area,
      month: monthOf(one.periodStart, one.periodEnd) ?? noMonth,
      subject: (isFlow ? subjects.get(one.measure) : undefined) ?? noSubject,
      category: categoryCodes.indexOf(one.category),
      seen: setOf(qualifiers.indexOf(one.qualifier)),
      about: area === place ? 0 : 1,
    };
  };
}

/** Gathers the columns of observations of some reports, file by file; gives them in order of subject and month. */
export function observationColumns(reports: readonly Report[], first: First, numbers: Numbers, known: Known) {
  const rowOf = rowMaker(numbers, reports, first.report, known);
  const rows = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Column, number[]>;
  return {
    add(observations: readonly Observation[]): void {
      // A whole stands in the file of its parts.
      const start = first.observation + rows.id.length;
      const ids = new Map(observations.map(({ id }, i) => [id, start + i]));
      observations.forEach((one, i) => {
        const whole = one.partOf === null ? noWhole : (ids.get(one.partOf) ?? noWhole);
        const row = { ...rowOf(one), id: start + i, whole };
        for (const name of names) rows[name].push(row[name]);
      });
    },
    columns() {
      const order = orderOf(rows.subject, rows.month);
      const sorted = names.map((name) => {
        const column = new kinds[name](order.length);
        order.forEach((row, i) => (column[i] = rows[name][row] ?? NaN));
        return [name, column] as const;
      });
      return Object.fromEntries(sorted);
    },
  };
}
