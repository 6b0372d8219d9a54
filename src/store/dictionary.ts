/** Distinct values in order of first appearance. */
export type Dictionary<T> = T[];

/** Codes of several columns, one column after another, in the narrowest type that holds them. */
export type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

interface Encoded<T> {
  dictionary: Dictionary<T>;
  codes: number[];
}

/** Replaces values by their places in a dictionary; values are the same when their keys are. */
export function encode<T>(values: readonly T[], keyOf: (value: T) => unknown): Encoded<T> {
  const dictionary: T[] = [];
  const codeOf = new Map<unknown, number>();
  const codes = values.map((value) => {
    const key = keyOf(value);
    const known = codeOf.get(key);
    if (known !== undefined) return known;
    codeOf.set(key, dictionary.length);
    return dictionary.push(value) - 1;
  });
  return { dictionary, codes };
}

/** Joins columns of codes into one array. */
export function joinCodes(columns: readonly Encoded<unknown>[]): Codes {
  const codes = columns.flatMap((column) => column.codes);
  const widest = Math.max(0, ...columns.map((column) => column.dictionary.length));
  if (widest <= 2 ** 8) return Uint8Array.from(codes);
  return widest <= 2 ** 16 ? Uint16Array.from(codes) : Uint32Array.from(codes);
}
