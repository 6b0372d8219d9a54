/** What is there, or the way to it. */
type Known<T> = Promise<T> | (() => Promise<T>);

/** The way to what a change makes of something: of many things few are asked for again. */
function later<T>(known: Known<T>, change: (now: T) => T): () => Promise<T> {
  return async () => change(await (typeof known === 'function' ? known() : known));
}

/** What has been read of one kind, patches applied when it is asked for; promises, so that nothing is read twice. */
export class Remembered<K, T> {
  readonly #known = new Map<K, Known<T>>();

  /** What is known of a key, else what is made now; what failed is forgotten, so that the next question tries again. */
  get(key: K, make: () => Promise<T>): Promise<T> {
    const known = this.#known.get(key) ?? make;
    if (typeof known !== 'function') return known;
    const made = known();
    this.#known.set(key, made);
    made.catch(() => this.#known.delete(key));
    return made;
  }

  /** The same after a change. */
  changed(change: (now: T, key: K) => T): Remembered<K, T> {
    const after = new Remembered<K, T>();
    for (const [key, known] of this.#known)
      after.#known.set(
        key,
        later(known, (now) => change(now, key)),
      );
    return after;
  }
}
