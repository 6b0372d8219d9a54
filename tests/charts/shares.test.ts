import { describe, expect, it } from 'vitest';
import { gridOf, niceCeiling } from '../../src/charts/panels';
import { toShares } from '../../src/charts/shares';
import { trend } from '../../src/charts/trend';
import { aCell, aContext, anAnswer, aSeries } from '../support/charts/sampleAnswers';

const sharesOf = (...rows: (number | null)[][]) =>
  toShares(
    rows.map((values, i) =>
      aSeries(
        String(i),
        values.map((value) => aCell(value)),
      ),
    ),
  ).map(({ cells }) => cells.map(({ value }) => value));

describe('shares', () => {
  it('are of the sum of what has a value, bucket by bucket', () => {
    expect(sharesOf([1, null, 0], [3, 5, 0])).toEqual([
      [25, null, null],
      [75, 100, null],
    ]);
  });

  it('are none where a part is negative', () => {
    expect(sharesOf([-1], [3])).toEqual([[null], [null]]);
  });

  it('keep absences as they are, and the table keeps the numbers', () => {
    const answer = anAnswer(
      ['2018'],
      [aSeries('ideology', [aCell(1)]), aSeries('skills', [aCell(3)]), aSeries('models', [aCell(null)])],
    );
    const figure = trend({ answer, split: 'category', kind: 'share' }, aContext());
    expect(figure.unit).toBe('%');
    expect(figure.table.rows[0]?.cells.map(({ text }) => text)).toEqual(['1人次', '3人次', '未报']);
    expect(figure.notes[0]).toContain('100%');
  });
});

describe('panels', () => {
  it('have a round top that is not below the largest value', () => {
    expect([0, 1, 1.2, 2.4, 4.9, 99, 100, 101].map(niceCeiling)).toEqual([1, 1, 2, 2.5, 5, 100, 100, 200]);
  });

  it('lie within the frame and beside each other', () => {
    const frame = { widthPx: 900, heightPx: 460, fontPx: 12, purpose: 'screen' } as const;
    for (const count of [1, 2, 5, 9, 17]) {
      const { columns, grids } = gridOf(count, frame, 20);
      expect(grids).toHaveLength(count);
      grids.forEach((grid, i) => {
        const [left, top] = [Number(grid.left), Number(grid.top)];
        expect(left + Number(grid.width)).toBeLessThanOrEqual(frame.widthPx);
        expect(top + Number(grid.height)).toBeLessThanOrEqual(frame.heightPx);
        const before = grids[i - 1];
        if (before && i % columns > 0) expect(left).toBeGreaterThan(Number(before.left) + Number(before.width));
      });
    }
  });
});
