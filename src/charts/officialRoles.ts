import type { ThemeRoles } from './tokens';

/** The roles that a chart or picture draws with. */
export type ChartRoles = Pick<
  ThemeRoles,
  | 'background'
  | 'surface'
  | 'text'
  | 'textMuted'
  | 'axis'
  | 'grid'
  | 'border'
  | 'series'
  | 'ramp'
  | 'accent'
  | 'rise'
  | 'fall'
  | 'unreported'
  | 'unmentioned'
  | 'noData'
>;

/** 政务红: flag red and gold on warm white, for reports and slides of an official occasion; pictures only. */
export const officialRoles: ChartRoles = {
  background: '#fbf5e9',
  surface: '#fffcf5',
  text: '#2b1512',
  textMuted: '#6a4a40',
  axis: '#9c8577',
  grid: '#efe4d6',
  border: '#e3d2bc',
  accent: '#b3161b',
  rise: '#b3161b',
  fall: '#1a7a47',
  unreported: '#c4b3a3',
  unmentioned: '#7d6557',
  noData: '#f5ecdf',
  ramp: ['#f9e3d8', '#f0bfae', '#e2917f', '#cf5d52', '#ad2226', '#740b11'],
  series: [
    '#b3161b',
    '#b98500',
    '#1f5fbf',
    '#1f979f',
    '#5c4199',
    '#1e8a54',
    '#550707',
    '#262060',
    '#923e66',
    '#7f6a91',
  ],
};

/** Title and bands across the head of a picture in 政务红, the upper first. */
export const officialHead = { title: '#9c0f14', bands: ['#b3161b', '#d9a520'] } as const;

/** 政务红 for the screen: the same ink on the same paper, with what only an interface needs. */
export const officialScreen: ThemeRoles = {
  ...officialRoles,
  fall: '#166a3d',
  surfaceRaised: '#fffdf9',
  surfaceSunken: '#f5ecdf',
  borderStrong: '#9c8577',
  accentStrong: '#8f0f14',
  accentSoft: '#fbeae3',
  onAccent: '#fff8ec',
  header: officialHead.title,
  onHeader: '#fff1d6',
  headerInk: '#fff8ec',
  headerEdge: '#d9a520',
  warning: '#7d5200',
  danger: '#b3161b',
  focus: '#b3161b',
  shadowSmall: '0 1px 2px rgb(80 30 20 / 8%)',
  shadowLarge: '0 8px 28px rgb(80 30 20 / 16%)',
};
