import { expect, test } from 'vitest';
import { matchesShortcut, shortcutIds, shortcuts, type ShortcutId } from '../../src/app/shortcuts/shortcuts';

const press = (key: string, held: { ctrl?: boolean; meta?: boolean; shift?: boolean; alt?: boolean } = {}) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  shiftKey: held.shift ?? false,
  altKey: held.alt ?? false,
});

test.each([
  ['undo', press('z', { ctrl: true })],
  ['undo', press('z', { meta: true })],
  ['undo', press('Z', { ctrl: true })],
  ['redo', press('y', { ctrl: true })],
  ['redo', press('Z', { meta: true, shift: true })],
  ['help', press('?', { shift: true })],
  ['help', press('？')],
  ['pickRow', press(' ')],
  ['pickDown', press('ArrowDown', { shift: true })],
] as const)('%s is asked for by %j', (id, event) => {
  expect(matchesShortcut(event, id)).toBe(true);
});

test.each([
  ['undo', press('z')],
  ['undo', press('z', { ctrl: true, shift: true })],
  ['undo', press('z', { ctrl: true, alt: true })],
  ['redo', press('y')],
  ['help', press('?', { ctrl: true })],
  ['rowDown', press('ArrowDown', { shift: true })],
  ['rowDown', press('ArrowDown', { ctrl: true })],
] as const)('%s is not asked for by %j', (id, event) => {
  expect(matchesShortcut(event, id)).toBe(false);
});

test('no two keys of a group mean the same', () => {
  const all = shortcutIds.flatMap((id: ShortcutId) =>
    shortcuts[id].keys.map((keys) => `${shortcuts[id].group} ${keys}`),
  );
  expect(new Set(all).size).toBe(all.length);
});
