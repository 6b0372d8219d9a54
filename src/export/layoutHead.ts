import { heightOf, type Box, type Page, type TextBlock } from './scene';
import { clampLines, wrapText } from './wrapText';

const titleSizes = [2.05, 1.75, 1.5, 1.3, 1.1];
const compactTitleSizes = [1.5, 1.3, 1.1, 1];

/** 模拟数据 in a frame at the right end of the title's first line. */
function markOf({ base, marginPx, widthPx, input }: Page, topPx: number): { block: TextBlock; frame: Box } | null {
  const { mark } = input.figure;
  if (!mark) return null;
  const fontPx = base * 1.05;
  const padPx = base * 0.4;
  const lineHeightPx = fontPx * 1.5;
  const width = input.measure(mark, fontPx, 600);
  const right = widthPx - marginPx;
  const block: TextBlock = {
    role: 'mark',
    lines: [mark],
    x: right - padPx,
    y: topPx + lineHeightPx / 2,
    align: 'right',
    fontPx,
    lineHeightPx,
    weight: 600,
    colour: input.theme.rise,
  };
  const frame = {
    x: Math.round(right - width - 2 * padPx) + 1,
    y: Math.round(topPx) + 1,
    widthPx: Math.floor(width + 2 * padPx) - 2,
    heightPx: Math.floor(lineHeightPx) - 2,
    stroke: input.theme.rise,
  };
  return { block, frame };
}

/** The largest size at which the title takes two lines; the smallest takes a third, and only beyond that is it cut. */
function titleBlock({ base, marginPx, compact, input }: Page, topPx: number, roomPx: number): TextBlock {
  const weight = 600;
  const sizes = compact ? compactTitleSizes : titleSizes;
  const aim = compact ? 1 : 2;
  const at = (fontPx: number) => {
    const widthOf = (text: string) => input.measure(text, fontPx, weight);
    return { fontPx, widthOf, lines: wrapText(input.figure.title, roomPx, widthOf) };
  };
  const smallest = at((sizes.at(-1) ?? 1) * base);
  const { fontPx, widthOf, lines } =
    sizes.map((size) => at(size * base)).find((t) => t.lines.length <= aim) ?? smallest;
  const lineHeightPx = fontPx * 1.3;
  return {
    role: 'title',
    lines: clampLines(lines, aim + 1, roomPx, widthOf),
    x: marginPx,
    y: topPx + lineHeightPx / 2,
    align: 'left',
    fontPx,
    lineHeightPx,
    weight,
    colour: input.theme.title,
  };
}

/** Subtitle at the left and unit at the right of one line; the unit goes below where both do not fit. */
function subtitleBlocks(page: Page, topPx: number): TextBlock[] {
  const { base, marginPx, innerPx, widthPx, compact, input } = page;
  const fontPx = base * (compact ? 0.95 : 1.08);
  const lineHeightPx = fontPx * 1.45;
  const widthOf = (text: string) => input.measure(text, fontPx, 400);
  const style = { fontPx, lineHeightPx, weight: 400 as const, colour: input.theme.textMuted };
  const unit =
    input.figure.unit === ''
      ? []
      : clampLines(wrapText(input.text.unitLine(input.figure.unit), innerPx, widthOf), 1, innerPx, widthOf);
  const unitPx = unit.length === 0 ? 0 : widthOf(unit[0] ?? '') + base * 2;
  // A compact page keeps both on one line, so the subtitle gives way.
  const roomPx = compact ? innerPx - unitPx : innerPx;
  const limit = compact ? 1 : 2;
  const lines = clampLines(wrapText(input.figure.subtitle, roomPx, widthOf), limit, roomPx, widthOf);
  const y = topPx + lineHeightPx / 2;
  const subtitle: TextBlock = { role: 'subtitle', lines, x: marginPx, y, align: 'left', ...style };
  if (unit.length === 0) return lines.length > 0 ? [subtitle] : [];
  const beside = widthOf(lines.at(-1) ?? '') + unitPx <= innerPx;
  const row = Math.max(0, lines.length - (beside ? 1 : 0));
  const place =
    beside && lines.length > 0
      ? { x: widthPx - marginPx, align: 'right' as const }
      : { x: marginPx, align: 'left' as const };
  return [subtitle, { role: 'unit', lines: unit, y: y + row * lineHeightPx, ...place, ...style }];
}

/** Bands of the theme, title with its mark, subtitle with unit; `bottomPx` is where they end. */
export function layOutHead(page: Page): { blocks: TextBlock[]; boxes: Box[]; bottomPx: number } {
  const { base, marginPx, innerPx, input } = page;
  const thickPx = [Math.round(base * 0.55), Math.max(2, Math.round(base * 0.12))];
  const bands = input.theme.bands.map((fill, i) => ({
    x: 0,
    y: i === 0 ? 0 : (thickPx[0] ?? 0),
    widthPx: page.widthPx,
    heightPx: thickPx[i] ?? 0,
    fill,
  }));
  const mark = markOf(page, marginPx);
  const markPx = mark ? mark.frame.widthPx + base : 0;
  const title = titleBlock(page, marginPx, innerPx - markPx);
  const top = marginPx + Math.max(heightOf(title), mark ? heightOf(mark.block) : 0);
  const blocks = [title, ...(mark ? [mark.block] : []), ...subtitleBlocks(page, top + base * 0.15)];
  const bottomPx = Math.max(...blocks.map((block) => block.y - block.lineHeightPx / 2 + heightOf(block)));
  return { blocks, boxes: [...bands, ...(mark ? [mark.frame] : [])], bottomPx };
}
