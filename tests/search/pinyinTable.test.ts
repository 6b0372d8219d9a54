import { polyphonic } from 'pinyin-pro';
import { expect, test } from 'vitest';

/** The 6763 characters of GB 2312, in its order. */
function characters(): string[] {
  const decoder = new TextDecoder('gb2312');
  const cell = (row: number, column: number) => decoder.decode(Uint8Array.of(row, column));
  const rows = Array.from({ length: 0xf8 - 0xb0 }, (_, i) => 0xb0 + i);
  const columns = Array.from({ length: 0xff - 0xa1 }, (_, i) => 0xa1 + i);
  return rows
    .flatMap((row) => columns.map((column) => cell(row, column)))
    .filter((text) => /^\p{Script=Han}$/u.test(text));
}

/** The table as the file that the app ships: a line a first letter, each syllable with the characters that may be read so. */
function tableFile(): string {
  const bySyllable = new Map<string, string>();
  for (const character of characters()) {
    const readings = polyphonic(character, { toneType: 'none', type: 'array', v: true })[0] ?? [];
    for (const reading of new Set(readings.filter((one) => /^[a-z]+$/.test(one)))) {
      bySyllable.set(reading, (bySyllable.get(reading) ?? '') + character);
    }
  }
  const byLetter = new Map<string, string[]>();
  for (const syllable of [...bySyllable.keys()].sort()) {
    const letter = syllable.slice(0, 1);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), `${syllable}:${bySyllable.get(syllable) ?? ''}`]);
  }
  const lines = [...byLetter.values()].map((syllables) => `  '${syllables.join(';')}',`);
  return [
    '// Generated from pinyin-pro; `npx vitest run --project pure tests/search/pinyinTable -u` rewrites it.',
    '',
    '/** The characters of GB 2312 by the syllables they may be read as, without tones; ü is written v. */',
    'export const pinyinTable = [',
    ...lines,
    "].join(';');",
    '',
  ].join('\n');
}

test('the table that is shipped is what the library says', async () => {
  expect(characters()).toHaveLength(6763);
  await expect(tableFile()).toMatchFileSnapshot('../../src/search/pinyinTable.ts');
});
