/** A class of a map legend: from (inclusive) to (exclusive; the last includes it). */
export interface ValueClass {
  from: number;
  to: number;
}

const round = (value: number) => Number(value.toPrecision(12));

/** The next 1, 2, 2.5, 5 × 10ⁿ that is not below a positive number. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= value * (1 - 1e-9)) ?? 10;
  return round(step * power);
}

/**
 * Classes with round borders that cover all values, at most `count`. Equal steps from zero; where one value dwarfs the
 * others (more than eight times the median) the steps grow 1–2–5–10 instead, so that the small ones still differ.
 * Values must be finite and not negative; no positive value gives no class.
 */
export function valueClasses(values: readonly number[], count: number): ValueClass[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const max = sorted.at(-1);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  if (max === undefined || median === undefined) return [];
  const borders = [0];
  if (max > 8 * median && sorted.length > 2) {
    const ladder = [niceAbove(max)];
    while (ladder.length < count - 1) {
      const top = ladder[0] ?? 1;
      const digit = Math.round(top / 10 ** Math.floor(Math.log10(top) + 1e-9));
      ladder.unshift(round(digit === 5 ? top * 0.4 : top / 2));
      if ((ladder[0] ?? 0) <= (sorted[0] ?? 0)) break;
    }
    borders.push(...ladder);
  } else {
    const raw = max / count;
    const step = values.every(Number.isInteger) ? Math.max(1, niceAbove(raw)) : niceAbove(raw);
    for (let i = 1; round(step * (i - 1)) < max; i++) borders.push(round(step * i));
  }
  return borders.slice(1).map((to, i) => ({ from: borders[i] ?? 0, to }));
}
