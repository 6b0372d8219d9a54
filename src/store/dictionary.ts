import { codesFor, type Codes } from '../statistics/columns/codes';

/** Distinct values in order of first appearance. */
export type Dictionary<T> = T[];

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

/** Joins columns of codes into one array, one column after another. */
export function joinCodes(columns: readonly Encoded<unknown>[]): Codes {
  const codes = columns.flatMap((column) => column.codes);
  const widest = Math.max(0, ...columns.map((column) => column.dictionary.length));
  const joined = codesFor(widest, codes.length);
  joined.set(codes);
  return joined;
}
