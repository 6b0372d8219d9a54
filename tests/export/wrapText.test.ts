import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clampLines, wrapText } from '../../src/export/wrapText';

const widthOf = (text: string) => Array.from(text).length * 10;
const wrap = (text: string, width: number) => wrapText(text, width, widthOf);

it('breaks between Chinese characters but not before a closing mark or after an opening one', () => {
  expect(wrap('一二三，四五', 40)).toEqual(['一二三，', '四五']);
  expect(wrap('一二三，四五', 30)).toEqual(['一二', '三，四', '五']);
  expect(wrap('一二《三四》', 30)).toEqual(['一二', '《三', '四》']);
});

it('keeps words and numbers whole, and breaks what is wider than a line', () => {
  expect(wrap('over 1,234.5 yuan', 80)).toEqual(['over', '1,234.5', 'yuan']);
  expect(wrap('abcdefgh', 30)).toEqual(['abc', 'def', 'gh']);
  expect(wrap('', 30)).toEqual([]);
  expect(wrap(' \n ', 30)).toEqual([]);
});

it('loses nothing but blanks and never exceeds the width', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
      const lines = wrap(text, width);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      for (const line of lines) expect(Array.from(line).length === 1 || widthOf(line) <= width).toBe(true);
    }),
    { seed: 7, numRuns: 500 },
  );
});

it('cuts to a number of lines with an ellipsis that fits', () => {
  expect(clampLines(['一二三', '四五六', '七'], 2, 30, widthOf)).toEqual(['一二三', '四五…']);
  expect(clampLines(['一'], 2, 30, widthOf)).toEqual(['一']);
});
