import { askSeries, figureKind } from './figureKind';
import { readCode } from './readParams';

interface Params {
  subject: string;
  /** Code of the city; null where none is known. */
  city: string | null;
}

/** The counties of a city on the map. */
export const countyMapKind = figureKind({
  read: (stored): Params | null => {
    const subject = readCode(stored, 'subject');
    const city = stored['city'] === null ? null : readCode(stored, 'city');
    if (subject === null || (city === null && stored['city'] !== null)) return null;
    return { subject, city };
  },
  requests: ({ params, filter }) => ({ series: askSeries(filter, params.subject, 'area') }),
  place: ({ city }) => city,
  load: async () => {
    const { countyMap } = await import('../countyMap');
    return {
      build: ({ params }, { series }, context, { boundaries }) =>
        countyMap({ answer: series, bucket: null, place: params.city ?? '', boundaries }, context),
    };
  },
});
