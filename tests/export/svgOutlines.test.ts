import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { outlineFaces, type ReadFile } from '../../src/export/svg/outlineFaces';
import { sampleFigures } from '../support/charts/sampleFigures';
import { composeSample } from '../support/export/composeSample';
import { fromDisk, outlined } from '../support/export/outlined';

const parse = (svg: string) =>
  new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(svg, 'image/svg+xml');

const document = (text: string) => `<svg xmlns="http://www.w3.org/2000/svg">${text}</svg>`;

describe.each(Object.keys(sampleFigures))('%s', (name) => {
  it('has no text left, and every word names its outline', async () => {
    const figure = sampleFigures[name]?.();
    if (!figure) throw new Error(`no sample: ${name}`);
    const svg = await composeSample({ ...figure, mark: '模拟数据' });
    const made = await outlined(svg);
    expect(made.lacking).toEqual([]);
    const after = parse(made.svg);
    expect(after.getElementsByTagName('text')).toHaveLength(0);
    const labels = Array.from(after.getElementsByTagName('path')).flatMap(
      (path) => path.getAttribute('aria-label') ?? [],
    );
    const words = Array.from(parse(svg).getElementsByTagName('text'))
      .filter((text) => text.getAttribute('aria-hidden') !== 'true')
      .map((text) => text.textContent ?? '');
    expect(labels.map((label) => label.trim())).toEqual(words.map((word) => word.trim()).filter(Boolean));
    expect(made.svg).not.toMatch(/NaN|undefined/);
  });
});

it('keeps place, colour, turn and role of a text, and its words as a name', async () => {
  const turned =
    '<text data-role="unit" x="7" y="9" font-size="10" fill="#123456" transform="rotate(45)">工&lt;会</text>';
  const { svg } = await outlined(document(turned));
  const path = parse(svg).getElementsByTagName('path')[0];
  expect(path?.getAttribute('data-role')).toBe('unit');
  expect(path?.getAttribute('fill')).toBe('#123456');
  expect(path?.getAttribute('transform')).toBe('rotate(45)');
  expect(path?.getAttribute('aria-label')).toBe('工<会');
  expect(path?.getAttribute('d')).toMatch(/^M[^M]+(?:ZM[^M]+)+Z$/);
});

it('anchors by the width of the outlines', async () => {
  const at = async (anchor: string) => {
    const { svg } = await outlined(document(`<text text-anchor="${anchor}" x="100" y="50" font-size="20">工会</text>`));
    const [, x] = /d="M(-?[\d.]+) /.exec(svg) ?? [];
    return Number(x);
  };
  const start = await at('start');
  expect(start).toBeGreaterThan(100);
  expect(start).toBeLessThan(120);
  expect(start - (await at('middle'))).toBeCloseTo(20, 1);
  expect(start - (await at('end'))).toBeCloseTo(40, 1);
});

it('sets two Chinese marks beside each other as browsers do', async () => {
  const widthOf = async (words: string) => {
    const { svg } = await outlined(document(`<text text-anchor="end" x="0" y="0" font-size="100">国${words}</text>`));
    return -Number(/d="M(-?[\d.]+) /.exec(svg)?.[1]);
  };
  const single = await widthOf('（');
  for (const pair of ['》《', '）：', '（《']) expect(single + 50 - (await widthOf(pair)), pair).toBeCloseTo(0, 1);
  expect((await widthOf('》中')) - single).toBeCloseTo(100, 1);
});

it('draws bold words bold', async () => {
  const of = async (weight: string) =>
    outlined(document(`<text x="0" y="0" font-size="20" style="font-weight:${weight}">工</text>`));
  expect((await of('600')).svg).not.toBe((await of('400')).svg);
});

it('leaves a character that no font has as text at its place, and says which', async () => {
  const { svg, lacking } = await outlined(document('<text x="10" y="50" font-size="20" fill="red">工𠮷会😀</text>'));
  expect(lacking).toEqual(['𠮷', '😀']);
  const texts = Array.from(parse(svg).getElementsByTagName('text'));
  expect(texts.map((text) => text.textContent)).toEqual(['𠮷', '😀']);
  expect(texts.map((text) => text.getAttribute('x'))).toEqual(['30', '70']);
  expect(texts[0]?.getAttribute('fill')).toBe('red');
});

it('knows the names of places and signs that reports use', async () => {
  const words = '荆州沙市江陵松滋公安石首监利洪湖洈水沙垸，。、；：（）“”‘’—…·×‰%〔〕《》℃▲▼■●□◆①②≥≤↑↓→0123456789';
  const { lacking } = await outlined(document(`<text font-size="20">${words}</text>`));
  expect(lacking).toEqual([]);
});

it('tells a font that cannot be fetched as a failed export, and tries again the next time', async () => {
  const refused: ReadFile = () => Promise.reject(new Error('offline'));
  // A character whose slice no other test has loaded.
  const wanted = { regular: new Set(['龘']), bold: new Set<string>() };
  await expect(outlineFaces(wanted, undefined, refused)).rejects.toMatchObject({
    code: 'export-failed',
    cause: { message: 'offline' },
  });
  const faceOf = await outlineFaces(wanted, undefined, fromDisk);
  expect(faceOf('龘', false)).not.toBeNull();
});
