/** One choice of a list in the filter bar. */
export interface Option {
  code: string;
  name: string;
  /** What stands on a small button in place of the name: 11月 for 2018年11月. */
  short?: string;
  /** Beside the name, quieter: the period of a report. */
  detail?: string;
  /** Other words that a search finds it by. */
  aliases?: readonly string[];
  /** Observations that choosing it would leave; null until known. */
  count: number | null;
  /** Nothing would be left under any filter. */
  nowhere?: boolean;
}

export interface OptionGroup {
  name: string;
  options: Option[];
}

/** Whether choosing it would leave something, as far as is known. */
export const hasData = ({ count }: Pick<Option, 'count'>): boolean => count !== 0;
