/** One figure of a benchmark: what was timed, and its ratio to something timed in the same run. */
export type BenchFigure = Record<string, string | number>;

/** A benchmark: `npm run bench` prints each of its figures as one JSON line. */
export interface Bench {
  name: string;
  /** Gives figures all at once, or one by one where they take long. */
  run(): Promise<BenchFigure[]> | AsyncIterable<BenchFigure>;
}

/** Median milliseconds of `runs` calls of `work`, after one call to warm up. */
export function medianMs(work: () => unknown, runs: number): number {
  work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? NaN;
}
