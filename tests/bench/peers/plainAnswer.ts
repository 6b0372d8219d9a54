import type { Answer, Sums } from './question';

type PlainSums = Record<keyof Sums, number[]>;

/** An answer as it crosses to the runner. */
export type PlainAnswer = { [Part in keyof Answer]: Answer[Part] extends Sums ? PlainSums : number[] };

const plainSums = ({ value, counted, qualifier }: Sums): PlainSums => ({
  value: [...value],
  counted: [...counted],
  qualifier: [...qualifier],
});

/** An answer without typed arrays. */
export function toPlain({ byMonth, byArea, byCategory, totals, coverage }: Answer): PlainAnswer {
  return {
    byMonth: plainSums(byMonth),
    byArea: plainSums(byArea),
    byCategory: plainSums(byCategory),
    totals: plainSums(totals),
    coverage: [...coverage],
  };
}

const sumsFrom = ({ value, counted, qualifier }: PlainSums): Sums => ({
  value: Float64Array.from(value),
  counted: Uint32Array.from(counted),
  qualifier: Uint8Array.from(qualifier),
});

/** An answer as the page had it. */
export function fromPlain({ byMonth, byArea, byCategory, totals, coverage }: PlainAnswer): Answer {
  return {
    byMonth: sumsFrom(byMonth),
    byArea: sumsFrom(byArea),
    byCategory: sumsFrom(byCategory),
    totals: sumsFrom(totals),
    coverage: Uint8Array.from(coverage),
  };
}
