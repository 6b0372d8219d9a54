import type { Answer, Question } from './question';

/** Something that answers dashboards. */
export interface Contender {
  name: string;
  /** Gets ready from what is stored. */
  open: () => Promise<void>;
  /** Answers in its own form: this is what is timed. */
  ask: (question: Question) => unknown;
  /** The answer in the common form. */
  answer: (question: Question, own: unknown) => Answer;
}
