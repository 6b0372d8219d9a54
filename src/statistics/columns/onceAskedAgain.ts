/**
 * Remembers what is made of some columns by one of them, and makes it for those who ask a second time: for one question it
 * is not worth it. Gives null to the first.
 */
export function onceAskedAgain<C extends { bucket: object }, T>(make: (columns: C) => T): (columns: C) => T | null {
  const known = new WeakMap<C['bucket'], { made: T | null }>();
  return (columns) => {
    const found = known.get(columns.bucket);
    if (!found) known.set(columns.bucket, { made: null });
    else found.made ??= make(columns);
    return found?.made ?? null;
  };
}
