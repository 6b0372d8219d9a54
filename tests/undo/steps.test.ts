import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrive, beginAt, redo, take, undo, type Steps } from '../../src/app/undo/steps';

const at = (...steps: string[]): Steps => steps.reduce(take, beginAt('a'));

test('undo goes back step by step, redo forward again, and both end', () => {
  const steps = at('b', 'c');
  const back = undo(steps);
  expect(back?.present).toBe('b');
  expect(back && undo(back)?.present).toBe('a');
  expect(undo(beginAt('a'))).toBeNull();
  expect(redo(steps)).toBeNull();
  expect(back && redo(back)).toEqual(steps);
});

test('a new step after an undo gives up what could be redone', () => {
  const back = undo(at('b', 'c'));
  expect(back && take(back, 'd')).toEqual({ past: ['a', 'b'], present: 'd', future: [] });
});

test('a step that changes nothing is none', () => {
  const steps = at('b');
  expect(take(steps, 'b')).toBe(steps);
});

test('switching something on and off again is two steps, so that undo switches it on', () => {
  expect(undo(at('b', 'a'))?.present).toBe('b');
});

test('the browser’s back and forward are undo and redo, a link elsewhere is a step', () => {
  const steps = at('b', 'c');
  const back = arrive(steps, 'b');
  expect(back).toEqual(undo(steps));
  expect(arrive(back, 'c')).toEqual(steps);
  expect(arrive(back, 'x')).toEqual({ past: ['a', 'b'], present: 'x', future: [] });
});

test('after any steps, undoing all and redoing all ends where it began; only the last hundred are kept', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5).map(String), { maxLength: 150 }), (texts) => {
      const end = at(...texts);
      expect(end.past.length).toBeLessThanOrEqual(100);
      let steps = end;
      for (let next = undo(steps); next; next = undo(steps)) steps = next;
      for (let next = redo(steps); next; next = redo(steps)) steps = next;
      expect(steps).toEqual(end);
    }),
    { seed: 3 },
  );
});
