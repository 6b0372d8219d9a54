import { pinyinTable } from './pinyinTable';
import type { Readings } from './spells';

function readTable(): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  for (const line of pinyinTable.split(';')) {
    const [syllable = '', characters = ''] = line.split(':');
    for (const character of characters) readings.set(character, [...(readings.get(character) ?? []), syllable]);
  }
  return readings;
}

const table = readTable();
const known = new Map<string, Readings>();

/**
 * Readings of each character of a text, all of those that a character may have: 重庆 is found by `cq`, 监利 by `jl`.
 * Input: text folded to half width and lower case. Characters outside of the table read as themselves.
 */
export function readCharacters(text: string): Readings {
  const before = known.get(text);
  if (before) return before;
  const readings = Array.from(text, (character) => table.get(character) ?? [character]);
  known.set(text, readings);
  return readings;
}
