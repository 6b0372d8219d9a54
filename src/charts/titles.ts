import { formatRange } from '../statistics/format';
import type { SeriesResult } from '../statistics/query';
import { parseBucket } from '../model/period';
import type { FigureContext } from './context';
import type { DrawnSplit } from './drawnSplit';
import { truncateEm } from './measureText';
import { shortList } from './shortList';

/** Place in words: one name, up to three names, the first ones with a count, or all areas. */
export function scopeOf(context: FigureContext): string {
  const { filter, names, text } = context;
  return filter.areas.length === 0
    ? text.everywhere
    : shortList(
        filter.areas.map((code) => truncateEm(names.area(code), 16)),
        3,
        text,
      );
}

/** Scope and split of a figure in words: chosen places that are series of their own are named or counted, not both. */
export function scopeAndSplit(split: DrawnSplit, context: FigureContext): [scope: string, split: string] {
  const { filter, text } = context;
  const word = { none: '', area: text.splitArea, category: text.splitCategory, year: text.splitYear }[split];
  const count = filter.areas.length;
  if (split !== 'area' || count < 2) return [scopeOf(context), word];
  return [count > 3 ? text.chosenAreas(count) : scopeOf(context), ''];
}

/** Subject in words, with the category in front when one alone is chosen. */
export function subjectOf(answer: SeriesResult, context: FigureContext): string {
  const { filter, names, language } = context;
  const subject = names.subject(answer.subject.code);
  const [only, ...more] = filter.categories;
  if (only === undefined || more.length > 0 || answer.subject.indicator !== null) return subject;
  return `${names.category(only)}${language === 'en' ? ' ' : ''}${subject}`;
}

/** 各县市区 or 各类别; empty for an unsplit figure. */
export function splitWord(split: DrawnSplit, { text }: FigureContext): string {
  return { none: '', area: text.splitArea, category: text.splitCategory, year: text.splitYear }[split];
}

/** Label of a series: its place or category, or the word for the total. */
export function seriesName(key: string, split: DrawnSplit, { names, text }: FigureContext): string {
  if (split === 'year') return names.bucket(key);
  return split === 'area' ? names.areaShort(key) : split === 'category' ? names.category(key) : text.total;
}

/** The time that buckets span, as shortly as is exact: 2018–2020年. */
export function rangeWords(buckets: readonly string[], { language }: FigureContext): string {
  const [first, last] = [parseBucket(buckets[0] ?? ''), parseBucket(buckets.at(-1) ?? '')];
  return first && last ? formatRange(first.start, last.end, language) : '';
}

/** Scope, time and granularity of a figure; `bucket` when it shows one, null with `total` when it sums all. */
export function subtitleOf(
  answer: SeriesResult,
  context: FigureContext,
  shows: { bucket: string | null; total: boolean },
): string {
  const { filter, names, text } = context;
  const range = shows.bucket === null ? rangeWords(answer.buckets, context) : names.bucket(shows.bucket);
  const sums = shows.total && shows.bucket === null && answer.subject.kind === 'flow' && answer.buckets.length > 1;
  return [
    sums ? text.rangeTotal(range) : range,
    shows.total ? '' : text.granularity[filter.granularity],
    filter.categories.length > 1 ? text.categoriesAre(shortList(filter.categories.map(names.category), 4, text)) : '',
    filter.reports.length > 0 ? text.reportsChosen(filter.reports.length) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** File stem: scope, subject, what the figure shows, granularity and time; `fileNameOf` makes it safe. */
export function fileStemOf(
  answer: SeriesResult,
  context: FigureContext,
  shows: { what: string; bucket: string | null; total: boolean },
): string {
  const { filter, text } = context;
  const part = (text: string) => text.replaceAll('_', ' ');
  const [first, last] =
    shows.bucket === null ? [answer.buckets[0], answer.buckets.at(-1)] : [shows.bucket, shows.bucket];
  const years = filter.granularity === 'A';
  const time =
    first === undefined || last === undefined || first === last
      ? (first ?? '')
      : years
        ? `${first}-${last}`
        : text.fileSpan(first, last);
  return [
    scopeOf(context),
    subjectOf(answer, context),
    shows.what,
    shows.total ? '' : text.granularity[filter.granularity],
    time,
  ]
    .filter(Boolean)
    .map(part)
    .join('_');
}
