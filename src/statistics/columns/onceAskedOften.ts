/**
 * Of so many questions the next is worth what takes as long as many of them: a report that comes anew, or a start, is
 * followed by a few.
 */
export const often = 3;

/**
 * Remembers what is made of some columns, and of others beside them, by the columns; and makes it for those who have asked
 * often: for a few questions it is not worth it. Gives null to the first.
 */
export function onceAskedOften<C extends { bucket: object }, B extends readonly object[], T>(
  make: (columns: C, ...beside: B) => T | null,
): (columns: C, ...beside: B) => T | null {
  const known = new WeakMap<C['bucket'], { beside: B; asked: number; made: T | null }>();
  return (columns, ...beside) => {
    let found = known.get(columns.bucket);
    if (!found?.beside.every((one, i) => one === beside[i])) {
      found = { beside, asked: 0, made: null };
      known.set(columns.bucket, found);
    }
    if (found.asked++ === often) found.made = make(columns, ...beside);
    return found.made;
  };
}
