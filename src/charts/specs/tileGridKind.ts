import type { RankingOrder } from '../ranking';
import { askPlaces, figureKind } from './figureKind';
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
  requests: (spec) => ({ series: askPlaces(spec, spec.params.subject, spec.params.order, 24) }),
  load: async () => {
    const { tileGrid } = await import('../tileGrid');
    return {
      build: ({ params: { order } }, { series }, context) =>
        tileGrid({ answer: series, split: 'area', bucket: null, order }, context),
    };
  },
});
