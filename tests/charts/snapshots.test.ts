import { describe, expect, it } from 'vitest';
import { chartTheme } from '../../src/charts/theme';
import { renderSvg } from '../support/charts/renderSvg';
import { sampleFigures } from '../support/charts/sampleFigures';

const frame = { widthPx: 900, heightPx: 460, fontPx: 13, purpose: 'screen' } as const;

describe('sample figures', () => {
  it.each(Object.keys(sampleFigures))('%s looks as recorded', async (name) => {
    const figure = sampleFigures[name]?.();
    if (!figure) throw new Error(`no sample: ${name}`);
    const { id, title, subtitle, unit, notes, source, asOf, empty, fileStem } = figure;
    const table = { ...figure.table, rows: figure.table.rows.slice(0, 3) };
    const svg = await renderSvg(figure, chartTheme('light'), frame);
    await expect(svg).toMatchFileSnapshot(`snapshots/${name}.svg`);
    await expect(
      `${JSON.stringify({ id, title, subtitle, unit, notes, source, asOf, empty, fileStem, table }, null, 2)}\n`,
    ).toMatchFileSnapshot(`snapshots/${name}.json`);
  });

  it('draws the same twice', async () => {
    const draw = async () => {
      const figure = sampleFigures['trend-months']?.();
      return figure && renderSvg(figure, chartTheme('light'), frame);
    };
    expect(await draw()).toBe(await draw());
  });
});
