import { bucketMonths, monthIndex, parseBucket, type Granularity } from '../model/period';
import type { Frame } from './figure';
import { estimateEm } from './measureText';
import type { ChartText } from './text/zh';

/** Labels below a time axis: two lines, the year only where it begins; empty where a label would not fit. */
export interface BucketLabels {
  labels: string[];
  lines: 1 | 2;
}

const steps: Record<Granularity, readonly number[]> = {
  M: [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200],
  Q: [1, 2, 4, 8, 20, 40, 80, 200, 400],
  S: [1, 2, 4, 10, 20, 40, 100, 200],
  A: [1, 2, 5, 10, 20, 50, 100],
};

function shortName(id: string, granularity: Granularity, text: ChartText): string {
  const part = Number(id.slice(-1));
  if (granularity === 'M') return text.axisMonth(Number(id.slice(5)));
  if (granularity === 'Q') return text.axisQuarter(part);
  return granularity === 'S' ? text.axisHalf(part) : text.axisYear(id);
}

/**
 * Chooses which buckets of an axis are labelled and how, so that neighbours do not touch: every one, or every second,
 * third … aligned with the calendar, down to years alone.
 */
export function bucketLabels(
  buckets: readonly string[],
  widthPx: number,
  frame: Pick<Frame, 'fontPx'>,
  text: ChartText,
): BucketLabels {
  const first = parseBucket(buckets[0] ?? '');
  if (!first) return { labels: buckets.map(() => ''), lines: 1 };
  const { granularity } = first;
  const perYear = 12 / bucketMonths[granularity];
  const bandPx = widthPx / buckets.length;
  const yearEm = estimateEm(text.axisYear('2018'));
  const shortEm = Math.max(...buckets.slice(0, perYear).map((id) => estimateEm(shortName(id, granularity, text))));
  const needPx = (Math.max(yearEm, shortEm) + 0.8) * frame.fontPx;
  const step = steps[granularity].find((count) => count * bandPx >= needPx) ?? steps[granularity].at(-1) ?? 1;
  const yearsOnly = granularity === 'A' || step >= perYear;

  let lastYear = '';
  const labels: string[] = buckets.map((id) => {
    const bucket = parseBucket(id);
    if (!bucket) return '';
    const ordinal = Math.floor(monthIndex(bucket.start) / bucketMonths[granularity]);
    if (ordinal % step !== 0) return '';
    const year = id.slice(0, 4);
    if (yearsOnly) return text.axisYear(year);
    const short = shortName(id, granularity, text);
    if (year === lastYear) return short;
    lastYear = year;
    return `${short}\n${text.axisYear(year)}`;
  });
  // An axis shorter than one step still says when it is.
  if (!labels.some((label) => label !== '')) {
    const id = buckets[0] ?? '';
    const short = shortName(id, granularity, text);
    labels[0] = granularity === 'A' ? short : `${short}\n${text.axisYear(id.slice(0, 4))}`;
  }
  return { labels, lines: labels.some((label) => label.includes('\n')) ? 2 : 1 };
}
