import type { Answer, Question } from '../question';
import type { Import, World } from '../world';

/** One that is measured, ready for questions. */
export interface Opened {
  /**
   * Answers, all numbers being on the page as columns or objects; the function it gives puts them into the common form,
   * by which answers are compared and which nobody but this bench has need of: that is not measured.
   */
  ask: (question: Question) => Promise<() => Answer>;
  /** Adds a report to what is stored and to what is asked; done when the answer to the question shows it. */
  add: (report: Import, question: Question, shows: (answer: Answer) => boolean) => Promise<void>;
}

/** One that is measured: puts the data of a folder into its stored form, and opens that. */
export interface Contender {
  /** Gives parts of the time that the storing took, in milliseconds, where they are of interest. */
  store(folder: string, world: World): Promise<Record<string, number>>;
  /** The world may still be on its way: what does not depend on it need not wait. */
  open(folder: string, world: Promise<World>): Promise<Opened>;
}

/** Adds facts, then asks once: what everyone does who answers from memory. */
export async function addThenAsk(
  add: () => Promise<void>,
  ask: () => Promise<() => Answer>,
  shows: (answer: Answer) => boolean,
): Promise<void> {
  await add();
  if (!shows((await ask())())) throw new Error('the report that was added does not show');
}
