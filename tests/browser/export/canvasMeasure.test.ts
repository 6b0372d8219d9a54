import { expect, it } from 'vitest';
import { canvasMeasure } from '../../../src/export/raster';

it('gives every full-width mark its width, as programs do that set none of them closer', () => {
  const measure = canvasMeasure('"Noto Sans CJK SC", sans-serif');
  const width = (text: string) => measure(text, 20, 400);
  for (const text of ['》《', '）；', '）））', '“（', '：《年度》（二）。'])
    expect(width(text), text).toBeCloseTo(
      Array.from(text).reduce((sum, sign) => sum + width(sign), 0),
      1,
    );
});
