import type { Figure } from '../charts/figure';
import type { ChartTheme } from '../charts/theme';
import type { ChartText } from '../charts/text/zh';
import { presets, type PresetId } from './presets';
import { clampLines, wrapText, type FontWeight, type MeasureText } from './wrapText';

/** Lines of one style; `y` is the middle of the first line. All in CSS pixels of the picture at 1×. */
export interface TextBlock {
  role: 'title' | 'subtitle' | 'unit' | 'notes' | 'source' | 'date';
  lines: string[];
  x: number;
  y: number;
  align: 'left' | 'right';
  fontPx: number;
  lineHeightPx: number;
  weight: FontWeight;
  colour: string;
}

/** A finished picture, laid out and not yet painted. */
export interface Scene {
  widthPx: number;
  heightPx: number;
  background: string;
  /** Nothing is painted outside of it. */
  marginPx: number;
  texts: TextBlock[];
  /** Hairline between chart and footer. */
  rule: { x: number; y: number; widthPx: number; colour: string };
  chart: { x: number; y: number; widthPx: number; heightPx: number; fontPx: number };
}

export interface LayoutInput {
  figure: Pick<Figure, 'title' | 'subtitle' | 'unit' | 'notes' | 'source' | 'asOf'>;
  preset: PresetId;
  theme: ChartTheme;
  text: ChartText;
  /** ISO date of making; null leaves it out. */
  exportedOn: string | null;
  measure: MeasureText;
}

/** Type size of axes and labels by preset: a half slide is seen at the scale of a whole one. */
const typePx: Record<PresetId, number> = { full: 26, half: 23, 'four-three': 25, square: 23 };

const titleSizes = [2.05, 1.75, 1.5, 1.3, 1.1];
const footerLineEm = 1.45;

interface Page {
  base: number;
  marginPx: number;
  innerPx: number;
  widthPx: number;
  heightPx: number;
  input: LayoutInput;
}

/** The largest size at which the title takes two lines; the smallest takes a third, and only beyond that is it cut. */
function titleBlock({ base, marginPx, innerPx, input }: Page): TextBlock {
  const weight = 600;
  const at = (fontPx: number) => {
    const widthOf = (text: string) => input.measure(text, fontPx, weight);
    return { fontPx, widthOf, lines: wrapText(input.figure.title, innerPx, widthOf) };
  };
  const smallest = at((titleSizes.at(-1) ?? 1) * base);
  const { fontPx, widthOf, lines } =
    titleSizes.map((size) => at(size * base)).find((t) => t.lines.length <= 2) ?? smallest;
  const lineHeightPx = fontPx * 1.3;
  return {
    role: 'title',
    lines: clampLines(lines, 3, innerPx, widthOf),
    x: marginPx,
    y: marginPx + lineHeightPx / 2,
    align: 'left',
    fontPx,
    lineHeightPx,
    weight,
    colour: input.theme.text,
  };
}

const heightOf = ({ lines, lineHeightPx }: TextBlock) => lines.length * lineHeightPx;

/** Subtitle at the left and unit at the right of one line; the unit goes below where both do not fit. */
function subtitleBlocks(page: Page, topPx: number): TextBlock[] {
  const { base, marginPx, innerPx, widthPx, input } = page;
  const fontPx = base * 1.08;
  const lineHeightPx = fontPx * 1.45;
  const widthOf = (text: string) => input.measure(text, fontPx, 400);
  const style = { fontPx, lineHeightPx, weight: 400 as const, colour: input.theme.textMuted };
  const lines = clampLines(wrapText(input.figure.subtitle, innerPx, widthOf), 2, innerPx, widthOf);
  const y = topPx + lineHeightPx / 2;
  const subtitle: TextBlock = { role: 'subtitle', lines, x: marginPx, y, align: 'left', ...style };
  if (input.figure.unit === '') return lines.length > 0 ? [subtitle] : [];
  const unit = clampLines(wrapText(input.text.unitLine(input.figure.unit), innerPx, widthOf), 1, innerPx, widthOf);
  const beside = widthOf(lines.at(-1) ?? '') + widthOf(unit[0] ?? '') + base * 2 <= innerPx;
  const row = Math.max(0, lines.length - (beside ? 1 : 0));
  const place =
    beside && lines.length > 0
      ? { x: widthPx - marginPx, align: 'right' as const }
      : { x: marginPx, align: 'left' as const };
  return [subtitle, { role: 'unit', lines: unit, y: y + row * lineHeightPx, ...place, ...style }];
}

