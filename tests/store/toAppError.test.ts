import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { AppError } from '../../src/model/appError';
import { toAppError } from '../../src/store/toAppError';

const quota = () => new DOMException('full', 'QuotaExceededError');

test('finds a full disk wherever Dexie or the browser hides it', () => {
  const aborted = new Dexie.AbortError('aborted', quota());
  const bulk = Object.assign(new Error('bulk'), { name: 'BulkError', failures: [aborted] });
  const caused = new Error('outer', { cause: bulk });
  for (const error of [quota(), aborted, bulk, caused]) expect(toAppError(error).code).toBe('db-quota');
});

test('a state error means a refusal only while opening', () => {
  const error = new DOMException('closing', 'InvalidStateError');
  expect(toAppError(error, true).code).toBe('db-refused');
  expect(toAppError(error).code).toBe('db-broken');
});

test('keeps an AppError, and the cause of everything else', () => {
  const known = new AppError('db-blocked');
  expect(toAppError(known)).toBe(known);
  for (const thrown of ['text', null, undefined, 7, new TypeError('x')]) {
    expect(toAppError(thrown)).toMatchObject({ code: 'db-broken', cause: thrown });
  }
});

test('does not run in circles over errors that carry one another', () => {
  const error = new Error('a') as Error & { inner?: unknown };
  error.inner = error;
  expect(toAppError(error).code).toBe('db-broken');
});
