import { distinctLabels, estimateEm } from '../../charts/measureText';
import type { NativeChart } from '../../charts/nativeChart';
import type { ChartTheme } from '../../charts/theme';
import type { ChartText } from '../../charts/text/zh';
import { pointsPerPx, type Place } from './shapes';
import { tableShape, type TableCellLook } from './tableShape';

const mostRowPx = 52;
const mostPt = 14;

/** A list up to this long stands in one column, a longer one in two. */
const oneColumn = 14;
/** Rows of a column that are still read; what is beyond two of them is in the appendix. */
const mostRows = 18;

/** Height of a row over that of its type: the line itself and the room above and below it. */
const rowPerType = 1.75;

const gapPx = 40;

const isLong = (chart: NativeChart) => (chart.list?.parts.length ?? 0) + 1 > oneColumn;

/** Where the ring stands: a long list gets more of the width. */
export function ringPlace(chart: NativeChart, place: Place): Place {
  return { ...place, widthPx: Math.min(place.heightPx, place.widthPx * (isLong(chart) ? 0.3 : 0.42)) };
}

/** A line of the list: the colour of the part, then its words. */
interface Line {
  name: string;
  value: string;
  share: string;
  fill?: string;
  bold: boolean;
}

function linesOf(chart: NativeChart, theme: ChartTheme, text: ChartText): Line[] {
  const parts = (chart.list?.parts ?? []).map((part, i): Line => {
    const fill = chart.series[0]?.points[i]?.colour?.(theme);
    return fill === undefined ? { ...part, bold: false } : { ...part, fill, bold: false };
  });
  const whole = { name: text.total, value: chart.list?.whole ?? '', share: '', bold: true };
  const most = 2 * mostRows;
  if (parts.length + 1 <= most) return [...parts, whole];
  const rest = { name: text.documents.restOfParts(parts.length - (most - 2)), value: '', share: '', bold: false };
  return [...parts.slice(0, most - 2), rest, whole];
}

function cellsOf({ value, share, fill, bold }: Line, name: string, sizePt: number, lang: string): TableCellLook[] {
  return [
    { words: '', style: { lang, sizePt: 6 }, ...(fill === undefined ? {} : { fill }) },
    { words: name, style: { lang, sizePt, bold, colour: 'tx1', align: 'l' } },
    { words: value, style: { lang, sizePt, bold: true, colour: 'tx1', align: 'r' } },
    { words: share, style: { lang, sizePt, colour: 'tx2', align: 'r' } },
  ];
}

/** Room at the sides of a cell, in em, and how much wider a font may be than it is taken to be. */
const paddingEm = 1.4;
const widest = 1.2;

/** Names get at least this much, in em; the type gives way. */
const leastNameEm = 10;

const longestEm = (words: readonly string[]) => Math.max(...words.map(estimateEm)) * widest + paddingEm;

/** Type of a column of the list and widths of colour, name, number and share: numbers never break. */
function columnOf(lines: readonly Line[], widthPx: number, rowPx: number): { sizePt: number; widthsPx: number[] } {
  const value = longestEm(lines.map((line) => line.value));
  const share = longestEm(lines.map((line) => line.share));
  const name = Math.min(leastNameEm, longestEm(lines.map((line) => line.name)));
  const mostPx = widthPx / (1 + name + value + share);
  const sizePt = Math.floor(Math.min(mostPt, mostPx * pointsPerPx, (rowPx / rowPerType) * pointsPerPx) * 2) / 2;
  const typePx = sizePt / pointsPerPx;
  const rest = widthPx - (1 + value + share) * typePx;
  return { sizePt, widthsPx: [typePx, rest, value * typePx, share * typePx].map(Math.floor) };
}

/**
 * The list of a ring: colour, name, number and share of each part, the whole at the end; beside the ring, in two columns
 * where it is long.
 */
export function partsTables(
  chart: NativeChart,
  place: Place,
  theme: ChartTheme,
  text: ChartText,
): ((id: number) => string)[] {
  const lines = linesOf(chart, theme, text);
  const columns = isLong(chart) ? 2 : 1;
  const each = Math.ceil(lines.length / columns);
  const ring = ringPlace(chart, place);
  const left = ring.x + ring.widthPx + gapPx;
  const widthPx = (place.x + place.widthPx - left - (columns - 1) * gapPx) / columns;
  const rowPx = Math.min(mostRowPx, place.heightPx / each);
  const { sizePt, widthsPx } = columnOf(lines, widthPx, rowPx);
  const typePx = sizePt / pointsPerPx;
  const names = distinctLabels(
    lines.map(({ name }) => name),
    ((widthsPx[1] ?? 0) / typePx - paddingEm) / widest,
  );
  const y = place.y + (place.heightPx - rowPx * each) / 2;
  return Array.from({ length: columns }, (_, column) => {
    const here = lines.slice(column * each, (column + 1) * each);
    const rows = here.map((line, i) => cellsOf(line, names[column * each + i] ?? '', sizePt, text.documents.lang));
    const x = left + column * (widthPx + gapPx);
    return tableShape(text.composition, { x, y }, rows, { widthsPx, rowPx, heads: 0, theme });
  });
}
