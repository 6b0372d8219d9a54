import { fontFamily, themes } from './tokens';

/** Colours and type of a chart, resolved: charts, exports and slides draw from it without a DOM. */
export interface ChartTheme {
  name: ThemeName;
  background: string;
  surface: string;
  text: string;
  textMuted: string;
  axis: string;
  grid: string;
  /** Hairlines of frames and tooltips. */
  border: string;
  /** Categorical colours, assigned by key so that a county or category keeps its colour everywhere. */
  series: readonly string[];
  /** Sequential ramp for maps and heat maps, low to high. */
  ramp: readonly string[];
  accent: string;
  rise: string;
  fall: string;
  /** Fill of 未报 (no report) and 未提及 (not mentioned). */
  unreported: string;
  unmentioned: string;
  /** Ground below a hatched or empty region. */
  noData: string;
  fontFamily: string;
}

export type ThemeName = 'light' | 'dark';

/** The chart theme of a name. */
export function chartTheme(name: ThemeName): ChartTheme {
  return { ...themes[name], name, fontFamily };
}
