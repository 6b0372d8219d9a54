import { truncateEm } from '../../charts/measureText';
import type { NativeChart } from '../../charts/nativeChart';
import type { ChartTheme } from '../../charts/theme';
import type { ChartText } from '../../charts/text/zh';
import { pointsPerPx, type Place } from './shapes';
import { tableShape, type TableCellLook } from './tableShape';

const mostRowPx = 52;

/** The list of a ring: colour, name, number and share of each part, the whole below. */
export function partsTable(
  chart: NativeChart,
  place: Place,
  theme: ChartTheme,
  text: ChartText,
): (id: number) => string {
  const { lang } = text.documents;
  const parts = chart.list?.parts ?? [];
  const rowPx = Math.min(mostRowPx, place.heightPx / (parts.length + 1));
  const sizePt = Math.max(6, Math.min(14, (rowPx / 1.55) * pointsPerPx));
  const x = place.x + place.widthPx * 0.46;
  const widthPx = place.x + place.widthPx - x;
  const widthsPx = [0.05, 0.47, 0.3, 0.18].map((share) => Math.floor(widthPx * share));
  const nameEm = ((widthsPx[1] ?? 0) / (sizePt / pointsPerPx)) * 0.92;
  const cells = (name: string, value: string, share: string, fill: string | undefined, bold: boolean) =>
    [
      { words: '', style: { lang, sizePt: 6 }, ...(fill === undefined ? {} : { fill }) },
      { words: truncateEm(name, nameEm), style: { lang, sizePt, bold, colour: 'tx1', align: 'l' } },
      { words: value, style: { lang, sizePt, bold: true, colour: 'tx1', align: 'r' } },
      { words: share, style: { lang, sizePt, colour: 'tx2', align: 'r' } },
    ] satisfies TableCellLook[];
  const rows = parts.map(({ name, value, share }, i) => {
    const colour = chart.series[0]?.points[i]?.colour?.(theme);
    return cells(name, value, share, colour, false);
  });
  rows.push(cells(text.total, chart.list?.whole ?? '', '', undefined, true));
  const y = place.y + (place.heightPx - rowPx * rows.length) / 2;
  return tableShape(text.composition, { x, y }, rows, { widthsPx, rowPx, heads: 0, theme });
}
