import type { CustomSeriesOption } from 'echarts';
import type { Annotation } from '../model/annotation';
import { overlaps, parseBucket } from '../model/period';
import { formatDate } from '../statistics/format';
import type { SeriesResult } from '../statistics/query';
import type { FigureContext } from './context';
import { subjectOfCode } from './subjectOfCode';
import type { MarkStyle } from './absenceMarks';

/** Whether a remark concerns what a figure counts: everything, the measure, or the indicator itself. */
function isAbout({ subject }: Annotation, answer: SeriesResult): boolean {
  return subject === null || subject === answer.subject.code || subjectOfCode(subject) === answer.subject.measure;
}

/** Whether a remark's place lies in the figure's, or the other way round. */
function isWhere({ refArea }: Annotation, { filter, areas }: FigureContext): boolean {
  const { areas: chosen } = filter;
  if (chosen.length === 0) return true;
  return chosen.some((area) => areas.contains(area, refArea) || areas.contains(refArea, area));
}

/** Remarks that a figure covers by time, place and subject, in time order. */
export function annotationsOf(answer: SeriesResult, context: FigureContext): Annotation[] {
  const [first, last] = [parseBucket(answer.buckets[0] ?? ''), parseBucket(answer.buckets.at(-1) ?? '')];
  if (!first || !last) return [];
  const range = { start: first.start, end: last.end };
  return (context.annotations ?? [])
    .filter((one) => overlaps(one, range) && isAbout(one, answer) && isWhere(one, context))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** A remark in words: its day or days, then what it says. */
export function annotationText({ start, end, zh, en, kind }: Annotation, { language, text }: FigureContext): string {
  const time =
    start === end ? formatDate(start, language) : text.span(formatDate(start, language), formatDate(end, language));
  return text.annotation(time, language === 'en' ? en : zh, kind);
}

/** Remarks of one bucket, as a row of the table twin tells them; empty where there is none. */
export function annotationsAt(bucket: string, annotations: readonly Annotation[], context: FigureContext): string {
  const span = parseBucket(bucket);
  const here = span ? annotations.filter((one) => overlaps(one, span)) : [];
  return here.map((one) => annotationText(one, context)).join(context.text.join);
}

/**
 * A flag at each bucket in which something is remarked: a dashed line with a small triangle on top. What it says stands in
 * the notes and the table twin. Null where there is nothing to flag.
 */
export function annotationFlags(
  answer: SeriesResult,
  annotations: readonly Annotation[],
  { theme, frame }: Pick<MarkStyle, 'theme' | 'frame'>,
): CustomSeriesOption | null {
  const flagged = answer.buckets.flatMap((id, i) => {
    const span = parseBucket(id);
    return span && annotations.some(({ start }) => start >= span.start && start <= span.end) ? [i] : [];
  });
  if (flagged.length === 0) return null;
  const size = frame.fontPx * 0.5;
  return {
    type: 'custom',
    name: '#annotations',
    silent: true,
    tooltip: { show: false },
    encode: { x: 0, y: 1 },
    z: 6,
    data: flagged.map((i) => [i, 0]),
    renderItem: (params, api) => {
      const area = params.coordSys as unknown as { y: number; height: number };
      const [x = 0] = api.coord([flagged[params.dataIndex] ?? 0, 0]);
      const { y, height } = area;
      const line = { stroke: theme.textMuted, lineWidth: 1, lineDash: [3, 3] };
      const points = [
        [x, y + size],
        [x - size, y - size * 0.6],
        [x + size, y - size * 0.6],
      ];
      return {
        type: 'group',
        children: [
          { type: 'line', shape: { x1: x, y1: y, x2: x, y2: y + height }, style: line },
          { type: 'polygon', shape: { points }, style: { fill: theme.textMuted } },
        ],
      };
    },
  };
}
