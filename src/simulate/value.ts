import { chance } from './random';
import type { Season, SimulatedLine } from './lines';

/** Share of a year's total that falls into each month, January first; each adds up to 1. */
const seasons: Readonly<Record<Season, readonly number[]>> = {
  even: [0.07, 0.06, 0.09, 0.09, 0.09, 0.09, 0.08, 0.08, 0.09, 0.08, 0.09, 0.09],
  winter: [0.52, 0.18, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.02, 0.02, 0.03, 0.17],
  summer: [0, 0, 0, 0, 0.02, 0.16, 0.42, 0.34, 0.06, 0, 0, 0],
  autumn: [0, 0, 0.02, 0.02, 0.03, 0.04, 0.09, 0.36, 0.24, 0.11, 0.06, 0.03],
  spring: [0.03, 0.08, 0.17, 0.16, 0.13, 0.1, 0.07, 0.06, 0.07, 0.06, 0.04, 0.03],
  march: [0.03, 0.05, 0.33, 0.11, 0.08, 0.07, 0.06, 0.05, 0.07, 0.06, 0.05, 0.04],
  may: [0.01, 0.01, 0.05, 0.28, 0.36, 0.08, 0.04, 0.04, 0.05, 0.04, 0.03, 0.01],
};
const yearlyGrowth = 1.06;

/** A county, with its size among the others, in a month counted from year 0. */
export interface Moment {
  seed: number;
  area: string;
  weight: number;
  month: number;
}

/** Sizes of counties differ by up to five: the same county has the same size always. */
export function weightOf(seed: number, area: string): number {
  return 0.35 + 1.5 * chance(seed, 'weight', area) ** 2;
}

/** Whole units; money in hundreds of yuan, rates with one decimal. */
function rounded(value: number, { unit }: SimulatedLine): number {
  if (unit === '%') return Math.min(100, Math.round(value * 10) / 10);
  return unit === '元' ? Math.round(value / 100) * 100 : Math.round(value);
}

/**
 * What truly happened in a county in a month, before anybody reports it; a level or a rate at its end.
 * Output: at least 0, in the unit of the line.
 */
export function trueValue(line: SimulatedLine, { seed, area, weight, month }: Moment): number {
  const years = month / 12 - 2022;
  const noise = 0.72 + 0.56 * chance(seed, line.label, area, month);
  if (line.kind === 'rate') return rounded(line.yearly + years + 6 * (noise - 1), line);
  if (line.kind === 'stock') return rounded(line.yearly * weight * (1 + 0.045 * years) * (1 + 0.002 * noise), line);
  const share = seasons[line.season][((month % 12) + 12) % 12] ?? 0;
  const whole = line.yearly * weight * share * yearlyGrowth ** years * noise;
  return rounded(line.part ? whole * line.part.share : whole, line);
}
