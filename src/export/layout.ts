import { layOutFoot } from './layoutFoot';
import { layOutHead } from './layoutHead';
import { pictureSize } from './presets';
import type { LayoutInput, Page, Scene } from './scene';

/** A page of fewer lines of its type than this gives its words one line each. */
const compactLines = 30;

/**
 * Lays a figure out as a picture: title with its mark, subtitle with unit, chart, a hairline, notes, source, address and
 * dates. Input: the figure, size, theme, words, and a measure of text. Output: a scene in CSS pixels at 1×, the same for
 * the same input; the chart gets what the words leave, legends being part of the chart.
 */
export function layOut(input: LayoutInput): Scene {
  const { widthPx, heightPx, typePx: base } = pictureSize(input);
  const compact = heightPx / base < compactLines;
  const marginPx = Math.round(base * (compact ? 1.25 : 2.2));
  const page: Page = { base, marginPx, innerPx: widthPx - 2 * marginPx, widthPx, heightPx, compact, input };
  const head = layOutHead(page);
  const foot = layOutFoot(page);
  const gap = compact ? 0.5 : 0.8;
  const ruleY = Math.round(foot.topPx - base * (compact ? 0.35 : 0.6));
  const chartTop = Math.round(head.bottomPx + base * gap);
  const rule = { x: marginPx, y: ruleY, widthPx: page.innerPx, heightPx: 1, fill: input.theme.border };
  return {
    widthPx,
    heightPx,
    background: input.theme.name === 'transparent' ? null : input.theme.surface,
    marginPx,
    boxes: [...head.boxes, rule],
    texts: [...head.blocks, ...foot.blocks],
    chart: {
      x: marginPx,
      y: chartTop,
      widthPx: page.innerPx,
      heightPx: Math.max(40, Math.floor(ruleY - base * (gap - 0.1) - chartTop)),
      fontPx: base,
    },
  };
}
