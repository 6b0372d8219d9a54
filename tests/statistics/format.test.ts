import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatAxis,
  formatBucket,
  formatChange,
  formatDate,
  formatRange,
  formatValue,
} from '../../src/statistics/format';

const zh = (value: number | null, unit = '', more: object = {}) =>
  formatValue(value, { language: 'zh-CN', unit, ...more });
const en = (value: number | null, unit = '', more: object = {}) =>
  formatValue(value, { language: 'en', unit, ...more });

describe('compact numbers', () => {
  test.each([
    [280000, '人次', '28万人次'],
    [9999, '人', '9999人'],
    [9999.996, '', '1万'],
    [10000, '元', '1万元'],
    [12345, '元', '1.23万元'],
    [12350, '元', '1.24万元'],
    [99999999, '元', '1亿元'],
    [120000000, '元', '1.2亿元'],
    [1e12, '元', '1万亿元'],
    [1e21, '元', '1,000,000,000万亿元'],
    [0, '场', '0场'],
    [-0, '场', '0场'],
    [-0.001, '', '0'],
    [-28500, '人', '-2.85万人'],
    [0.1 + 0.2, '', '0.3'],
    [1.005, '', '1.01'],
    [95.5, '%', '95.5%'],
    [12345, '%', '12,345%'],
  ])('%d %s in Chinese is %s', (value, unit, text) => {
    expect(zh(value, unit)).toBe(text);
  });

  test.each([
    [280000, '', '280K'],
    [999, '', '999'],
    [999994, '', '999.99K'],
    [999996, '', '1M'],
    [10_000_000, '元', '10M yuan'],
    [1.5e9, '元', '1.5B yuan'],
    [4e12, '', '4T'],
    [56, '人次', '56 person-times'],
    [95.5, '%', '95.5%'],
    [3, '个', '3'],
    [3, '千卡', '3 千卡'],
  ])('%d %s in English is %s', (value, unit, text) => {
    expect(en(value, unit)).toBe(text);
  });

  test('qualifiers stand where each language has them', () => {
    expect(zh(280000, '人次', { qualifier: 'about' })).toBe('约28万人次');
    expect(zh(10_000_000, '元', { qualifier: 'over' })).toBe('1000万元以上');
    expect(zh(280000, '人次', { qualifier: 'nearly' })).toBe('近28万人次');
    expect(zh(280000, '人次', { qualifier: 'under' })).toBe('不足28万人次');
    expect(en(280000, '', { qualifier: 'about' })).toBe('about 280K');
    expect(en(10_000_000, '元', { qualifier: 'over' })).toBe('over 10M yuan');
    expect(en(5000, '', { qualifier: 'under' })).toBe('under 5K');
    expect(en(5000, '', { qualifier: 'nearly' })).toBe('nearly 5K');
  });

  test('what is no number is a dash', () => {
    for (const value of [null, NaN, Infinity, -Infinity]) {
      expect(zh(value, '元', { qualifier: 'about' })).toBe('—');
      expect(zh(value, '元', { style: 'exact' })).toBe('—');
    }
  });
});

test.each([
  [280000, '280,000元'],
  [999, '999元'],
  [-1234567.05, '-1,234,567.05元'],
  [0.000001, '0.000001元'],
  [1e21, '1,000,000,000,000,000,000,000元'],
  [-0, '0元'],
])('%d exactly is %s', (value, text) => {
  expect(zh(value, '元', { style: 'exact' })).toBe(text);
});

test('any number prints in both languages and styles without an exponent, minus zero or NaN', () => {
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(
      numbers,
      fc.constantFrom('zh-CN', 'en'),
      fc.constantFrom('compact', 'exact'),
      (value, language, style) => {
        expect(formatValue(value, { language, style })).toMatch(
          /^(0|-?(?!0\d)(?!0$)[\d,]+(\.\d*[1-9])?(万|亿|万亿|[KMBT])?)$/,
        );
      },
    ),
    { seed: 1, numRuns: 2000 },
  );
});

