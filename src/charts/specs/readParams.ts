/** Fields as they come out of storage or an address. */
export type Stored = Readonly<Record<string, unknown>>;

/** Codes of subjects, areas and reports: letters, digits, dots and dashes, at most 64. */
const code = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

/** Whether a value is a code of our data, known or not. */
export function isCode(value: unknown): value is string {
  return typeof value === 'string' && code.test(value);
}

/** A field that must be a code; null otherwise. */
export function readCode(stored: Stored, field: string): string | null {
  const value = stored[field];
  return isCode(value) ? value : null;
}

/** A field that must be one of some words; null otherwise. */
export function readWord<T extends string>(stored: Stored, field: string, allowed: readonly T[]): T | null {
  return allowed.find((word) => word === stored[field]) ?? null;
}

/** All fields read, or null when one of them could not be. */
export function allRead<T extends object>(fields: { [K in keyof T]: T[K] | null }): T | null {
  return Object.values(fields).includes(null) ? null : (fields as T);
}
