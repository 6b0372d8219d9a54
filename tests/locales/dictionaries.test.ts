import { describe, expect, test } from 'vitest';
import { dictionary as enWords } from '../../src/app/locales/en/dictionary';
import { helpText as enHelp } from '../../src/app/locales/en/helpText';
import { dictionary as zhWords } from '../../src/app/locales/zh/dictionary';
import { helpText as zhHelp } from '../../src/app/locales/zh/helpText';
import { later as enLater } from '../../src/app/locales/en/later';
import { later as zhLater } from '../../src/app/locales/zh/later';
import { errorCodes } from '../../src/model/appError';

const zh = { ...zhWords, ...zhLater, charts: { ...zhWords.charts, ...zhLater.charts }, helpText: zhHelp };
const en = { ...enWords, ...enLater, charts: { ...enWords.charts, ...enLater.charts }, helpText: enHelp };

/** Paths of all words of a dictionary, with each word; functions stand for themselves. */
function words(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => words(inner, `${path}.${key}`));
}
const pathsOf = (dictionary: unknown) =>
  words(dictionary, 't')
    .map(([path]) => path)
    .sort();
const chinese = /\p{Script=Han}/u;
/** In both languages a language is named in itself. */
const namedInChinese = new Set(['t.shell.languages.zh-CN', 't.shell.languageNames.zh-CN']);

describe('dictionaries', () => {
  test('hold the same words in both languages', () => {
    expect(pathsOf(en)).toEqual(pathsOf(zh));
  });

  test('have no Chinese left in English', () => {
    const left = words(en, 't').filter(
      ([path, word]) => typeof word === 'string' && chinese.test(word) && !namedInChinese.has(path),
    );
    expect(left).toEqual([]);
  });

  test('have words for every error code, in full', () => {
    for (const messages of [zh.messages, en.messages]) {
      for (const code of errorCodes) {
        const { title, what, safe } = messages[code]({});
        expect(
          [title, what, safe].every((part) => part.trim() !== ''),
          code,
        ).toBe(true);
        expect(`${title}${what}${safe}`, code).not.toMatch(/undefined|null|NaN/);
      }
    }
  });

  test('name the place of the first error of a package, as far as it is known', () => {
    const full = { count: 3, resource: 'observations', row: 12, column: 'value' };
    expect(zh.messages['package-invalid'](full).what).toContain('第一处在 observations 第 12 行 value 列。');
    expect(en.messages['package-invalid'](full).what).toContain('The first is in observations, row 12, column value.');
    expect(zh.messages['package-invalid']({ count: 1, resource: 'reports', row: 0, column: '' }).what).toContain(
      '第一处在 reports。',
    );
  });
});
