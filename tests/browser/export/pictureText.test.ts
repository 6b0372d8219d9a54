import { describe, expect, it } from 'vitest';
import { drawPicture } from '../../../src/export/picture';
import { presetIds, presets, type PresetId } from '../../../src/export/presets';
import { sampleFigures } from '../../support/charts/sampleFigures';
import { officeOptions } from '../../support/export/officeOptions';

interface Written {
  words: string;
  box: DOMRect;
}

/** What people read in a picture and where it stands, as the browser lays it out. */
async function writtenIn(name: string, preset: PresetId): Promise<Written[]> {
  const figure = sampleFigures[name]?.();
  if (!figure) throw new Error(`no sample: ${name}`);
  const svg = await drawPicture({ ...figure, mark: '模拟数据' }, officeOptions({ preset }), 1);
  const place = document.createElement('div');
  place.style.cssText = 'position:absolute;left:0;top:0';
  place.innerHTML = svg.replace(/^<\?xml[^>]*>/, '');
  document.body.append(place);
  const origin = place.querySelector('svg')?.getBoundingClientRect() ?? new DOMRect();
  const texts = [...place.querySelectorAll('text')].filter((text) => text.getAttribute('aria-hidden') !== 'true');
  const written = texts.flatMap((text): Written[] => {
    const words = text.textContent.trim();
    const { x, y, width, height } = text.getBoundingClientRect();
    return words === '' ? [] : [{ words, box: new DOMRect(x - origin.x, y - origin.y, width, height) }];
  });
  place.remove();
  return written;
}

/** Share of a line's box that letters do not fill: lines as close as type is set do not touch. */
const airShare = 0.3;

/** Whether the letters of two texts cover each other. */
function covers(a: DOMRect, b: DOMRect): boolean {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 1 && high > airShare * Math.min(a.height, b.height);
}

describe.each(presetIds)('%s', (preset) => {
  const { widthPx, heightPx } = presets[preset];

  it.each(Object.keys(sampleFigures))(
    'writes everything inside of the picture, nothing over another: %s',
    async (name) => {
      const written = await writtenIn(name, preset);
      expect(written.length).toBeGreaterThan(5);
      const outside = written.filter(
        ({ box }) => box.left < -1 || box.top < -1 || box.right > widthPx + 1 || box.bottom > heightPx + 1,
      );
      expect(outside.map(({ words }) => words)).toEqual([]);
      const covered = written.flatMap((one, i) =>
        written.slice(i + 1).flatMap((other) => (covers(one.box, other.box) ? [`${one.words} × ${other.words}`] : [])),
      );
      expect(covered).toEqual([]);
    },
  );
});
