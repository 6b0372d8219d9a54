import type { CompositionKind } from '../composition';
import { askSeries, figureKind } from './figureKind';
import { allRead, readCode, readWord } from './readParams';

interface Params {
  subject: string;
  form: CompositionKind;
}

/** What one subject is made of by category, over the whole range. */
export const compositionKind = figureKind({
  read: (stored) =>
    allRead<Params>({ subject: readCode(stored, 'subject'), form: readWord(stored, 'form', ['donut', 'treemap']) }),
  requests: ({ params, filter }) => ({ series: askSeries(filter, params.subject, 'category') }),
  load: async () => {
    const { composition } = await import('../composition');
    return {
      build: ({ params }, { series }, context) =>
        composition({ answer: series, split: 'category', bucket: null, kind: params.form }, context),
    };
  },
});
