import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/statistics/answer';
import { formatBucket, formatChange, formatDate, formatValue } from '../../../src/statistics/format';
import { countiesFilter, narrate, type NarrationNames } from '../../../src/statistics/narrate/narrate';
import { phrasesOf } from '../../../src/statistics/narrate/phrases';
import { plainText, type Part } from '../../../src/statistics/narrate/paragraph';
import type { Filter, Tile } from '../../../src/statistics/query';
import { resolveDataset } from '../../../src/statistics/resolveDataset';
import type { Dataset } from '../../../src/model/dataset';
import type { Language } from '../../../src/model/language';
import { arbitraryDataset, arbitraryFilter, subjectCodes } from '../../support/arbitraryDataset';
import { aDataset, aFilter, anIndicator, anObservation, aReport } from '../../support/datasets';

const names = (language: Language): NarrationNames => ({
  place: language === 'en' ? 'Jingzhou' : '荆州市',
  subject: (code) => `〈${code}〉`,
  area: (code) => `〔${code}〕`,
  category: (code) => `《${code}》`,
  bucket: (id) => formatBucket(id, language),
  date: (iso) => formatDate(iso, language),
});

const phrases = { 'zh-CN': await phrasesOf['zh-CN'](), en: await phrasesOf.en() };

function tell(dataset: Dataset, filter: Filter, subjects: string[], language: Language = 'zh-CN') {
  const resolved = resolveDataset(dataset);
  const tiles = answer(resolved, 'tiles', { filter, subjects });
  const [subject = 'participants'] = subjects;
  const split = (by: 'category' | 'area', asked: Filter) =>
    answer(resolved, 'series', { filter: asked, subject, split: by });
  const counties = countiesFilter(tiles, filter);
  const all = {
    tiles,
    byCategory: split('category', filter),
    byArea: split('area', filter),
    names: names(language),
    phrases: phrases[language],
    language,
  };
  const paragraph = narrate({ ...all, byArea: counties && split('area', counties) });
  // What it is not asked of would change nothing.
  expect(paragraph).toEqual(narrate(all));
  return { resolved, tiles, paragraph, text: plainText(paragraph) };
}

const city = aFilter({ areas: ['421000'] });
const told = (dataset: Dataset, filter = city, subjects = ['participants'], language: Language = 'zh-CN') =>
  tell(dataset, filter, subjects, language).text;

const [y2018, y2019] = [aReport('421000', '2018'), aReport('421000', '2019')];

describe('a paragraph', () => {
  test('says value, qualifier and the change against the year before', () => {
    const dataset = aDataset(
      [y2018, y2019],
      [anObservation(y2018, 200000), anObservation(y2019, 280000, { qualifier: 'about' })],
    );
    expect(told(dataset)).toBe('2019年，荆州市各项活动参与约28万人次，同比增长约40%。');
  });

  test('names the verb of a fall, and prints its size without a sign', () => {
    const dataset = aDataset([y2018, y2019], [anObservation(y2018, 200), anObservation(y2019, 150)]);
    expect(told(dataset)).toBe('2019年，荆州市各项活动参与150人次，同比下降25%。');
  });

  test('tells none from one too small to print', () => {
    const same = aDataset([y2018, y2019], [anObservation(y2018, 200), anObservation(y2019, 200)]);
    const almost = aDataset([y2018, y2019], [anObservation(y2018, 100_000), anObservation(y2019, 100_001)]);
    expect(told(same)).toContain('同比持平。');
    expect(told(almost)).toContain('同比基本持平。');
  });

  test('speaks of rates in points', () => {
    const rate = { measure: 'rate', kind: 'rate', unit: '%' } as const;
    const dataset = aDataset([y2018, y2019], [anObservation(y2018, 90, rate), anObservation(y2019, 91.2, rate)]);
    expect(told(dataset, city, ['rate'])).toBe('2019年，荆州市〈rate〉为91.2%，同比提高1.2个百分点。');
  });

  test('says why there is no comparison, and what is not reported or not mentioned', () => {
    const dataset = aDataset([y2018], [anObservation(y2018, 200)], [anIndicator('lectures')]);
    expect(told(dataset, city, ['participants', 'funds'])).toBe(
      '2018年，荆州市各项活动参与200人次。〈participants〉上年同期未报，不作同比。报告未提及〈funds〉。',
    );
  });

  test('says how much of a period is reported', () => {
    const march = aReport('421000', '2018-03');
    expect(told(aDataset([march], [anObservation(march, 200)]))).toContain('参与200人次（12个月中1个月有报告）');
  });

  test('says once what several numbers rest on', () => {
    const march = aReport('421000', '2018-03');
    const dataset = aDataset(
      [march],
      [anObservation(march, 200), anObservation(march, 5, { measure: 'activities', unit: '场次' })],
    );
    expect(told(dataset, city, ['participants', 'activities'])).toMatch(
      /^2018年（12个月中1个月有报告），荆州市各项活动参与200人次；开展活动5场次。/,
    );
  });

  test('sets progress beside a target', () => {
    const dataset = aDataset([y2018], [anObservation(y2018, 90), anObservation(y2018, 120, { status: 'target' })]);
    expect(told(dataset)).toContain('参与90人次，完成目标120人次的75%');
  });

  test('says so when there is nothing at all', () => {
    expect(told(aDataset([], []))).toBe('所选范围内，荆州市没有主要指标的数。〈participants〉未报。');
  });

  test('names the largest categories with their shares', () => {
    const dataset = aDataset([y2018], [anObservation(y2018, 300), anObservation(y2018, 100, { category: 'skills' })]);
    expect(told(dataset)).toContain(
      '分类别看，2018年〈participants〉较多的是《ideology》300人次（占75%）、《skills》100人次（占25%）。',
    );
  });

  test('is a list of facts in English', () => {
    const dataset = aDataset([y2018, y2019], [anObservation(y2018, 200), anObservation(y2019, 150)]);
    expect(told(dataset, city, ['participants', 'funds'], 'en')).toBe(
      '2019, Jingzhou: 〈participants〉 150 person-times, down 25% year on year. Not mentioned in the reports: 〈funds〉.',
    );
  });
});

