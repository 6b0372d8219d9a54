import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { quietTime } from '../../src/worker/quietTime';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('nothing is quiet while something is done, nor soon after', async () => {
  const { busy, quiet } = quietTime();
  const came = vi.fn();
  let finish = () => {};
  const work = busy(() => new Promise<void>((resolve) => (finish = resolve)));
  void quiet().then(came);
  await vi.advanceTimersByTimeAsync(5000);
  expect(came).not.toHaveBeenCalled();
  finish();
  await work;
  await vi.advanceTimersByTimeAsync(200);
  expect(came).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(400);
  expect(came).toHaveBeenCalledOnce();
});

test('a start is not quiet before anybody has had time to ask', async () => {
  const { quiet } = quietTime();
  const came = vi.fn();
  void quiet().then(came);
  await vi.advanceTimersByTimeAsync(200);
  expect(came).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(came).toHaveBeenCalledOnce();
});
