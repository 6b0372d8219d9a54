import type { Qualifier } from '../model/qualifier';
import { chance } from './random';

/** A value as a report prints it: some are rounded and say so. */
export interface PrintedValue {
  value: number;
  qualifier: Qualifier;
  surface: string;
}

const steps = (value: number) => 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);

function withScale(value: number, unit: string): string {
  return value >= 10_000 && value % 100 === 0 ? `${String(value / 10_000)}万${unit}` : `${String(value)}${unit}`;
}

/** Prints a value: one in six is rounded to two digits as …余 (over), 近 (nearly) or 约 (about). */
export function printed(value: number, unit: string, ...seed: readonly (string | number)[]): PrintedValue {
  const throwOf = chance('print', ...seed);
  if (unit === '%' || value < 100 || throwOf > 0.17)
    return { value, qualifier: 'exact', surface: withScale(value, unit) };
  const step = steps(value);
  if (throwOf < 0.09) {
    const floor = Math.floor(value / step) * step;
    return { value: floor, qualifier: 'over', surface: `${withScale(floor, '')}余${unit}` };
  }
  const nearly = throwOf < 0.13;
  const near = (nearly ? Math.ceil(value / step) : Math.round(value / step)) * step;
  return {
    value: near,
    qualifier: nearly ? 'nearly' : 'about',
    surface: `${nearly ? '近' : '约'}${withScale(near, unit)}`,
  };
}
