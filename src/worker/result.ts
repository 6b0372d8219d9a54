import { AppError } from '../model/appError';
import type { PlainError, Result } from './protocol';

/** An error in a form that crosses the worker border; what is no AppError is the worker's own failure, `worker-lost`. */
export function toPlainError(error: unknown): PlainError {
  if (error instanceof AppError) {
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    return { code: error.code, params: error.params, message: cause };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'worker-lost', params: { message }, message };
}

/** Runs work to a Result; never rejects. */
export async function toResult<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toPlainError(error) };
  }
}

/** The AppError that crossed the border, its cause being what was said on the other side. */
export function toThrown({ code, params, message }: PlainError): AppError {
  return new AppError(code, params, { cause: new Error(message) });
}

/** The value of a Result. Errors: the AppError that it carries. */
export function requireOk<T>(result: Result<T>): T {
  if (!result.ok) throw toThrown(result.error);
  return result.value;
}