test('compact text read back is the value to three digits at least', () => {
  const factors: Record<string, number> = { '': 1, 万: 1e4, 亿: 1e8, 万亿: 1e12 };
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 1e15 }), (value) => {
      const [, digits = '', prefix = ''] = /^([\d.,]+)(\D*)$/.exec(zh(value)) ?? [];
      const read = Number(digits.replaceAll(',', '')) * (factors[prefix] ?? NaN);
      expect(Math.abs(read - value) / value).toBeLessThanOrEqual(0.005);
    }),
    { seed: 2, numRuns: 1000 },
  );
});

describe('axes', () => {
  test('all ticks share the scale of the largest', () => {
    const axis = formatAxis(1_200_000, { language: 'zh-CN', unit: '元' });
    expect(axis).toMatchObject({ scale: 1e4, unitPrefix: '万' });
    expect([0, 5000, 400_000, 1_200_000].map(axis.format)).toEqual(['0', '0.5', '40', '120']);
  });

  test('small, empty and percent axes are not scaled', () => {
    expect(formatAxis(800, { language: 'zh-CN' }).unitPrefix).toBe('');
    expect(formatAxis(NaN, { language: 'en' }).format(NaN)).toBe('—');
    expect(formatAxis(20000, { language: 'zh-CN', unit: '%' }).scale).toBe(1);
    expect(formatAxis(-3e6, { language: 'en' })).toMatchObject({ scale: 1e6, unitPrefix: 'M' });
  });
});

test.each([
  [0.123, {}, '+12.3%', '+12.3%'],
  [-0.2, {}, '-20%', '-20%'],
  [0.00049, {}, '0%', '0%'],
  [-0.0001, {}, '0%', '0%'],
  [50, {}, '+5,000%', '+5,000%'],
  [1.2, { points: true }, '+1.2个百分点', '+1.2 pp'],
  [0.5, { approximate: true }, '约+50%', 'about +50%'],
  [null, {}, '—', '—'],
  [Infinity, {}, '—', '—'],
])('a change of %s', (change, options, chinese, english) => {
  expect(formatChange(change, { language: 'zh-CN', ...options })).toBe(chinese);
  expect(formatChange(change, { language: 'en', ...options })).toBe(english);
});

test.each([
  ['2018', '2018年', '2018'],
  ['2018-S1', '2018年上半年', 'H1 2018'],
  ['2018-S2', '2018年下半年', 'H2 2018'],
  ['2018-Q4', '2018年四季度', 'Q4 2018'],
  ['2018-11', '2018年11月', 'Nov 2018'],
  ['2018/2019', '2018–2019年', '2018–2019'],
  ['2018-13', '2018-13', '2018-13'],
  ['', '', ''],
])('bucket %s', (id, chinese, english) => {
  expect(formatBucket(id, 'zh-CN')).toBe(chinese);
  expect(formatBucket(id, 'en')).toBe(english);
});

test.each([
  ['2018-01-01', '2018-12-31', '2018年', '2018'],
  ['2018-01-01', '2019-12-31', '2018–2019年', '2018–2019'],
  ['2018-11-01', '2018-11-30', '2018年11月', 'Nov 2018'],
  ['2018-01-01', '2018-03-31', '2018年1–3月', 'Jan 2018–Mar 2018'],
  ['2018-11-01', '2019-03-31', '2018年11月–2019年3月', 'Nov 2018–Mar 2019'],
  ['2018-11-05', '2018-11-06', '2018年11月5日–11月6日', '5 Nov 2018–6 Nov 2018'],
  ['2018-11-05', '2018-11-05', '2018年11月5日', '5 Nov 2018'],
  ['2018-01-01', null, '2018年起', 'since 2018'],
  ['2018-11-01', null, '2018年11月起', 'since Nov 2018'],
  [null, '2019-02-28', '至2019年2月', 'until Feb 2019'],
  [null, '2019-02-27', '至2019年2月27日', 'until 27 Feb 2019'],
  [null, null, '', ''],
])('range %s to %s', (from, to, chinese, english) => {
  expect(formatRange(from, to, 'zh-CN')).toBe(chinese);
  expect(formatRange(from, to, 'en')).toBe(english);
});

test('dates', () => {
  expect(formatDate('2018-12-01', 'zh-CN')).toBe('2018年12月1日');
  expect(formatDate('2018-12-01', 'en')).toBe('1 Dec 2018');
  expect(formatDate('soon', 'en')).toBe('soon');
});
