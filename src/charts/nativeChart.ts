import type { Status } from '../model/observation';
import { qualifierWords } from '../statistics/format';
import type { Cell } from '../statistics/query';
import { drawnValue, isApproximate, isIncomplete } from './cell';
import type { FigureContext } from './context';
import type { ChartTheme } from './theme';

/** `rows` are horizontal bars; `percent` stacks to 100 % and holds the values that the shares are made from. */
export type NativeKind = 'line' | 'bar' | 'rows' | 'stacked' | 'percent' | 'pie';

/** A colour that waits for the theme of a deck. */
export type ThemeColour = (theme: ChartTheme) => string;

export interface NativePoint {
  /** In the base unit, exact; null is a gap and never 0. */
  value: number | null;
  /** Words of the qualifier around the number: 约, 以上. */
  before: string;
  after: string;
  approximate: boolean;
  incomplete: boolean;
  /** Where a point has a colour of its own. */
  colour?: ThemeColour;
}

export interface NativeSeries {
  name: string;
  /** Targets over upright bars are lines: a combined chart. */
  status: Status;
  colour: ThemeColour;
  /** One a category. */
  points: NativePoint[];
}

/** A chart as numbers and names, for programs that draw it themselves and let people edit it. */
export interface NativeChart {
  kind: NativeKind;
  categories: string[];
  series: NativeSeries[];
  /** What every value is divided by to be in `unit`. */
  scale: number;
  /** With its scale: 万人次. */
  unit: string;
  /** Of a pie: its parts in words, and the whole. */
  list?: { parts: { name: string; value: string; share: string }[]; whole: string };
}

/** A cell as a point of an editable chart. */
export function nativePoint(cell: Cell | undefined, { language }: FigureContext): NativePoint {
  const value = drawnValue(cell);
  if (!cell || value === null) return { value: null, before: '', after: '', approximate: false, incomplete: false };
  const [before, after] = qualifierWords(cell.qualifier, language);
  return { value, before, after, approximate: isApproximate(cell), incomplete: isIncomplete(cell) };
}