/** As many whole notes as three lines hold, and how many are left; a single note that is longer is cut. */
function noteLines({ innerPx, input }: Page, widthOf: (text: string) => number): string[] {
  const { notes } = input.figure;
  const { text } = input;
  for (let kept = notes.length; kept > 0; kept--) {
    const rest = notes.length - kept;
    const words = text.notesLine(notes.slice(0, kept).join(text.join)) + (rest > 0 ? text.moreNotes(rest) : '');
    const lines = wrapText(words, innerPx, widthOf);
    if (lines.length <= 3) return lines;
    if (kept === 1) return clampLines(lines, 3, innerPx, widthOf);
  }
  return [];
}

/** Footer from the bottom up: dates at the right of the source's last line where there is room, notes above. */
function footerBlocks(page: Page): { blocks: TextBlock[]; topPx: number } {
  const { base, marginPx, innerPx, widthPx, heightPx, input } = page;
  const { figure, text, theme, exportedOn } = input;
  const fontPx = base * 0.82;
  const lineHeightPx = fontPx * footerLineEm;
  const widthOf = (words: string) => input.measure(words, fontPx, 400);
  const style = { fontPx, lineHeightPx, weight: 400 as const, colour: theme.textMuted };
  const date = [
    figure.asOf === null ? '' : text.asOfLine(figure.asOf),
    exportedOn === null ? '' : text.exportedLine(exportedOn),
  ]
    .filter(Boolean)
    .join(' · ');
  const sources =
    figure.source === ''
      ? []
      : clampLines(wrapText(text.sourceLine(figure.source), innerPx, widthOf), 2, innerPx, widthOf);
  const beside =
    date !== '' && sources.length > 0 && widthOf(sources.at(-1) ?? '') + widthOf(date) + base * 2 <= innerPx;
  const notes = noteLines(page, widthOf);
  const rows = notes.length + sources.length + (date === '' || beside ? 0 : 1);
  const topPx = heightPx - marginPx - rows * lineHeightPx;
  const middle = (row: number) => topPx + (row + 0.5) * lineHeightPx;
  const left = { x: marginPx, align: 'left' as const, ...style };
  const right = { x: widthPx - marginPx, align: 'right' as const, ...style };
  const all: TextBlock[] = [
    { role: 'notes', lines: notes, y: middle(0), ...left },
    { role: 'source', lines: sources, y: middle(notes.length), ...left },
    { role: 'date', lines: date === '' ? [] : [date], y: middle(rows - 1), ...(beside ? right : left) },
  ];
  return { blocks: all.filter(({ lines }) => lines.length > 0), topPx };
}

/**
 * Lays a figure out as a slide: title, subtitle with unit, chart, a hairline, notes, source and dates.
 * Input: the figure, preset, theme, words, and a measure of text. Output: a scene in CSS pixels at 1×, the same for the
 * same input; the chart gets what the words leave, legends being part of the chart.
 */
export function layOut(input: LayoutInput): Scene {
  const { widthPx, heightPx } = presets[input.preset];
  const base = typePx[input.preset];
  const marginPx = Math.round(base * 2.2);
  const page: Page = { base, marginPx, innerPx: widthPx - 2 * marginPx, widthPx, heightPx, input };
  const title = titleBlock(page);
  const subtitles = subtitleBlocks(page, marginPx + heightOf(title) + base * 0.15);
  const bottomOf = (block: TextBlock) => block.y - block.lineHeightPx / 2 + heightOf(block);
  const headPx = Math.max(...[title, ...subtitles].map(bottomOf));
  const footer = footerBlocks(page);
  const ruleY = Math.round(footer.topPx - base * 0.6);
  const chartTop = Math.round(headPx + base * 0.8);
  return {
    widthPx,
    heightPx,
    background: input.theme.surface,
    marginPx,
    texts: [title, ...subtitles, ...footer.blocks],
    rule: { x: marginPx, y: ruleY, widthPx: page.innerPx, colour: input.theme.border },
    chart: {
      x: marginPx,
      y: chartTop,
      widthPx: page.innerPx,
      heightPx: Math.max(40, Math.floor(ruleY - base * 0.7 - chartTop)),
      fontPx: base,
    },
  };
}
