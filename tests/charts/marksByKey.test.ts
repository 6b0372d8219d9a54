import { expect, it } from 'vitest';
import { marksByKey } from '../../src/app/components/figure/useChartHighlight';
import { ranking } from '../../src/charts/ranking';
import { smallMultiples } from '../../src/charts/smallMultiples';
import { chartTheme } from '../../src/charts/theme';
import { trend } from '../../src/charts/trend';
import { aContext, byCounty, places, troubledYears } from '../support/charts/sampleAnswers';

const frame = { widthPx: 900, heightPx: 460, fontPx: 12, purpose: 'screen' } as const;

it('finds a county in every chart that draws it', () => {
  const key = `area:${places[0] ?? ''}`;
  const figures = [
    trend({ answer: byCounty(), split: 'area', kind: 'line' }, aContext()),
    trend({ answer: byCounty(), split: 'area', kind: 'share' }, aContext()),
    smallMultiples({ answer: byCounty(), split: 'area', kind: 'bar' }, aContext()),
    ranking({ answer: byCounty(), split: 'area', bucket: null, order: 'value' }, aContext()),
  ];
  const found = figures.map((figure) => marksByKey(figure, figure.option(chartTheme('light'), frame)).get(key));
  expect(found.map((marks) => marks?.flatMap(({ dataIndex }) => dataIndex).length)).toEqual([5, 5, 5, 1]);
});

it('finds nothing in a chart of the whole', () => {
  const figure = trend({ answer: troubledYears(), split: 'none', kind: 'line' }, aContext());
  expect(marksByKey(figure, figure.option(chartTheme('light'), frame)).size).toBe(0);
});
