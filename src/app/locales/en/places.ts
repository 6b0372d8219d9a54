import type { Dictionary } from '../dictionary';

/** Words of the counties' and the categories' own figures. */
export const places = {
  placesPage: {
    view: 'View',
    map: 'Map',
    tiles: 'Tiles',
    granularity: 'Time step',
    months: 'Months',
    quarters: 'Quarters',
    years: 'Years',
    first: 'Earlier',
    last: 'Later',
    compare: 'Counties compared',
    compareHint: (most: number) => `at most ${String(most)}`,
    noPeriods: 'Two periods are needed: widen the time or choose another time step.',
    profile: (area: string) => `Profile of ${area}`,
    place: 'Place in the city',
    noPlace: 'no value, no rank',
    backToAll: 'Back to all counties',
  },
  drill: {
    title: 'Drill down',
    hint: 'From category to measure, indicator, and every observation with its source.',
    path: 'Path',
    all: 'All categories',
    inMeasure: (name: string) => `${name} (all indicators)`,
    none: 'No data at this level',
    count: (count: number) => `${String(count)} observation${count === 1 ? '' : 's'}`,
    open: (name: string) => `Open ${name}`,
    source: (name: string) => `${name}, show source`,
    more: (count: number) => `${String(count)} more on the data page`,
    inTable: 'Show these on the data page',
  },
} satisfies Pick<Dictionary, 'placesPage' | 'drill'>;
