import { askSplit, figureKind } from './figureKind';
import { allRead, readCode, readWord } from './readParams';

interface Params {
  subject: string;
  split: 'area' | 'category';
  form: 'line' | 'bar';
}

/** A small chart for each county or category, on one scale. */
export const multiplesKind = figureKind({
  read: (stored) =>
    allRead<Params>({
      subject: readCode(stored, 'subject'),
      split: readWord(stored, 'split', ['area', 'category']),
      form: readWord(stored, 'form', ['line', 'bar']),
    }),
  requests: (spec) => askSplit(spec, 24),
  load: async () => {
    const { smallMultiples } = await import('../smallMultiples');
    return {
      build: ({ params: { split, form } }, { series }, context) =>
        smallMultiples({ answer: series, split, kind: form }, context),
    };
  },
});
