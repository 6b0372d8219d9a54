import { officialScreen } from './officialRoles';
import { wallRoles } from './wallRoles';

/**
 * Design tokens, plain data: screen, charts, pictures and slides take their colours and type from here without a DOM.
 * Tiers: `palette` (what a colour is) → roles of `themes` (what it is for) → CSS custom properties (`tokensCss`).
 */

/** Chinese first; single quotes, because the stack is printed into SVG attributes. */
export const fontFamily = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

const palette = {
  white: '#ffffff',
  grey50: '#f5f7fa',
  grey100: '#edf0f4',
  grey200: '#dde2ea',
  grey300: '#c3cad5',
  grey400: '#8b96a5',
  grey500: '#6b7686',
  grey600: '#566171',
  grey900: '#1b232e',
  night900: '#11151b',
  night800: '#191f27',
  night700: '#222a34',
  night600: '#2f3945',
  night500: '#445060',
  night300: '#8793a3',
  night200: '#a9b3c0',
  night50: '#e8ecf2',
  blue50: '#e9f0fb',
  blue600: '#1f5fbf',
  blue700: '#184c99',
  blue300: '#7fb0f5',
  blue900: '#1b2d4a',
  red600: '#c02b26',
  red300: '#ff7d73',
  green700: '#1a7a47',
  green300: '#4fc98b',
  amber700: '#8a5a00',
  amber300: '#ebb647',
} as const;

/** Ten hues that stay ≥ 3:1 on their surface and apart under the three colour-blindnesses, in the same order in both. */
const seriesLight = [
  palette.blue600,
  '#c08500',
  '#23a2aa',
  '#923e66',
  '#1e8a54',
  '#677edd',
  '#b05c02',
  '#5c4199',
  '#982a10',
  '#7f6a91',
] as const;
const seriesDark = [
  '#6ea3f0',
  '#dcd970',
  '#11cdd0',
  '#ff97a3',
  '#8fb064',
  '#bae0f8',
  '#bf7a00',
  '#6169c2',
  '#b94d56',
  '#aa8898',
] as const;

const light = {
  background: palette.grey50,
  surface: palette.white,
  surfaceRaised: palette.white,
  surfaceSunken: palette.grey100,
  border: palette.grey200,
  borderStrong: palette.grey400,
  text: palette.grey900,
  textMuted: palette.grey600,
  axis: palette.grey400,
  grid: '#e6eaf0',
  accent: palette.blue600,
  accentStrong: palette.blue700,
  accentSoft: palette.blue50,
  onAccent: palette.white,
  header: palette.white,
  onHeader: palette.grey600,
  headerInk: palette.grey900,
  headerEdge: palette.grey200,
  rise: palette.red600,
  fall: palette.green700,
  warning: palette.amber700,
  danger: palette.red600,
  focus: palette.blue600,
  unreported: '#b4bdc9',
  unmentioned: palette.grey500,
  noData: '#eef1f5',
  ramp: ['#dce8f8', '#b3cdf0', '#82abe3', '#5287d2', '#2c66b8', '#15468c'],
  series: seriesLight,
  shadowSmall: '0 1px 2px rgb(20 30 45 / 6%)',
  shadowLarge: '0 8px 28px rgb(20 30 45 / 14%)',
};

/** Roles: every colour on screen, in a chart or in a picture is one of these. */
export type ThemeRoles = {
  [Role in keyof typeof light]: (typeof light)[Role] extends string ? string : readonly string[];
};

export const themes = {
  light,
  dark: {
    background: palette.night900,
    surface: palette.night800,
    surfaceRaised: palette.night700,
    surfaceSunken: '#141920',
    border: palette.night600,
    borderStrong: palette.night300,
    text: palette.night50,
    textMuted: palette.night200,
    axis: '#758294',
    grid: '#2a323d',
    accent: palette.blue300,
    accentStrong: '#a9caf9',
    accentSoft: palette.blue900,
    onAccent: '#0d1a2c',
    header: palette.night800,
    onHeader: palette.night200,
    headerInk: palette.night50,
    headerEdge: palette.night600,
    rise: palette.red300,
    fall: palette.green300,
    warning: palette.amber300,
    danger: palette.red300,
    focus: palette.blue300,
    unreported: palette.night500,
    unmentioned: palette.night300,
    noData: '#202731',
    ramp: ['#22344e', '#2d4d79', '#3a69a6', '#5289cf', '#7fb0f5', '#b9d5fb'],
    series: seriesDark,
    shadowSmall: '0 1px 2px rgb(0 0 0 / 40%)',
    shadowLarge: '0 8px 28px rgb(0 0 0 / 55%)',
  },
  official: officialScreen,
  wall: wallRoles,
} as const satisfies Record<string, ThemeRoles>;

/** Themes of the screen. */
export type ThemeName = keyof typeof themes;

/** Pixels; multiples of 4. */
export const spacing = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 20, 6: 24, 7: 32, 8: 48 } as const;

/** Pixels. */
export const radii = { 1: 4, 2: 8, 3: 12, round: 999 } as const;

/** Size and line height in pixels; figures are tabular at every step. */
export const typeScale = {
  caption: [12, 18],
  small: [13, 20],
  body: [14, 22],
  heading: [16, 24],
  title: [20, 28],
  number: [28, 36],
  display: [36, 44],
} as const;

/** How much larger type is in the large-type mode and on a wall. */
export const largeType = 1.25;
