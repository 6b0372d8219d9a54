/** Codes of trouble in a report; only the interface turns them into sentences. */
export const issueCodes = [
  /** The report prints no year and nobody confirmed one: periods are null. */
  'year-missing',
  /** The issuer, and with it the area, was not found. */
  'area-missing',
  'title-missing',
  /** A number with a word behind it that is no known unit. */
  'unit-unknown',
  /** Two measures came out nearly equal. */
  'measure-unclear',
  /** Two lines of work came out nearly equal. */
  'category-unclear',
  /** Only the heading tells the line of work. */
  'category-from-heading',
  /** The noun that is counted is not in the vocabulary. */
  'noun-unknown',
  /** No verb of the sentence says what was done. */
  'act-missing',
  /** The number stands under no heading that could confirm its line of work. */
  'heading-missing',
  /** A standing level or a target: more can go wrong with them than with what was done. */
  'level-or-target',
  /** A time printed in the sentence dates the number. */
  'time-printed',
  /** The period was taken over from an event told in an earlier sentence. */
  'period-from-event',
  /** Several areas are named near the number. */
  'area-named',
  /** A percentage above 100 that is no increase. */
  'rate-over-100',
  /** A list of 分别 whose numbers and things differ in count. */
  'list-length-mismatch',
] as const;
export type IssueCode = (typeof issueCodes)[number];

/** Trouble with its place in the text as given. */
export interface Issue {
  code: IssueCode;
  severity: 'error' | 'warning' | 'note';
  start: number;
  end: number;
  params: Record<string, string | number>;
}
