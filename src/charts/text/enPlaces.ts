import { formatValue } from '../../statistics/format';
import type { zhPlaceText } from './zhPlaces';

const exact = (count: number) => formatValue(count, { language: 'en', style: 'exact' });

/** Words of the figures that lay places and categories side by side. */
export const enPlaceText: typeof zhPlaceText = {
  heatMapTitle: (title) => `${title}, heat map`,
  matrixTitle: (scope, subject) => `${subject} by category and county, ${scope}`,
  slopeTitle: (title, first, last) => `${title}: ${first} and ${last}`,
  comparisonTitle: (scope, subject, place) => `${subject} compared, ${scope}, beside ${place}`,
  tilesTitle: (scope, subject) => `${subject}, tiles, ${scope}`,
  reported: 'Reported',
  zero: '0 (as reported)',
  heatMap: 'heat map',
  matrix: 'categories and counties',
  slope: 'two periods',
  comparison: 'comparison',
  tiles: 'tiles',
  change: 'Change',
  movement: 'Rank change',
  movedUp: (count) => `up ${String(count)}`,
  movedDown: (count) => `down ${String(count)}`,
  movedNot: 'unchanged',
  rankOf: (rank, count) => `no. ${String(rank)} of ${String(count)} with a value`,
  noMovement: {
    'no-value': 'no value in this period',
    'base-unreported': 'not reported in the period before',
    'base-unmentioned': 'not mentioned in the period before',
    incomplete: 'only some months of this period are reported',
    'base-incomplete': 'only some months of the period before are reported',
    'no-base': 'no comparable value in the period before',
  },
  noteMovement: (now, before) => `Rank changes: ${now} against ${before}`,
  noteNoPeriodBefore: 'No rank change: there are no two periods in a row with all their months reported',
  placesShown: ({ order, most, from, total }) => {
    const [first = '', last = '', all = ''] = [from + 1, Math.min(from + most, total), total].map(exact);
    return `${order === 'value' ? 'Ranks' : 'Nos.'} ${first}–${last} of ${all}`;
  },
  noteNoMovement: 'Too many places for one page: movement in rank is not shown',
  noteReference: (place) => `The dashed line is the number of ${place}, not the sum of the places shown`,
  noteReferenceApart: (place) =>
    `Above is the number of ${place}, on a scale of its own; it is not the sum of the places below`,
  panelTitle: (name, unit) => (unit === '' ? name : `${name} (${unit})`),
};
