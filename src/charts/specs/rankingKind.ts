import { ranking, type RankingOrder } from '../ranking';
import { askSeries, figureKind } from './figureKind';
import { allRead, readCode, readWord } from './readParams';

interface Params {
  subject: string;
  order: RankingOrder;
}

/** Counties side by side. */
export const rankingKind = figureKind({
  read: (stored) =>
    allRead<Params>({
      subject: readCode(stored, 'subject'),
      order: readWord(stored, 'order', ['administrative', 'value']),
    }),
  requests: ({ params, filter }) => ({ series: askSeries(filter, params.subject, 'area') }),
  build: ({ params }, { series }, context) =>
    ranking({ answer: series, split: 'area', bucket: null, order: params.order }, context),
});
