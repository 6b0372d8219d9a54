import type { AreaTree } from '../model/area';
import { categoryCodes, isCategory } from '../model/categories';
import type { DrawnSplit } from './drawnSplit';
import type { ChartTheme } from './theme';

const channels = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** Mixes two `#rrggbb` colours; `share` of the second, 0 to 1. */
export function mix(a: string, b: string, share: number): string {
  const other = channels(b);
  return `#${channels(a)
    .map((value, i) => Math.round(value + ((other[i] ?? value) - value) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Black or white, whichever reads better on a ground (WCAG relative luminance). */
export function inkOn(ground: string): '#ffffff' | '#10151c' {
  const [r = 0, g = 0, b = 0] = channels(ground).map((value) => {
    const s = value / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.19 ? '#10151c' : '#ffffff';
}

/** The n-th colour; from the eleventh on the ten return mixed towards the text, so that they still differ. */
function nthColour(index: number, theme: ChartTheme): string {
  const colour = theme.series[index % theme.series.length] ?? theme.accent;
  const round = Math.floor(index / theme.series.length);
  return round === 0 ? colour : mix(colour, theme.text, Math.min(0.6, 0.3 * round));
}

/** How many colours there are before they come round again; line dashes tell the rounds apart. */
export function colourRound(key: string, split: DrawnSplit, areas: AreaTree): number {
  return split === 'area' ? Math.floor(areaIndex(key, areas) / 10) : 0;
}

function areaIndex(key: string, areas: AreaTree): number {
  const place = areas.placeOf(key);
  const parent = areas.ancestors(place)[0];
  const siblings = parent === undefined ? areas.roots : areas.children(parent);
  return Math.max(0, siblings.indexOf(place));
}

/**
 * Colour of a series: categories by their code, areas by administrative order among their siblings, years by their number,
 * everything else the accent. The same key has the same colour in every chart and picture.
 */
export function seriesColour(key: string, split: DrawnSplit, areas: AreaTree, theme: ChartTheme): string {
  if (split === 'category' && isCategory(key)) return nthColour(categoryCodes.indexOf(key), theme);
  if (split === 'year') return nthColour(Number(key) % theme.series.length, theme);
  if (split === 'area' && areas.area(key)) return nthColour(areaIndex(key, areas), theme);
  return theme.accent;
}
