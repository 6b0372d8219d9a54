/**
 * Of so many questions the next is worth what takes as long as many of them: a report that comes anew, or a start, is
 * followed by a few.
 */
export const often = 3;

/**
 * Remembers what is made of some columns by one of them, and makes it for those who have asked often: for a few questions it
 * is not worth it. Gives null to the first.
 */
export function onceAskedOften<C extends { bucket: object }, T>(make: (columns: C) => T): (columns: C) => T | null {
  const known = new WeakMap<C['bucket'], { asked: number; made: T | null }>();
  return (columns) => {
    const found = known.get(columns.bucket) ?? { asked: 0, made: null };
    known.set(columns.bucket, found);
    if (found.asked++ >= often) found.made ??= make(columns);
    return found.made;
  };
}