/** What a number of the paragraph should print, worked out from its own source anew. */
function reprinted(part: Part, told: ReturnType<typeof tell>, filter: Filter, tiles: readonly Tile[]): string | null {
  const { source } = part;
  if (!source) return null;
  const { cell } = answer(told.resolved, 'explain', { filter, cell: source });
  if (part.role === 'value')
    return formatValue(cell.value, { language: 'zh-CN', unit: cell.unit, qualifier: cell.qualifier });
  if (part.role !== 'change') return null;
  const tile = tiles.find(({ subject }) => subject.code === source.subject);
  const sides = [tile?.yearOnYear, tile?.periodOnPeriod].filter((side) => side?.base === source.buckets[0]);
  return sides
    .map((side) =>
      formatChange(Math.abs(side?.change ?? 0), {
        language: 'zh-CN',
        points: side?.points ?? false,
        approximate: side?.approximate ?? false,
      }),
    )
    .join('|');
}

test('every number of any paragraph is that of its source, and the grammar holds', () => {
  fc.assert(
    fc.property(arbitraryDataset, arbitraryFilter, (dataset, filter) => {
      const one = tell(dataset, filter, subjectCodes);
      for (const part of one.paragraph) {
        expect(part.role === null).toBe(part.source === null);
        const again = reprinted(part, one, filter, one.tiles);
        if (part.role === 'value') expect(part.text).toBe(again);
        if (part.role === 'change' && !part.text.includes('持平')) {
          expect((again ?? '').replaceAll('+', '').split('|')).toContain(part.text);
        }
      }
      for (const language of ['zh-CN', 'en'] as const) {
        const { text } = tell(dataset, filter, subjectCodes, language);
        expect(text).not.toMatch(/NaN|undefined|null|Infinity|—/);
        expect(text).not.toMatch(/约约|增长-|下降-|提高-|增长\+|，，|；；|。。|，。|；。|（）|about about|[a-z] {2}/);
        expect(text.trim()).toBe(text);
      }
      // Plain words carry no statistic: digits stand only in periods and in the size of a whole that a count is of.
      const words = one.paragraph.filter(({ source }) => source === null).map(({ text }) => text);
      const left = words
        .join(' ')
        .replaceAll(/〔\d{6}〕|\d{4}[–年]|\d+(?:[–、]\d+)*月|\d+日|\d+个月中|\d+个(?:下级地区|县市区)中/g, '');
      expect(left).not.toMatch(/\d/);
    }),
    { numRuns: 150, seed: 20261121 },
  );
});
