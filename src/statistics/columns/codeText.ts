const known = new Map<string, readonly string[]>();
/** There are few lists of places that anyone asks for again and again. */
const remembered = 20;

/** Codes as bytes, one a line. */
export function packCodes(codes: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(codes.join('\n'));
}

/** The codes that were packed; the same list for the same codes as long as it is remembered. */
export function readCodes(packed: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(packed);
  const found = known.get(text) ?? (text === '' ? [] : text.split('\n'));
  if (known.size >= remembered) known.clear();
  known.set(text, found);
  return found;
}
