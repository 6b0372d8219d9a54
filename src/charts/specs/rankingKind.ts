import { periodBefore } from '../../statistics/periodBefore';
import type { Filter, SeriesResult } from '../../statistics/query';
import type { MovementPeriods } from '../movement';
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
    // The same question again costs nothing; an open time may begin before its first bucket.
    before: askSeries(
      params.movement ? (periodBefore(filter) ?? { ...filter, from: null }) : filter,
      params.subject,
      'area',
    ),
  }),
  load: async () => {
    const [{ ranking }, { completePair }] = await Promise.all([import('../ranking'), import('../movement')]);
    /** The chosen time and as long a time before; while it is open, its newest complete bucket and the one before that. */
    const movedIn = (filter: Filter, series: SeriesResult, before: SeriesResult): MovementPeriods | null =>
      periodBefore(filter)
        ? { now: { answer: series, bucket: null }, before: { answer: before, bucket: null } }
        : completePair(before);
    return {
      build: ({ params, filter }, { series, before }, context) => {
        const base = { answer: series, split: 'area', bucket: null, order: params.order } as const;
        if (!params.movement) return ranking(base, context);
        return ranking({ ...base, moved: movedIn(filter, series, before) }, context);
      },
    };
  },
});
