import type { Area } from '../model/area';
import { chance } from './random';

/** Who issues what, where not every federation reports nearly every month. */
export interface Schedule {
  /** Whether a place reports on a month, counted from year 0. */
  isMonthly: (place: string, month: number) => boolean;
  /** Share of its quarters, half-years and years on which it sums up, 0 to 1. */
  summaries: (place: string) => number;
}

interface Plan {
  seed: number;
  /** Prefectures and counties report; others are ignored. */
  areas: readonly Area[];
  firstMonth: number;
  months: number;
  /** Monthly reports of all together. */
  reports: number;
}

/** How many months each rank reports on: in proportion to 1 / rank, but once at least and never more than there are. */
function quotas(ranks: number, { months, reports }: Plan): number[] {
  const made = (scale: number) =>
    Array.from({ length: ranks }, (_, rank) => Math.max(1, Math.min(months, Math.round(scale / (rank + 1)))));
  let [low, high] = [0, months * ranks];
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (made(middle).reduce((sum, count) => sum + count, 0) < reports) low = middle;
    else high = middle;
  }
  return made(high);
}

/**
 * Spreads reports over places as they are in truth: a few report every month, most hardly ever, everybody once at least.
 * The shares follow Zipf's law; who comes first, and which months are reported on, the seed decides.
 */
export function skewedSchedule(plan: Plan): Schedule {
  const { seed, firstMonth, months } = plan;
  const places = plan.areas.filter(({ level, code, place }) => level !== 'province' && code === place);
  const ranked = places.map(({ place }) => ({ place, at: chance(seed, 'rank', place) })).sort((a, b) => a.at - b.at);
  const counts = quotas(ranked.length, plan);
  const monthsOf = new Map(
    ranked.map(({ place }, rank) => {
      const drawn = Array.from({ length: months }, (_, i) => ({
        month: firstMonth + i,
        at: chance(seed, 'reports', place, firstMonth + i),
      }));
      drawn.sort((a, b) => a.at - b.at);
      return [place, new Set(drawn.slice(0, counts[rank]).map(({ month }) => month))];
    }),
  );
  return {
    isMonthly: (place, month) => monthsOf.get(place)?.has(month) ?? false,
    summaries: (place) => (monthsOf.get(place)?.size ?? 0) / months,
  };
}
