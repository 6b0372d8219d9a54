import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/extract/extract';
import { toObservation } from '../../src/extract/extractedObservation';
import { fixtureNames, readFixture } from './scorer';

const city = { refArea: '421000', coverageStart: '2018-01-01', coverageEnd: '2018-12-31', issuer: '荆州市总工会' };
const only = (text: string, meta = city) => {
  const [row, ...rest] = extract(text, meta).observations;
  expect(rest).toEqual([]);
  if (!row) throw new Error(`nothing found: ${text}`);
  return row;
};

const words = [
  '市总工会',
  '慰问',
  '职工',
  '１２',
  '人',
  '3.5万元',
  '，',
  '。',
  '\n',
  '其中',
  '（',
  '）',
  '“',
  '”',
  '《',
  '》',
  '第',
  '一',
  '百',
  '截至5月',
  '分别',
  '%',
  '\t',
  '   ',
  '江陵县',
  '2018年',
  '至',
  '每人',
  '各',
];

describe('any string', () => {
  test('is read without throwing, deterministically, and every quote is its slice of the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const first = extract(given, city);
        for (const row of first.observations) {
          expect(row.surface).toBe(given.slice(row.start, row.end));
          expect(Number.isFinite(row.value)).toBe(true);
          expect(row.confidence).toBeGreaterThan(0);
          expect(row.confidence).toBeLessThanOrEqual(1);
        }
        expect(extract(given, city)).toEqual(first);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  test.each(['', ' ', '\ud800', '\u0000', '1', '人'])('%j gives nothing', (text) => {
    expect(extract(text).observations).toEqual([]);
  });

  test('a neutral paragraph in front shifts offsets and changes nothing else', () => {
    const neutral = '各项工作扎实推进，干部职工精神面貌良好。\n';
    for (const name of fixtureNames().filter((other) => !/damaged|news|table/.test(other))) {
      const { text, meta } = readFixture(name);
      const plain = extract(text, meta).observations;
      const shifted = extract(neutral + text, meta).observations;
      const back = shifted.map((row) => ({
        ...row,
        start: row.start - neutral.length,
        end: row.end - neutral.length,
        partOf: row.partOf === null ? null : row.partOf - neutral.length,
      }));
      expect(back, name).toEqual(plain);
    }
  });
});

describe('fields', () => {
  test('a flow of the whole year', () => {
    expect(only('三、思想引领。全年开展职工宣讲210场次。')).toMatchObject({
      value: 210,
      unit: '场次',
      measure: 'activities',
      category: 'ideology',
      kind: 'flow',
      periodStart: '2018-01-01',
      periodEnd: '2018-12-31',
      section: '三',
    });
  });
  test('a level is a stock', () => {
    expect(only('全市共有基层工会8460家。')).toMatchObject({ measure: 'unions', kind: 'stock' });
  });
  test('截至 with a known start is a flow up to that day', () => {
    expect(only('截至5月份，全市清退资金7万余元。')).toMatchObject({
      kind: 'flow',
      periodStart: '2018-01-01',
      periodEnd: '2018-05-31',
    });
  });
  test('a county narrows the area, with the code of the day', () => {
    expect(only('6月12日，在监利县为95名单亲困难职工送去药箱。')).toMatchObject({
      refArea: '421023',
      periodStart: '2018-06-12',
      periodEnd: '2018-06-12',
    });
    expect(
      only('监利市新建工会20家。', { ...city, coverageStart: '2021-01-01', coverageEnd: '2021-12-31' }),
    ).toMatchObject({ refArea: '421088' });
  });
  test('a company does not narrow the area', () => {
    expect(only('监利县福娃集团有限公司等3家企业参赛。').refArea).toBe('421000');
  });
  test('a plan is a target of its half-year', () => {
    expect(only('二、下半年工作计划\n新建工会组织10家。')).toMatchObject({
      status: 'target',
      periodStart: '2018-07-01',
      periodEnd: '2018-12-31',
    });
  });
  test('力争 names the year of the target', () => {
    expect(only('力争到2020年底建会率达到90%以上。')).toMatchObject({
      status: 'target',
      periodStart: '2020-01-01',
      periodEnd: '2020-12-31',
      qualifier: 'over',
      kind: 'rate',
    });
  });
  test('其中 makes a part', () => {
    const [whole, part] = extract('新增会员3000人，其中农民工1200人。', city).observations;
    expect(part?.partOf).toBe(whole?.start);
  });
  test('各 stays one observation', () => {
    expect(only('新增职工书屋、爱心驿站各2家。')).toMatchObject({ value: 2, measure: 'facilities' });
  });
  test('without a year the periods are null and an issue asks for it', () => {
    const { observations, issues, report } = extract('荆州市总工会上半年工作情况\n一、组建。新建工会31家。');
    expect(observations[0]).toMatchObject({ periodStart: null, periodEnd: null, refArea: '421000' });
    expect(issues.map((issue) => issue.code)).toContain('year-missing');
    expect(report.frequency).toMatchObject({ value: 'S', basis: 'printed' });
  });
});

test('an observation of the model carries ids and no blanks', () => {
  const found = only('培训职工 12 人。');
  const row = toObservation(found, { reportId: '421000-2018', doc: 'a.txt' });
  expect(row).toMatchObject({ id: `421000-2018.${found.start}`, surface: '12人', review: 'machine', partOf: null });
  expect(JSON.parse(JSON.stringify(row))).toEqual(row);
});
