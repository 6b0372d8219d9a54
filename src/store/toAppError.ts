import { AppError, type ErrorCode } from '../model/appError';

/** Errors that carry others: Dexie's `inner`, a bulk error's `failures`, and the standard `cause`. */
function nested(error: Error): unknown[] {
  const { inner, failures, cause } = error as Error & { inner?: unknown; failures?: unknown };
  const failed: unknown[] = Array.isArray(failures) ? failures : [];
  return [inner, ...failed, cause];
}

function names(error: unknown, depth = 0): string[] {
  // A quota error may be a DOMException, which some browsers do not make an Error.
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name } = error as { name?: unknown };
  const own = typeof name === 'string' ? [name] : [];
  return [...own, ...nested(error as Error).flatMap((other) => names(other, depth + 1))];
}

const refusals = ['SecurityError', 'InvalidStateError', 'MissingAPIError', 'NotAllowedError'];

function codeOf(found: string[], opening: boolean): ErrorCode {
  if (found.includes('QuotaExceededError')) return 'db-quota';
  if (opening && found.some((name) => refusals.includes(name))) return 'db-refused';
  return 'db-broken';
}

/**
 * Turns whatever the database threw into an AppError with the cause: `db-quota`, `db-refused` (only while `opening`:
 * no IndexedDB, private mode, blocked by policy) or `db-broken` {name, message} for the rest.
 */
export function toAppError(error: unknown, opening = false): AppError {
  if (error instanceof AppError) return error;
  const found = names(error);
  const message = error instanceof Error ? error.message : String(error);
  return new AppError(codeOf(found, opening), { name: found[0] ?? typeof error, message }, { cause: error });
}
