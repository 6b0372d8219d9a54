import type { Language } from '../../../model/language';
import type { Observation } from '../../../model/observation';
import { formatRange, formatValue, noValue } from '../../../statistics/format';

/** Words that rows are made of, in the language of the interface. */
export interface RowNames {
  language: Language;
  report: (id: string) => string;
  area: (code: string) => string;
  category: (code: string) => string;
  subject: (code: string) => string;
  qualifier: (observation: Observation) => string;
  kind: (observation: Observation) => string;
}

export const columnKeys = [
  'report',
  'period',
  'area',
  'category',
  'label',
  'surface',
  'value',
  'qualifier',
  'kind',
  'section',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** One line of the data table: the texts of its cells, and the observation behind it. */
export interface ObservationRow {
  observation: Observation;
  texts: Record<ColumnKey, string>;
  /** Everything that the text filter looks at, folded. */
  haystack: string;
}

/** Full-width and half-width, upper and lower case are the same to a person who searches. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** One row an observation, in the given order. */
export function observationRows(observations: readonly Observation[], names: RowNames): ObservationRow[] {
  return observations.map((observation) => {
    const { unit, label, surface, section, value } = observation;
    const texts: ObservationRow['texts'] = {
      report: names.report(observation.reportId),
      period: formatRange(observation.periodStart, observation.periodEnd, names.language) || noValue,
      area: names.area(observation.refArea),
      category: names.category(observation.category),
      label,
      surface,
      value: formatValue(value, { language: names.language, unit, style: 'exact' }),
      qualifier: observation.qualifier === 'exact' ? '' : names.qualifier(observation),
      kind: names.kind(observation),
      section,
    };
    const indicator = observation.indicator === null ? '' : names.subject(observation.indicator);
    const haystack = foldText(
      [...Object.values(texts), names.subject(observation.measure), indicator, String(value), observation.id].join(
        '\n',
      ),
    );
    return { observation, texts, haystack };
  });
}

/** Rows that hold every word of the query; all of them for an empty one. */
export function filterRows(rows: readonly ObservationRow[], query: string): readonly ObservationRow[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  return words.length === 0 ? rows : rows.filter(({ haystack }) => words.every((word) => haystack.includes(word)));
}

/** A column and a direction; null keeps the order of the answer, newest first. */
export type Order = { column: ColumnKey; descending: boolean } | null;

/** `value`, `-value` …; null for anything else. */
export function parseOrder(text: string): Order {
  const descending = text.startsWith('-');
  const column = columnKeys.find((key) => key === text.slice(descending ? 1 : 0));
  return column === undefined ? null : { column, descending };
}

/** The text that `parseOrder` reads; empty for the default order. */
export function formatOrder(order: Order): string {
  return order ? `${order.descending ? '-' : ''}${order.column}` : '';
}

type Compare = (a: ObservationRow, b: ObservationRow) => number;
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Columns that do not sort by their text: numbers by size, periods by time, places by code. */
const comparisons: Partial<Record<ColumnKey, Compare>> = {
  value: (a, b) => a.observation.value - b.observation.value,
  period: (a, b) =>
    byText(a.observation.periodStart ?? '', b.observation.periodStart ?? '') ||
    byText(a.observation.periodEnd ?? '', b.observation.periodEnd ?? ''),
  area: (a, b) => byText(a.observation.refArea, b.observation.refArea),
};

/**
 * Rows in the chosen order; ties keep the order they came in, in either direction.
 * `collate` compares texts in the language of the interface.
 */
export function sortRows(
  rows: readonly ObservationRow[],
  order: Order,
  collate: (a: string, b: string) => number,
): readonly ObservationRow[] {
  if (!order) return rows;
  const { column } = order;
  const compare: Compare = comparisons[column] ?? ((a, b) => collate(a.texts[column], b.texts[column]));
  return [...rows].sort(order.descending ? (a, b) => compare(b, a) : compare);
}
