import { expect, test } from 'vitest';
import { leaveTurn, ownTask, takeTurn } from '../../src/app/turns';

const task = () => new Promise((resolve) => setTimeout(resolve));

test('works are done one a task, in the order in which they were asked for', async () => {
  const done: string[] = [];
  for (const name of ['a', 'b', 'c']) takeTurn({}, () => done.push(name));
  const own = ownTask().then(() => done.push('own'));
  expect(done).toEqual([]);
  const seen: number[] = [];
  while (done.length < 4) {
    await task();
    seen.push(done.length);
  }
  await own;
  expect(done).toEqual(['a', 'b', 'c', 'own']);
  expect(new Set(seen)).toEqual(new Set([1, 2, 3, 4]));
});

test('who asks again keeps its place with the newer work, and who leaves has none', async () => {
  const done: string[] = [];
  const [first, second, third] = [{}, {}, {}];
  takeTurn(first, () => done.push('old'));
  takeTurn(second, () => done.push('gone'));
  takeTurn(third, () => done.push('last'));
  takeTurn(first, () => done.push('new'));
  leaveTurn(second);
  await ownTask();
  expect(done).toEqual(['new', 'last']);
});
