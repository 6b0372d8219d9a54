import { describe, expect, it } from 'vitest';
import { heatMap } from '../../src/charts/heatMap';
import { completePair } from '../../src/charts/movement';
import { ranking } from '../../src/charts/ranking';
import { trend } from '../../src/charts/trend';
import { isWalkKey, walk, type WalkKey, type WalkPlace } from '../../src/charts/walk';
import type { Figure } from '../../src/charts/figure';
import { aContext, byCounty, troubledYears, withTargets } from '../support/charts/sampleAnswers';
import { fourStates } from '../support/charts/sampleFigures';

const route = (figure: Figure, keys: readonly WalkKey[]) => {
  let at: WalkPlace | null = null;
  return keys.map((key) => (at = walk(figure, at, key))).map((place) => place && [place.row, place.column]);
};

describe('walk', () => {
  it('goes along the times of a trend and over its series, and stops at the ends', () => {
    const figure = trend({ answer: withTargets(), split: 'none', kind: 'line' }, aContext());
    expect(route(figure, ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowLeft'])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [1, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(route(figure, ['End', 'Home', 'ArrowUp'])).toEqual([
      [5, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('walks absent points too', () => {
    const figure = trend({ answer: troubledYears(), split: 'none', kind: 'line' }, aContext());
    const texts = route(figure, ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight']).map(
      (at) => figure.table.rows[at?.[0] ?? -1]?.cells[0]?.text,
    );
    expect(texts).toEqual(['0人次', '280,000人次以上', '未报', '未提及']);
  });

  it('walks the rows of a ranking with all four arrows and passes over columns that are not drawn', () => {
    const figure = ranking(
      { answer: byCounty(), split: 'area', bucket: null, order: 'value', moved: completePair(byCounty()) },
      aContext(),
    );
    expect(route(figure, ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp'])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [1, 0],
    ]);
  });

  it('goes along the months of a heat map and down its counties', () => {
    const figure = heatMap({ answer: fourStates(), split: 'area', order: 'administrative' }, aContext());
    expect(route(figure, ['ArrowRight', 'ArrowRight', 'ArrowDown', 'End'])).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 2],
    ]);
  });

  it('knows its keys, and a figure without anything', () => {
    expect(['ArrowUp', 'Enter', 'a'].map(isWalkKey)).toEqual([true, false, false]);
    expect(walk({ table: { columns: ['a'], rows: [] } }, null, 'Home')).toBeNull();
  });
});
