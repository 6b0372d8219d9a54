import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesSearch, searchWords } from '../../src/search/matchesSearch';
import { readCharacters } from '../../src/search/readCharacters';
import { spells } from '../../src/search/spells';

describe('printed words', () => {
  test.each([
    ['', true],
    ['  ', true],
    ['江陵', true],
    ['ＪＩＡＮＧ', true],
    ['江 陵', true],
    ['荆州', false],
    ['(', false],
  ])('search for %j', (search, found) => {
    expect(matchesSearch(search, ['江陵县', 'Jiangling County'])).toBe(found);
  });
});

describe('spelt', () => {
  test.each([
    ['荆州市', ['jzs', 'jz', 'jingzhou', 'JingZhou', 'jingzhoushi', 'jingz', 'jzhous', 'zhou', 'ｊｚｓ']],
    ['监利市', ['jls', 'jianli', 'jianl']],
    ['石首市', ['sss', 'shishou', 'ssh', 'shsh', 'shou']],
    ['洪湖市', ['hhs', 'honghu']],
    ['枝江市', ['zjs', 'zhijiang', 'zhj']],
    ['宜昌市', ['ycs', 'yichang']],
    ['重庆市', ['cqs', 'chongqing']],
    ['长阳县', ['cyx', 'changyang']],
    ['女职工', ['nzg', 'nvzhigong']],
    ['2018年度12月', ['2018nd', 'nd12y']],
  ])('%s is found by %j', (name, searches) => {
    expect(searches.filter((search) => !matchesSearch(search, [name], readCharacters))).toEqual([]);
  });

  test.each([
    ['荆州市', ['js', 'jzsx', 'jinzhou', 'zj', 'jingshi']],
    ['石首市', ['shs首', 'hh']],
    ['ABC', ['acb']],
  ])('%s is not found by %j', (name, searches) => {
    expect(searches.filter((search) => matchesSearch(search, [name], readCharacters))).toEqual([]);
  });

  test('without the table a spelling finds nothing, a printed word does', () => {
    expect(matchesSearch('jzs', ['荆州市'])).toBe(false);
    expect(matchesSearch('荆州', ['荆州市'])).toBe(true);
  });

  test('every name is found by its initials and by its syllables, whichever reading each character has', () => {
    const characters = Array.from('荆州监利重庆长阳石首洪湖枝江宜昌女职工行调解乐');
    const names = fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(names, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (name, picks) => {
        const readings = readCharacters(name.join(''));
        const chosen = readings.map((all, at) => all[(picks[at] ?? 0) % all.length] ?? '');
        expect(spells(chosen.join(''), readings)).toBe(true);
        expect(spells(chosen.map((syllable) => syllable[0]).join(''), readings)).toBe(true);
      }),
      { seed: 11 },
    );
  });

  test('never throws, and long nonsense ends at once', () => {
    expect(spells('a'.repeat(40), readCharacters('阿'.repeat(60)))).toBe(true);
    expect(spells(`${'a'.repeat(39)}z`, readCharacters('阿'.repeat(60)))).toBe(false);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (search, name) => {
        expect(typeof matchesSearch(search, [name], readCharacters)).toBe('boolean');
        expect(searchWords(search).every((word) => word !== '')).toBe(true);
      }),
      { seed: 7 },
    );
  });
});
