/** Colours and type of a chart, resolved: charts, exports and slides draw from it without a DOM. */
export interface ChartTheme {
  name: 'light' | 'dark';
  background: string;
  surface: string;
  text: string;
  textMuted: string;
  axis: string;
  grid: string;
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
  fontFamily: string;
}
