import type { Split } from '../statistics/query';

/** What tells the series of a figure apart: a split that was asked for, or the years of one series laid over each other. */
export type DrawnSplit = Split | 'year';
