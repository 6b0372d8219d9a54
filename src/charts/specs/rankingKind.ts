import { periodBefore } from '../../statistics/periodBefore';
import type { RankingOrder } from '../ranking';
import { askSeries, figureKind } from './figureKind';
import { allRead, readCode, readWord } from './readParams';

interface Params {
  subject: string;
  order: RankingOrder;
  /** Whether each county shows how far it has moved since the period before. */
  movement: boolean;
}

/** Counties side by side. */
export const rankingKind = figureKind({
  read: (stored) =>
    allRead<Params>({
      subject: readCode(stored, 'subject'),
      order: readWord(stored, 'order', ['administrative', 'value']),
      movement: stored['movement'] === true,
    }),
  requests: ({ params, filter }) => ({
    series: askSeries(filter, params.subject, 'area'),
    // Without a period before, the same question again costs nothing and is not drawn.
    before: askSeries((params.movement ? periodBefore(filter) : null) ?? filter, params.subject, 'area'),
  }),
  load: async () => {
    const { ranking } = await import('../ranking');
    return {
      build: ({ params, filter }, { series, before }, context) => {
        const base = { answer: series, split: 'area', bucket: null, order: params.order } as const;
        if (!params.movement) return ranking(base, context);
        return ranking({ ...base, before: periodBefore(filter) ? before : null }, context);
      },
    };
  },
});
