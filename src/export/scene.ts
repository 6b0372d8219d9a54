import type { Figure } from '../charts/figure';
import type { ChartTheme } from '../charts/theme';
import type { ChartText } from '../charts/text/zh';
import type { OwnSize, PresetId } from './presets';
import type { FontWeight, MeasureText } from './wrapText';

/** Lines of one style; `y` is the middle of the first line. All in CSS pixels of the picture at 1×. */
export interface TextBlock {
  role: 'title' | 'subtitle' | 'unit' | 'mark' | 'notes' | 'source' | 'date' | 'address';
  lines: string[];
  x: number;
  y: number;
  align: 'left' | 'right';
  fontPx: number;
  lineHeightPx: number;
  weight: FontWeight;
  colour: string;
}

/** A filled or outlined rectangle. */
export interface Box {
  x: number;
  y: number;
  widthPx: number;
  heightPx: number;
  fill?: string;
  stroke?: string;
}

/** A finished picture, laid out and not yet drawn. */
export interface Scene {
  widthPx: number;
  heightPx: number;
  /** Null for a transparent picture. */
  background: string | null;
  /** Nothing but bands is drawn outside of it. */
  marginPx: number;
  /** Bands of the theme, hairline between chart and footer, frame of the mark. */
  boxes: Box[];
  texts: TextBlock[];
  chart: { x: number; y: number; widthPx: number; heightPx: number; fontPx: number };
}

export interface LayoutInput {
  figure: Pick<Figure, 'title' | 'subtitle' | 'unit' | 'notes' | 'source' | 'asOf' | 'mark'>;
  preset: PresetId;
  ownSize?: OwnSize | null;
  theme: ChartTheme;
  text: ChartText;
  /** ISO date of making; null leaves it out. */
  exportedOn: string | null;
  /** Short address that reopens the view; null leaves it out. */
  address?: string | null;
  measure: MeasureText;
}

/** What the parts of a layout share. `base` is the type size; a compact page has few lines of it. */
export interface Page {
  base: number;
  marginPx: number;
  innerPx: number;
  widthPx: number;
  heightPx: number;
  compact: boolean;
  input: LayoutInput;
}

/** Height of a block, in pixels. */
export const heightOf = ({ lines, lineHeightPx }: TextBlock) => lines.length * lineHeightPx;
