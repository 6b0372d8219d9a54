import { officialHead, officialRoles } from './officialRoles';
import { fontFamily, themes, type ThemeName } from './tokens';

/** Colours and type of a chart, resolved: charts, exports and slides draw from it without a DOM. */
export interface ChartTheme {
  name: PictureThemeName | ThemeName;
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
  /** Title of a picture. */
  title: string;
  /** Full bands across the head of a picture, the upper first. */
  bands: readonly string[];
}

/** Themes of pictures, in the order of menus; `transparent` is light ink without a ground. */
export const pictureThemeNames = ['light', 'dark', 'transparent', 'official'] as const;
export type PictureThemeName = (typeof pictureThemeNames)[number];

const rolesOf = (name: PictureThemeName | ThemeName) =>
  name === 'official' ? officialRoles : name === 'transparent' ? themes.light : themes[name];

/** The chart theme of a name. */
export function chartTheme(name: PictureThemeName | ThemeName): ChartTheme {
  const roles = rolesOf(name);
  const head = name === 'official' ? officialHead : { title: roles.text, bands: [] };
  return { ...roles, ...head, name, fontFamily };
}
