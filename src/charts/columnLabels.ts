import { distinctLabels, estimateEm } from './measureText';

/** Labels below columns that stand side by side. */
export interface ColumnLabels {
  labels: string[];
  /** Lines that the highest label takes. */
  lines: number;
  /** Whether they are turned by a quarter. */
  turned: boolean;
}

/** Longest name below a narrow column, in em. */
const longest = 6;

/**
 * Names of columns: in one line where all fit; else Chinese is set upright, sign below sign, and other scripts are turned
 * by a quarter.
 */
export function columnLabels(names: readonly string[], columnPx: number, fontPx: number): ColumnLabels {
  const em = columnPx / fontPx - 0.4;
  if (names.every((name) => estimateEm(name) <= em)) return { labels: [...names], lines: 1, turned: false };
  // Beginnings of four signs still tell places apart.
  if (em >= 4) return { labels: distinctLabels(names, em), lines: 1, turned: false };
  const short = distinctLabels(names, longest);
  const isUpright = short.every((name) => estimateEm(name) === Array.from(name).length);
  const most = Math.max(1, ...short.map((name) => (isUpright ? name.length : estimateEm(name) / 1.4)));
  return {
    labels: isUpright ? short.map((name) => Array.from(name).join('\n')) : short,
    lines: Math.ceil(most),
    turned: !isUpright,
  };
}
