import { Remembered } from './remembered';

/** Gives what is known of a key beside something, else what is made now. */
type Sharing = <T>(beside: object, key: string, make: () => Promise<T>) => Promise<T>;

/**
 * Parts of a page ask the same at the same time: an answer is kept for the next until it is quiet. What has failed is not
 * kept, and nothing is kept of another object than the last.
 */
export function askedTogether(quiet: () => Promise<void>): Sharing {
  let kept: { beside: object; answers: Remembered<string, unknown> } | null = null;
  const forgetLater = async (mine: typeof kept) => {
    await quiet();
    if (kept === mine) kept = null;
  };
  return <T>(beside: object, key: string, make: () => Promise<T>): Promise<T> => {
    if (kept?.beside !== beside) {
      kept = { beside, answers: new Remembered() };
      void forgetLater(kept);
    }
    return kept.answers.get(key, make) as Promise<T>;
  };
}
