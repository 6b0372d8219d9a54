import type { Cell, Series, SeriesResult, Split } from '../statistics/query';
import { annotationsAt, annotationsOf } from './annotations';
import { cellAddress, drawnValue, isApproximate, isIncomplete, tableCell } from './cell';
import type { FigureContext } from './context';
import type { Figure, FigureTable, Frame, TableCell } from './figure';
import { lazyTable } from './lazyTable';
import { nativeTrend } from './nativeTrend';
import { composeNotes } from './notes';
import { shortList } from './shortList';
import { toShares } from './shares';
import { markOf, sourceLine } from './sourceLine';
import { fileStemOf, scopeAndSplit, seriesName, splitWord, subjectOf, subtitleOf } from './titles';
import { planUnit, trendOption, type TrendPlan } from './trendOption';

export type TrendKind = 'line' | 'bar' | 'stacked' | 'share';

export interface TrendInput {
  answer: SeriesResult;
  split: Split;
  kind: TrendKind;
}

const hasValue = ({ cells }: Series) => cells.some((cell) => drawnValue(cell) !== null);

/** Whether there is room to print every value: in exports sooner than on a screen, where a pointer asks for them. */
export function isLabelled({ kind, answer, shown }: TrendPlan, frame: Frame): boolean {
  if (kind === 'line' && shown.length > 1) return false;
  const drawn = shown.map(({ cells }) => cells.filter((cell) => drawnValue(cell) !== null).length);
  const labels = kind === 'stacked' ? answer.buckets.length : drawn.reduce((sum, count) => sum + count, 0);
  return labels * frame.fontPx * (frame.purpose === 'export' ? 3.2 : 4.5) < frame.widthPx;
}

/** More points than can be told apart by their marks. */
const mostMarks = 1200;
const isPlain = ({ answer, shown }: TrendPlan) => answer.buckets.length * shown.length > mostMarks;

/** A cell of words: what is remarked on a bucket. */
const remark = (text: string): TableCell => ({ text, value: null, state: 'value', source: null });

function tableOf(answer: SeriesResult, split: Split, context: FigureContext): FigureTable {
  const { text, names } = context;
  const label = ({ key, status }: Series) => {
    const name = seriesName(key, split, context);
    return status === 'target' ? text.targetOf(name) : split === 'none' ? names.subject(answer.subject.code) : name;
  };
  const annotations = annotationsOf(answer, context);
  return {
    columns: [text.period, ...answer.series.map(label), ...(annotations.length > 0 ? [text.annotated] : [])],
    rows: answer.buckets.map((bucket, i) => ({
      header: names.bucket(bucket),
      cells: [
        ...answer.series.flatMap(({ key, status, cells }) => {
          const cell = cells[i];
          return cell ? [tableCell(cell, { answer, split, key, status, buckets: [bucket] }, context)] : [];
        }),
        ...(annotations.length > 0 ? [remark(annotationsAt(bucket, annotations, context))] : []),
      ],
    })),
  };
}

/** What a bucket of several areas has to be told of: the gravest state of any that is drawn; null where none is. */
function acrossSeries(shown: readonly Series[], bucket: number): Cell | null {
  const cells = shown.flatMap(({ cells: all }) => all[bucket] ?? []);
  const values = cells.filter(({ state }) => state === 'value');
  const gravest =
    values.find((cell) => isIncomplete(cell)) ??
    values.find((cell) => isApproximate(cell)) ??
    values[0] ??
    cells.find(({ state }) => state === 'unmentioned') ??
    cells[0];
  if (!gravest) return null;
  const qualifier = values.find((cell) => isApproximate(cell))?.qualifier ?? gravest.qualifier;
  return { ...gravest, qualifier };
}

