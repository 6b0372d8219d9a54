import { periodBefore } from '../../statistics/periodBefore';
import type { MovementPeriods } from '../movement';
import type { RankingOrder } from '../ranking';
import { askPlaces, figureKind } from './figureKind';
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
  requests: (spec) => {
    const { params, filter } = spec;
    const before = params.movement ? (periodBefore(filter) ?? { ...filter, from: null }) : filter;
    return {
      series: askPlaces(spec, params.subject, params.order),
      // The same question again costs nothing; an open time may begin before its first bucket.
      before: askPlaces({ ...spec, filter: before }, params.subject, params.order),
    };
  },
  load: async () => {
    const [{ ranking }, { completePair }] = await Promise.all([import('../ranking'), import('../movement')]);
    return {
      build: ({ params, filter }, { series, before }, context) => {
        const base = { answer: series, split: 'area', bucket: null, order: params.order } as const;
        if (!params.movement) return ranking(base, context);
        // A page knows the ranks of its own places alone.
        if (series.places) {
          const figure = ranking(base, context);
          return { ...figure, notes: [context.text.noteNoMovement, ...figure.notes] };
        }
        // While the time is open, its newest complete bucket is ranked against the one before that.
        const moved: MovementPeriods | null = periodBefore(filter)
          ? { now: { answer: series, bucket: null }, before: { answer: before, bucket: null } }
          : completePair(before);
        return ranking({ ...base, moved }, context);
      },
    };
  },
});
