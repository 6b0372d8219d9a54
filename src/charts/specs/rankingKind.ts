import { periodBefore } from '../../statistics/periodBefore';
import { ranking, type RankingOrder } from '../ranking';
import { askSeries, figureKind } from './figureKind';
import { readCode, readWord } from './readParams';

interface Params {
  subject: string;
  order: RankingOrder;
  /** Shows how far each county has moved since the period before. */
  movement?: boolean;
}

/** Counties side by side. */
export const rankingKind = figureKind({
  read: (stored): Params | null => {
    const subject = readCode(stored, 'subject');
    const order = readWord(stored, 'order', ['administrative', 'value']);
    if (subject === null || order === null) return null;
    return { subject, order, ...(stored['movement'] === true ? { movement: true } : {}) };
  },
  requests: ({ params, filter }) => {
    const earlier = params.movement ? periodBefore(filter) : null;
    return {
      series: askSeries(filter, params.subject, 'area'),
      ...(earlier ? { before: askSeries(earlier, params.subject, 'area') } : {}),
    };
  },
  build: ({ params }, { series, before }, context) =>
    ranking(
      {
        answer: series,
        split: 'area',
        bucket: null,
        order: params.order,
        ...(params.movement ? { before: before ?? null } : {}),
      },
      context,
    ),
});
