import type { Split } from '../../statistics/query';
import type { TrendKind } from '../trend';
import { askSplit, figureKind } from './figureKind';
import { allRead, readCode, readWord } from './readParams';

interface Params {
  subject: string;
  split: Split;
  form: TrendKind;
}

/** One subject over time, whole or split. */
export const trendKind = figureKind({
  read: (stored) =>
    allRead<Params>({
      subject: readCode(stored, 'subject'),
      split: readWord(stored, 'split', ['none', 'area', 'category']),
      form: readWord(stored, 'form', ['line', 'bar', 'stacked', 'share']),
    }),
  requests: (spec) => askSplit(spec, 16),
  load: async () => {
    const { trend } = await import('../trend');
    return {
      build: ({ params: { split, form } }, { series }, context) =>
        // A few of thousands are no whole: neither a stack of them nor a share.
        trend({ answer: series, split, kind: series.places ? 'line' : form }, context),
    };
  },
});
