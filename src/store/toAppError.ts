import { AppError, type ErrorCode } from '../model/appError';

/** Errors that carry others: Dexie's `inner`, a bulk error's `failures`, and the standard `cause`. */
function nested(error: Error): unknown[] {
  const { inner, failures, cause } = error as Error & { inner?: unknown; failures?: unknown };
  const failed: unknown[] = Array.isArray(failures) ? failures : [];
  return [inner, ...failed, cause];
}

interface Found {
  name: string;
  message: string;
}

function errorsIn(error: unknown, depth = 0): Found[] {
  // A quota error may be a DOMException, which some browsers do not make an Error.
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, message } = error as { name?: unknown; message?: unknown };
  const own = typeof name === 'string' ? [{ name, message: typeof message === 'string' ? message : '' }] : [];
  return [...own, ...nested(error as Error).flatMap((other) => errorsIn(other, depth + 1))];
}

const refusals = ['SecurityError', 'InvalidStateError', 'MissingAPIError', 'NotAllowedError'];

/** Chromium has no name of its own for a site that is forbidden to store anything, only these words. */
const isRefusal = ({ name, message }: Found) =>
  refusals.includes(name) || (name === 'UnknownError' && /denied permission/i.test(message));

function codeOf(found: Found[], opening: boolean): ErrorCode {
  if (found.some(({ name }) => name === 'QuotaExceededError')) return 'db-quota';
  return opening && found.some(isRefusal) ? 'db-refused' : 'db-broken';
}

/**
 * Turns whatever the database threw into an AppError with the cause: `db-quota`, `db-refused` (only while `opening`:
 * no IndexedDB, private mode, blocked by policy) or `db-broken` {name, message} for the rest.
 */
export function toAppError(error: unknown, opening = false): AppError {
  if (error instanceof AppError) return error;
  const found = errorsIn(error);
  const message = error instanceof Error ? error.message : String(error);
  return new AppError(codeOf(found, opening), { name: found[0]?.name ?? typeof error, message }, { cause: error });
}
