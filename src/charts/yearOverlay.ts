import { bucketMonths, bucketsIn, monthIndex, parseBucket, type Granularity } from '../model/period';
import type { Cell, Series, SeriesResult } from '../statistics/query';
import { cellAddress, drawnValue, tableCell } from './cell';
import type { FigureContext } from './context';
import type { Figure } from './figure';
import { lazyTable } from './lazyTable';
import { nativeTrend } from './nativeTrend';
import { markOf, sourceLine } from './sourceLine';
import { fileStemOf, rangeWords, scopeAndSplit, subjectOf } from './titles';
import { isLabelled, notesOf } from './trend';
import { planUnit, trendOption, type TrendPlan } from './trendOption';

export interface YearOverlayInput {
  /** An unsplit answer by month, quarter or half-year. */
  answer: SeriesResult;
  kind: 'line' | 'bar';
}

/** The years of an answer, each with the places of its buckets in the year. */
interface Folded {
  granularity: Granularity;
  years: string[];
  /** Buckets of one year, as places: the last year's ids. */
  positions: string[];
  /** By year: index into the answer's buckets of each place; -1 outside of the range. */
  indexes: Map<string, number[]>;
}

function fold(buckets: readonly string[]): Folded {
  const granularity = parseBucket(buckets[0] ?? '')?.granularity ?? 'M';
  const years = [...new Set(buckets.map((id) => id.slice(0, 4)))];
  const ofYear = (year: string) => bucketsIn({ start: `${year}-01-01`, end: `${year}-12-31` }, granularity);
  const at = new Map(buckets.map((id, i) => [id, i]));
  return {
    granularity,
    years,
    positions: years.length === 0 ? [] : ofYear(years.at(-1) ?? ''),
    indexes: new Map(years.map((year) => [year, ofYear(year).map((id) => at.get(id) ?? -1)])),
  };
}

function positionName(id: string, { granularity }: Folded, { text }: FigureContext): string {
  const bucket = parseBucket(id);
  const nth = bucket ? Math.floor((monthIndex(bucket.start) % 12) / bucketMonths[granularity]) + 1 : 0;
  if (granularity === 'Q') return text.axisQuarter(nth);
  return granularity === 'S' ? text.axisHalf(nth) : granularity === 'M' ? text.axisMonth(nth) : text.axisYear(id);
}

/** Outside of the chosen time nothing was asked: it is drawn as a gap, and counted nowhere. */
const outside = (cell: Cell): Cell => ({
  ...cell,
  state: 'unreported',
  value: null,
  reason: null,
  counted: 0,
  leftOut: 0,
  asOf: null,
  children: null,
});

function seriesOfYear(one: Series, year: string, folded: Folded): Series {
  const cells = (folded.indexes.get(year) ?? []).flatMap((i) => one.cells[i] ?? outside(one.total));
  return { key: year, status: one.status, cells, total: one.total };
}

/**
 * 同比 at sight: the years of one measure laid over each other, months 1 to 12 along the axis and a line a year.
 * Input: an unsplit `series` answer finer than a year. Output: a figure whose marks lead to the original cells; years
 * without a value are left to the table.
 */
export function yearOverlay({ answer, kind }: YearOverlayInput, context: FigureContext): Figure {
  const folded = fold(answer.buckets);
  const [actual] = answer.series.filter(({ status }) => status === 'actual');
  const all = actual ? folded.years.map((year) => seriesOfYear(actual, year, folded)) : [];
  const shown = all.filter(({ cells }) => cells.some((cell) => drawnValue(cell) !== null));
  const names = folded.positions.map((id) => positionName(id, folded, context));
  const plan: TrendPlan = {
    kind,
    answer: { ...answer, buckets: folded.positions },
    shown,
    positions: names,
  };
  const place = (year: string, position: number) => {
    const index = folded.indexes.get(year)?.[position] ?? -1;
    const bucket = answer.buckets[index];
    return bucket === undefined
      ? null
      : ({ answer, split: 'none', key: 'total', status: 'actual', buckets: [bucket] } as const);
  };
  const [scope, word] = scopeAndSplit('year', context);
  return {
    id: `overlay:${kind}:${answer.subject.code}`,
    title: context.text.trendTitle(scope, subjectOf(answer, context), word),
    subtitle: [rangeWords(answer.buckets, context), context.text.sameMonths].filter(Boolean).join(' · '),
    unit: planUnit(plan, context),
    notes: notesOf({ kind, answer, shown: actual ? [actual] : [] }, 'none', context),
    source: sourceLine(answer.sources, context),
    asOf: answer.asOf,
    ...markOf(context),
    option: (theme, frame) =>
      trendOption(plan, { theme, frame, context, split: 'year', labelled: isLabelled(plan, frame) }),
    table: lazyTable(() => ({
      columns: [context.text.period, ...all.map(({ key }) => context.names.bucket(key))],
      rows: names.map((header, position) => ({
        header,
        cells: all.flatMap(({ key, cells }) => {
          const cell = cells[position];
          const at = place(key, position);
          if (!cell) return [];
          if (!at) return [{ text: '', value: null, state: 'unreported' as const, source: null }];
          return [tableCell(cell, { ...at, buckets: [...at.buckets] }, context)];
        }),
      })),
    })),
    get native() {
      return nativeTrend(plan, 'year', context);
    },
    addressOf: (seriesIndex, dataIndex) => {
      const series = shown[seriesIndex];
      const at = series ? place(series.key, dataIndex) : null;
      return series && at ? cellAddress(series.cells[dataIndex], { ...at, buckets: [...at.buckets] }) : null;
    },
    empty: shown.length === 0,
    group: 'axes',
    fileStem: fileStemOf(answer, context, { what: context.text.splitYear, bucket: null, total: false }),
  };
}
