import { askSeries, figureKind } from './figureKind';
import { allRead, readCode } from './readParams';

interface Params {
  subject: string;
  /** Code of the city, which is among the filter's areas with the counties that are compared. */
  reference: string;
}

/** Counties over time with their city for reference. */
export const comparisonKind = figureKind({
  read: (stored) => allRead<Params>({ subject: readCode(stored, 'subject'), reference: readCode(stored, 'reference') }),
  requests: ({ params, filter }) => ({ series: askSeries(filter, params.subject, 'area') }),
  load: async () => {
    const { comparison } = await import('../comparison');
    return {
      build: ({ params: { reference } }, { series }, context) => comparison({ answer: series, reference }, context),
    };
  },
});
