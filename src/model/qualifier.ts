export const qualifiers = ['exact', 'about', 'nearly', 'over', 'under'] as const;
/** How a printed number bounds the true one: 约 about, 近 nearly, 多/余/以上 over, 不足/以内 under. */
export type Qualifier = (typeof qualifiers)[number];

/**
 * Qualifier of the sum of two qualified numbers.
 * Bounds in one direction survive (1000多 + 200多 is 1200以上, over + exact is over); exact + nearly, and bounds that
 * pull apart, leave only "about". Commutative and associative, with `exact` as neutral element except beside `nearly`.
 */
export function combineQualifiers(a: Qualifier, b: Qualifier): Qualifier {
  if (a === b) return a;
  if (a === 'about' || b === 'about') return 'about';
  const other = a === 'exact' ? b : b === 'exact' ? a : null;
  if (other === 'over' || other === 'under') return other;
  return 'about';
}
