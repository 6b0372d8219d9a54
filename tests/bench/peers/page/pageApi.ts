import type { PlainAnswer } from '../plainAnswer';
import type { Question } from '../question';
import type { OverviewTimes } from './overview';

/** Begins the line of the console that tells the milliseconds of a cold start. */
export const coldStartMark = 'cold start';

/** What the runner asks of the page, which is of one contender and one folder of data. */
export interface PageApi {
  /** Milliseconds that storing the data took, whole and in parts. */
  store(): Promise<Record<string, number>>;
  /** Opens what is stored and asks; milliseconds since the page was called for. */
  coldStart(question: Question): Promise<number>;
  answers(questions: Question[]): Promise<PlainAnswer[]>;
  /** Milliseconds of each question, as many as fit into the budget and at least three. */
  refreshes(questions: Question[], budgetMs: number): Promise<number[]>;
  /** Milliseconds until the nth report to import shows in a refresh. */
  importReport(nth: number): Promise<number>;
  /** How long our own overview waits under each filter. */
  overviews(questions: Question[]): Promise<OverviewTimes[]>;
  /** Milliseconds of each question about single observations, and of what the data page does with its rows. */
  sources(): Promise<Record<string, number>>;
  /** Bytes of the page and its workers. */
  memory(): Promise<number>;
  /** The longest that the main thread was blocked since the last call, milliseconds; 0 when never for 50. */
  longestBlock(): number;
  /** Milliseconds of Dexie's `bulkAdd` of so many observations. */
  bulkAdd(count: number): Promise<number>;
}
