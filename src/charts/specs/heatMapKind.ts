import type { RankingOrder } from '../ranking';
import { askPlaces, figureKind } from './figureKind';
import { allRead, readCode, readWord } from './readParams';

interface Params {
  subject: string;
  order: RankingOrder;
}

/** Counties by bucket. */
export const heatMapKind = figureKind({
  read: (stored) =>
    allRead<Params>({
      subject: readCode(stored, 'subject'),
      order: readWord(stored, 'order', ['administrative', 'value']),
    }),
  requests: (spec) => ({ series: askPlaces(spec, spec.params.subject, spec.params.order, 24) }),
  load: async () => {
    const { heatMap } = await import('../heatMap');
    return {
      build: ({ params: { order } }, { series }, context) => heatMap({ answer: series, split: 'area', order }, context),
    };
  },
});
