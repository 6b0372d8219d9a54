import validate, { type Format } from '@ooxml-tools/validate';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pictureThemeNames } from '../../src/charts/theme';
import { packDocument } from '../../src/export/docx/packDocument';
import { exportPptx } from '../../src/export/exporters/pptx';
import { exportXlsx } from '../../src/export/exporters/xlsx';
import { packDeck } from '../../src/export/pptx/packDeck';
import { sampleFigures } from '../support/charts/sampleFigures';
import { officeOptions } from '../support/export/officeOptions';
import { aPicture, readyFigures } from '../support/export/readyFigures';

/** The rules by which Office itself reads files, as its maker publishes them (Open XML SDK): a breach is a repair prompt. */
async function breaches(file: Blob | Uint8Array, format: Format): Promise<string[]> {
  const bytes = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file;
  const found = await validate(bytes, format, 'Office2013');
  return found.map(({ path, description }) => `${path.partUri} ${path.xpath}: ${description}`);
}

const nasty = '=1+1 <a:t>&"\'\u0000\u0007\uD800 ]]>\n\t很长'.repeat(20);
const plain = Object.values(sampleFigures).map((make) => make());
const figures = plain.map((figure, i) => (i % 2 === 0 ? figure : { ...figure, mark: '模拟数据' }));
const natives = figures.filter(({ native }) => native !== null && native !== undefined);
const hostile = plain.slice(0, 3).map((figure) => ({
  ...figure,
  title: nasty,
  subtitle: nasty,
  notes: [nasty, nasty],
  source: nasty,
  mark: '模拟数据',
}));
const entries = figures.map((_, i) => ({
  address: `#/trend?n=${String(i)}`,
  remark: i % 3 === 0 ? nasty : '含线上活动',
}));
const collection = { title: '三季度工作汇报', entries };
const atOnce = () => Promise.resolve();

describe('a deck', () => {
  it('of every chart to edit keeps to the rules', async () => {
    expect(await breaches(await exportPptx(natives, officeOptions({ collection })), 'pptx')).toEqual([]);
  });

  it.each(pictureThemeNames)('keeps to the rules in every theme: %s', async (theme) => {
    const options = officeOptions({ theme, collection }, theme === 'dark' ? 'en' : 'zh');
    expect(await breaches(await exportPptx(natives.slice(0, 2), options), 'pptx')).toEqual([]);
  });

  it('of pictures keeps to the rules', async () => {
    const options = officeOptions({ collection });
    const pages = readyFigures(figures, options).map((page) => ({
      ...page,
      visual: { kind: 'picture' as const, picture: aPicture(1728, 650) },
    }));
    expect(await breaches(await packDeck(pages, options, atOnce), 'pptx')).toEqual([]);
  });

  it('of one figure, and of hostile words, keeps to the rules', async () => {
    expect(await breaches(await exportPptx(natives.slice(0, 1), officeOptions()), 'pptx')).toEqual([]);
    const options = officeOptions({ collection: { title: nasty, entries }, address: nasty });
    expect(await breaches(await exportPptx(hostile, options), 'pptx')).toEqual([]);
  });

  it('has workbooks inside that keep to the rules', async () => {
    const deck = await exportPptx(natives, officeOptions());
    const inside = Object.entries(unzipSync(new Uint8Array(await deck.arrayBuffer()))).filter(([path]) =>
      path.endsWith('.xlsx'),
    );
    expect(inside.length).toBeGreaterThanOrEqual(natives.length);
    for (const [path, bytes] of inside) expect(await breaches(bytes, 'xlsx'), path).toEqual([]);
  });

  it('with a fault in it would be told', async () => {
    const deck = await exportPptx(natives.slice(0, 1), officeOptions());
    const parts = unzipSync(new Uint8Array(await deck.arrayBuffer()));
    const chart = strFromU8(parts['ppt/charts/chart1.xml'] ?? new Uint8Array());
    parts['ppt/charts/chart1.xml'] = strToU8(chart.replace(/<c:crossAx[^>]*>/, ''));
    expect((await breaches(zipSync(parts), 'pptx')).join()).toContain('crossAx');
  });
});

describe('a document', () => {
  it.each(['zh', 'en'] as const)('keeps to the rules: %s', async (language) => {
    const options = officeOptions({ collection }, language);
    expect(await breaches(await packDocument(readyFigures(figures, options), options, atOnce), 'docx')).toEqual([]);
  });

  it('of hostile words keeps to the rules', async () => {
    const options = officeOptions({ collection: { title: nasty, entries }, address: nasty });
    expect(await breaches(await packDocument(readyFigures(hostile, options), options, atOnce), 'docx')).toEqual([]);
  });
});

describe('a workbook', () => {
  it.each(['zh', 'en'] as const)('keeps to the rules: %s', async (language) => {
    expect(await breaches(await exportXlsx(figures, officeOptions({ collection }, language)), 'xlsx')).toEqual([]);
  });

  it('of hostile words keeps to the rules', async () => {
    const options = officeOptions({ collection: { title: nasty, entries }, address: nasty });
    expect(await breaches(await exportXlsx(hostile, options), 'xlsx')).toEqual([]);
  });
});
