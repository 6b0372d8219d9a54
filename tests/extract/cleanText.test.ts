import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { originalSpan } from '../../src/extract/text/cleanText';
import { cleanText } from '../../src/extract/text/joinLines';

const clean = (text: string) => cleanText(text).text;

describe('damage', () => {
  test('a broken font map prints commas and stops as Yi syllables', () => {
    expect(clean('下午ꎬ 召开会议ꎮ')).toBe('下午，召开会议。');
  });
  test('full-width digits and letters are ASCII', () => {
    expect(clean('１２３５１ ＡＢ')).toBe('12351 AB');
  });
  test('traditional characters are simplified', () => {
    expect(clean('走訪慰問困難職工，籌措資金')).toBe('走访慰问困难职工，筹措资金');
  });
  test('radicals stand for their ideographs', () => {
    expect(clean('⼯会')).toBe('工会');
  });
  test('spaces between ideographs and digits go, between numbers stay', () => {
    expect(clean('35 个工种，2018 2019')).toBe('35个工种，2018 2019');
  });
  test('a page break in a sentence is undone', () => {
    expect(clean('举办晚会，到场职工约 2 万\n\n人次。下一句。')).toBe('举办晚会，到场职工约2万人次。下一句。');
  });
  test('a number cut by a line end is whole', () => {
    expect(clean('走访困难职工 12\n05 户，发放')).toBe('走访困难职工1205户，发放');
  });
  test('items and titles keep their lines', () => {
    expect(clean('工作总结\n\n一、思想引领。\n二、建功立业。')).toBe('工作总结\n一、思想引领。\n二、建功立业。');
  });
  test('cells of a row are told apart', () => {
    expect(clean('1　　　新建工会　　　14个')).toBe('1\t新建工会\t14个');
  });
  test('zero-width characters and the byte order mark carry nothing', () => {
    expect(clean('\ufeff新\u200b建')).toBe('新建');
  });
});

test('every character points back at its own place, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { text: read, origins } = cleanText(text);
      expect(origins.length).toBe(read.length);
      for (let i = 1; i < origins.length; i++) expect(origins[i]).toBeGreaterThanOrEqual(origins[i - 1] ?? 0);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('cleaning twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('１２ 人', '，', '。', '會', '\n', '　', 'ꎬ', '一、', 'a 1')), (parts) => {
      const once = clean(parts.join(''));
      expect(clean(once).replace(/\s/g, '')).toBe(once.replace(/\s/g, ''));
    }),
    { seed: 11, numRuns: 300 },
  );
});

test('a span of the clean text is a span of the original', () => {
  const text = '参加 １ ２ 人';
  const cleaned = cleanText('参加 １２\n人');
  const at = cleaned.text.indexOf('12');
  expect(originalSpan(cleaned, at, at + 3)).toEqual({ start: 3, end: 7 });
  expect(text).not.toBe('');
});