export function notesOf(plan: TrendPlan, split: Split, context: FigureContext): string[] {
  const { answer, shown } = plan;
  const { text, names } = context;
  const absent = answer.series.filter((series) => series.status === 'actual' && !shown.includes(series));
  const silent = (state: 'unreported' | 'unmentioned') =>
    absent.filter(({ total }) => total.state === state).map(({ key }) => seriesName(key, split, context));
  const lists = { unreported: silent('unreported'), unmentioned: silent('unmentioned') };
  const some = shown.length > 0 && split !== 'none';
  return [
    ...composeNotes(
      {
        answer,
        split,
        shown: answer.buckets.flatMap((bucket, i) => {
          const cell = split === 'area' ? acrossSeries(shown, i) : answer.overall.cells[i];
          return cell ? [{ name: names.bucket(bucket), cell }] : [];
        }),
        inTime: true,
        grid: split === 'none' ? [] : shown.filter((s) => s.status === 'actual').flatMap(({ cells }) => cells),
        whole: answer.overall.total,
      },
      context,
    ),
    ...(some && lists.unreported.length > 0 ? [text.noteUnreported(shortList(lists.unreported, 6, text))] : []),
    ...(some && lists.unmentioned.length > 0 ? [text.noteUnmentioned(shortList(lists.unmentioned, 6, text))] : []),
  ];
}

/** So many series have their legend in rows on any screen. */
const fewSeries = 2;

/** Bars alone, in a legend that never scrolls, need least; targets are lines among bars. */
function groupOf({ kind, shown }: TrendPlan): 'bars' | 'axes' {
  const drawsLines = kind === 'line' || shown.some(({ status }) => status === 'target');
  return drawsLines || shown.length > fewSeries ? 'axes' : 'bars';
}

/** Which series are drawn and how. Rates are never stacked; shares are of actual values alone. */
function planOf(answer: SeriesResult, kind: TrendKind): TrendPlan {
  const shown = answer.series.filter(hasValue);
  const isRate = answer.subject.kind === 'rate';
  if (kind !== 'share') return { kind: kind === 'stacked' && isRate ? 'line' : kind, answer, shown };
  if (isRate) return { kind: 'line', answer, shown };
  const actual = shown.filter(({ status }) => status === 'actual');
  return { kind: 'stacked', answer, shown: toShares(actual), shareOf: actual };
}

/**
 * A measure or indicator over time, whole or split by county or category, as lines, bars, stacked bars or shares
 * of 100 %.
 * Input: a `series` answer asked with the same split. Output: a figure; series without any value are left to the table
 * and the notes. Rates are never stacked: they are drawn as lines.
 */
export function trend({ answer, split, kind }: TrendInput, context: FigureContext): Figure {
  const [scope, word] = scopeAndSplit(split, context);
  const plan = planOf(answer, kind);
  const { shown } = plan;
  const unit = planUnit(plan, context);
  return {
    id: `trend:${plan.shareOf ? 'share' : plan.kind}:${answer.subject.code}:${split}`,
    title: context.text.trendTitle(scope, subjectOf(answer, context), word),
    subtitle: subtitleOf(answer, context, { bucket: null, total: false }),
    unit,
    notes: [...(plan.shareOf ? [context.text.noteShares] : []), ...notesOf(plan, split, context)],
    source: sourceLine(answer.sources, context),
    asOf: answer.asOf,
    ...markOf(context),
    option: (theme, frame) =>
      trendOption(plan, { theme, frame, context, split, labelled: isLabelled(plan, frame), plain: isPlain(plan) }),
    table: lazyTable(() => tableOf(answer, split, context)),
    get native() {
      return nativeTrend(plan, split, context);
    },
    addressOf: (seriesIndex, dataIndex) => {
      const series = shown[seriesIndex];
      const bucket = answer.buckets[dataIndex];
      if (!series || bucket === undefined) return null;
      const { key, status, cells } = series;
      return cellAddress(cells[dataIndex], { answer, split, key, status, buckets: [bucket] });
    },
    empty: shown.length === 0,
    group: groupOf(plan),
    fileStem: fileStemOf(answer, context, { what: splitWord(split, context), bucket: null, total: false }),
  };
}
