/** A point of the calendar as printed; absent parts were not printed. */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
}

/** Words for a span without a number in it. */
export type TimeWord =
  | 'thisYear'
  | 'lastYear'
  | 'lastSamePeriod'
  | 'nextYear'
  | 'thisMonth'
  | 'firstHalf'
  | 'secondHalf'
  | 'wholeYear'
  | 'quarter'
  | 'firstQuarters'
  | 'now'
  | 'yearEnd'
  | 'monthEnd';

/** One printed time. Numbers inside it are no observations. */
export interface TimeMention {
  start: number;
  end: number;
  /** `duration` is a length (五年, 3天) or a clock time: it dates nothing. */
  kind: 'date' | 'duration' | 'word';
  from: DateParts;
  /** Same as `from` for a single date. */
  to: DateParts;
  word: TimeWord | null;
  /** Quarter 1 to 4 when `word` is `quarter`; how many of them when it is `firstQuarters` (前三季度). */
  quarter: number;
  /** 截至, 截止, 至 … 末: everything up to it. */
  until: boolean;
  /** … 前, … 之前: a deadline. */
  before: boolean;
  /** … 以来, … 起: since then. */
  since: boolean;
}
