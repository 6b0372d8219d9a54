import { distinctLabels, estimateEm, fittingLabels } from './measureText';

/** Labels below columns that stand side by side. */
export interface ColumnLabels {
  labels: string[];
  /** Lines that the highest label takes. */
  lines: number;
  /** Whether they are turned by a quarter. */
  turned: boolean;
}

/** Longest name below a narrow column in em: upright, and turned. */
const [longest, longestTurned] = [6, 10];

/**
 * Names of columns: in one line where all fit, or in two; else Chinese is set upright, sign below sign, and other scripts
 * are turned by a quarter.
 */
export function columnLabels(names: readonly string[], columnPx: number, fontPx: number): ColumnLabels {
  const em = columnPx / fontPx - 0.4;
  if (names.every((name) => estimateEm(name) <= em)) return { labels: [...names], lines: 1, turned: false };
  // In two lines of three signs a place can still be told from another.
  if (em >= 2.8) {
    return { labels: fittingLabels(names, em, 2), lines: 2, turned: false };
  }
  const isUpright = names.every((name) => estimateEm(name) === Array.from(name).length);
  const short = distinctLabels(names, isUpright ? longest : longestTurned);
  const most = Math.max(1, ...short.map((name) => (isUpright ? name.length : estimateEm(name) / 1.4)));
  return {
    labels: isUpright ? short.map((name) => Array.from(name).join('\n')) : short,
    lines: Math.ceil(most),
    turned: !isUpright,
  };
}
