import type { RankingOrder } from '../ranking';
import { askSeries, figureKind } from './figureKind';
import { allRead, readCode, readWord } from './readParams';

interface Params {
  subject: string;
  order: RankingOrder;
}

/** A tile a county. */
export const tileGridKind = figureKind({
  read: (stored) =>
    allRead<Params>({
      subject: readCode(stored, 'subject'),
      order: readWord(stored, 'order', ['administrative', 'value']),
    }),
  requests: ({ params, filter }) => ({ series: askSeries(filter, params.subject, 'area') }),
  load: async () => {
    const { tileGrid } = await import('../tileGrid');
    return {
      build: ({ params: { order } }, { series }, context) =>
        tileGrid({ answer: series, split: 'area', bucket: null, order }, context),
    };
  },
});
