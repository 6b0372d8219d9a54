import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChineseNumeral } from '../../src/extract/number/chineseNumeral';
import { readQuantities } from '../../src/extract/number/quantity';
import { cleanText } from '../../src/extract/text/joinLines';
import { readTimes } from '../../src/extract/time/readTimes';

const digits = '零一二三四五六七八九';

/** Writes an integer as GB/T 15835 does. */
function write(value: number): string {
  if (value >= 1e8) return join(write(Math.floor(value / 1e8)) + '亿', value % 1e8, 1e7);
  if (value >= 1e4) return join(write(Math.floor(value / 1e4)) + '万', value % 1e4, 1e3);
  for (const [scale, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    if (value >= scale) return join(digits.charAt(Math.floor(value / scale)) + word, value % scale, scale / 10);
  }
  return digits.charAt(value);
}

const join = (head: string, rest: number, next: number) =>
  rest === 0 ? head : head + (rest < next ? '零' : '') + write(rest);

test('a printed numeral is read back, up to 10¹²', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (value) => {
      expect(parseChineseNumeral(write(value))?.value).toBe(value);
    }),
    { seed: 20180101, numRuns: 2000 },
  );
});

const read = (printed: string) => {
  const { text } = cleanText(printed);
  return readQuantities(text, readTimes(text)).map(({ value, unit, qualifier }) => [
    value,
    unit?.form ?? null,
    qualifier,
  ]);
};

describe('quantities', () => {
  test.each([
    ['1,062人次', 1062, '人次', 'exact'],
    ['１２，６００人次', 12600, '人次', 'exact'],
    ['28万人次', 280000, '人次', 'exact'],
    ['1.2亿元', 120000000, '元', 'exact'],
    ['0.07亿元', 7000000, '元', 'exact'],
    ['1.8万元', 18000, '元', 'exact'],
    ['1亿2000万元', 120000000, '元', 'exact'],
    ['35万余元', 350000, '元', 'over'],
    ['1000多万元', 10000000, '元', 'over'],
    ['近40000人次', 40000, '人次', 'nearly'],
    ['约300万元', 3000000, '元', 'about'],
    ['近万人', 10000, '人', 'nearly'],
    ['92%以上', 92, '%', 'over'],
    ['10000人次以上', 10000, '人次', 'over'],
    ['不足100家', 100, '家', 'under'],
    ['三百二十人次', 320, '人次', 'exact'],
    ['两万一千九百元', 21900, '元', 'exact'],
    ['十六点二九万元', 162900, '元', 'exact'],
    ['二百四十余万元', 2400000, '元', 'over'],
    ['十余万元', 100000, '元', 'over'],
    ['百分之九十一点五', 91.5, '%', 'exact'],
    ['两吨半', 2.5, '吨', 'exact'],
    ['464起（件）', 464, '起', 'exact'],
    ['9场(次)', 9, '场次', 'exact'],
    ['近 3000 人次', 3000, '人次', 'nearly'],
    ['10 万\n\n人次', 100000, '人次', 'exact'],
    ['百 分 之 五', 5, '%', 'exact'],
    ['90 千瓦', 90, '千瓦', 'exact'],
    ['1.2个百分点', 1.2, '百分点', 'exact'],
    ['九成以上', 90, '%', 'over'],
  ])('%s', (printed, value, unit, qualifier) => {
    expect(read(printed)).toEqual([[value, unit, qualifier]]);
  });

  test('a measure word is told from the word it begins', () => {
    expect(read('30名单亲职工')).toEqual([[30, '名', 'exact']]);
    expect(read('12家园区企业')).toEqual([[12, '家', 'exact']]);
    expect(read('20位一线职工')).toEqual([[20, '位', 'exact']]);
    expect(read('公示3名单')).toEqual([[3, null, 'exact']]);
  });

  test('a qualifier inside another word is none', () => {
    expect(read('节约500万元')).toEqual([[5000000, '元', 'exact']]);
    expect(read('签约347人')).toEqual([[347, '人', 'exact']]);
    expect(read('附近3家')).toEqual([[3, '家', 'exact']]);
  });
});
