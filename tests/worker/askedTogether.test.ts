import { expect, test, vi } from 'vitest';
import { askedTogether } from '../../src/worker/askedTogether';

/** A quiet time that comes, to those who wait in their order, when it is told to. */
function quietOnCall() {
  const waiting: (() => void)[] = [];
  const quiet = () => new Promise<void>((resolve) => void waiting.push(resolve));
  return { quiet, come: () => waiting.shift()?.() };
}

test('what is asked again before it is quiet is answered once, and anew afterwards', async () => {
  const { quiet, come } = quietOnCall();
  const together = askedTogether(quiet);
  const data = {};
  let answers = 0;
  const make = () => Promise.resolve(++answers);
  expect(await Promise.all([together(data, 'a', make), together(data, 'a', make)])).toEqual([1, 1]);
  expect(await together(data, 'a', make)).toBe(1);
  expect(await together(data, 'b', make)).toBe(2);
  come();
  await vi.waitFor(async () => expect(await together(data, 'a', make)).toBe(3));
});

test('other data is asked anew, and quiet that was waited for before forgets nothing of it', async () => {
  const { quiet, come } = quietOnCall();
  const together = askedTogether(quiet);
  const [before, after] = [{}, {}];
  expect(await together(before, 'a', () => Promise.resolve('before'))).toBe('before');
  expect(await together(after, 'a', () => Promise.resolve('after'))).toBe('after');
  come();
  expect(await together(after, 'a', () => Promise.resolve('later'))).toBe('after');
});

test('what has failed is not kept', async () => {
  const together = askedTogether(quietOnCall().quiet);
  const data = {};
  await expect(together(data, 'a', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  expect(await together(data, 'a', () => Promise.resolve('found'))).toBe('found');
});
