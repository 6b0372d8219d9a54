/** A column with more different texts than this hardly repeats any: remembering them would only cost. */
const most = 4096;

/** The same function of a text, what it gives worked out once and shared while few different texts come. */
export function sharing<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size < most) known.set(text, made);
    return made;
  };
}
