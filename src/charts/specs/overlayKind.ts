import { askSeries, figureKind } from './figureKind';
import { allRead, readCode, readWord } from './readParams';

interface Params {
  subject: string;
  form: 'line' | 'bar';
}

/** The years of one subject laid over each other. The filter's steps are finer than a year. */
export const overlayKind = figureKind({
  read: (stored) =>
    allRead<Params>({ subject: readCode(stored, 'subject'), form: readWord(stored, 'form', ['line', 'bar']) }),
  requests: ({ params, filter }) => ({ series: askSeries(filter, params.subject, 'none') }),
  load: async () => {
    const { yearOverlay } = await import('../yearOverlay');
    return {
      build: ({ params }, { series }, context) => yearOverlay({ answer: series, kind: params.form }, context),
    };
  },
});
