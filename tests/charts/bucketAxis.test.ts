import { describe, expect, it } from 'vitest';
import { bucketLabels } from '../../src/charts/bucketAxis';
import { estimateEm } from '../../src/charts/measureText';
import { enChartText } from '../../src/charts/text/en';
import { zhChartText } from '../../src/charts/text/zh';
import { monthsOf } from '../support/charts/sampleAnswers';

const labels = (buckets: string[], widthPx: number, text = zhChartText) =>
  bucketLabels(buckets, widthPx, { fontPx: 10 }, text).labels;

describe('labels of a time axis', () => {
  it('name every bucket where there is room, the year once', () => {
    expect(labels(monthsOf(2018, 3), 600)).toEqual(['1月\n2018年', '2月', '3月']);
    expect(labels(['2018-Q4', '2019-Q1'], 600)).toEqual(['4季度\n2018年', '1季度\n2019年']);
    expect(labels(['2018-S2', '2019-S1'], 600, enChartText)).toEqual(['H2\n2018', 'H1\n2019']);
    expect(labels(['2018', '2019'], 600)).toEqual(['2018年', '2019年']);
  });

  it('thin out with the calendar down to years', () => {
    expect(labels(monthsOf(2018, 6), 110).filter(Boolean)).toEqual(['1月\n2018年', '4月']);
    const decades = labels(monthsOf(2000, 240), 300).filter(Boolean);
    expect(decades).toEqual(['2000年', '2005年', '2010年', '2015年']);
  });

  it('say when a very short axis is', () => {
    expect(labels(['2018-11'], 10)).toEqual(['11月\n2018年']);
    expect(labels(['2019'], 1)).toEqual(['2019年']);
    expect(labels([], 100)).toEqual([]);
    expect(labels(['rubbish'], 100)).toEqual(['']);
  });

  it.each([80, 200, 390, 900, 1900])('never touch at %d px', (widthPx) => {
    for (const count of [2, 5, 13, 30, 120, 600]) {
      const shown = labels(monthsOf(1980, count), widthPx).flatMap((label, i) => (label === '' ? [] : [{ label, i }]));
      const band = widthPx / count;
      shown.slice(1).forEach(({ label, i }, n) => {
        const before = shown[n] ?? { label: '', i: 0 };
        const em = (text: string) => Math.max(...text.split('\n').map(estimateEm));
        expect((i - before.i) * band).toBeGreaterThanOrEqual(((em(label) + em(before.label)) / 2) * 10);
      });
    }
  });
});
