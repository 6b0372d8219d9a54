import { describe, expect, it } from 'vitest';
import { estimateEm } from '../../src/charts/measureText';
import { enChartText } from '../../src/charts/text/en';
import { zhChartText } from '../../src/charts/text/zh';
import { chartTheme } from '../../src/charts/theme';
import { layOut } from '../../src/export/layout';
import type { LayoutInput, Scene } from '../../src/export/scene';
import { presetIds, presets, type PresetId } from '../../src/export/presets';

const measure: LayoutInput['measure'] = (text, fontPx) => estimateEm(text) * fontPx;

const figure: LayoutInput['figure'] = {
  title: '荆州市各县市区参与人次走势',
  subtitle: '2018–2022年 · 按年',
  unit: '万人次',
  notes: ['未报（没有报告，不等于 0）：2019年', '约数（报告写作约、近、多、以上等）：2018年'],
  source: '荆州市总工会《2020年工作总结》《2019年工作总结》',
  asOf: '2020-12-31',
};

const scene = (preset: PresetId, more: Partial<LayoutInput['figure']> = {}, text = zhChartText): Scene =>
  layOut({
    figure: { ...figure, ...more },
    preset,
    theme: chartTheme('light'),
    text,
    exportedOn: '2026-11-21',
    measure,
  });

const block = (laidOut: Scene, role: string) => laidOut.texts.find((text) => text.role === role);

/** Rectangles of everything, to find what touches or leaves the margins. */
function boxes({ texts, chart }: Scene) {
  const words = texts.map(({ lines, x, y, align, fontPx, lineHeightPx, role }) => {
    const width = Math.max(...lines.map((line) => measure(line, fontPx, 400)));
    const left = align === 'left' ? x : x - width;
    const top = y - lineHeightPx / 2;
    return { role, left, right: left + width, top, bottom: top + lines.length * lineHeightPx };
  });
  const plot = {
    role: 'chart',
    left: chart.x,
    right: chart.x + chart.widthPx,
    top: chart.y,
    bottom: chart.y + chart.heightPx,
  };
  return [...words, plot];
}

const hostile: Record<string, Partial<LayoutInput['figure']>> = {
  plain: {},
  'long title': { title: '某某土家族苗族自治县经济技术开发区管理委员会'.repeat(4) },
  'endless title without a break': { title: 'A'.repeat(900) },
  'long subtitle': { subtitle: '类别：思想引领、建功立业、劳模工匠、权益维护 · '.repeat(8) },
  'forty notes': { notes: Array.from({ length: 40 }, (_, i) => `第${String(i)}条说明说得很长很长很长`) },
  'one endless note': { notes: ['长'.repeat(3000)] },
  'long source': { source: '《某某市总工会二〇一八年工作总结和二〇一九年工作计划》'.repeat(6) },
  'nothing but a title': { subtitle: '', unit: '', notes: [], source: '', asOf: null },
};

describe.each(presetIds)('%s', (preset) => {
  it.each(Object.keys(hostile))('keeps everything inside and apart: %s', (name) => {
    for (const text of [zhChartText, enChartText]) {
      const laidOut = scene(preset, hostile[name], text);
      const all = boxes(laidOut);
      const { widthPx, heightPx } = presets[preset];
      for (const box of all) {
        expect(box.left, box.role).toBeGreaterThanOrEqual(laidOut.marginPx - 0.5);
        expect(box.right, box.role).toBeLessThanOrEqual(widthPx - laidOut.marginPx + 0.5);
        expect(box.top, box.role).toBeGreaterThanOrEqual(laidOut.marginPx - 0.5);
        expect(box.bottom, box.role).toBeLessThanOrEqual(heightPx - laidOut.marginPx + 0.5);
      }
      all.forEach((a, i) => {
        for (const b of all.slice(i + 1)) {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5;
          expect(apart, `${a.role} and ${b.role}`).toBe(true);
        }
      });
      expect(laidOut.chart.heightPx).toBeGreaterThan(heightPx * 0.4);
    }
  });
});

it('sets type that reads from the back row', () => {
  const full = scene('full');
  expect(block(full, 'title')?.fontPx).toBeGreaterThanOrEqual(44);
  expect(full.chart.fontPx).toBeGreaterThanOrEqual(22);
  for (const { fontPx } of full.texts) expect(fontPx).toBeGreaterThanOrEqual(20);
  for (const preset of presetIds) {
    // A head picture is 900 pixels wide on the whole width of a phone; the others are slides and pages.
    const least = preset === 'wechat' ? presets.wechat.widthPx / 70 : 18;
    for (const { fontPx } of scene(preset).texts) expect(fontPx).toBeGreaterThanOrEqual(least);
  }
});

it('never cuts a title of real length: it wraps, then shrinks', () => {
  const title =
    '所选恩施土家族苗族自治州、黔东南苗族侗族自治州、克孜勒苏柯尔克孜自治州普惠服务工会驿站服务户外劳动者人次走势';
  for (const preset of presetIds) {
    const lines = block(scene(preset, { title }), 'title')?.lines ?? [];
    expect(lines.join('')).toBe(title);
    expect(lines.length).toBeLessThanOrEqual(3);
  }
});

it('keeps whole notes and says how many are left', () => {
  const notes = Array.from({ length: 40 }, (_, i) => `第${String(i)}条说明说得很长很长很长`);
  const lines = block(scene('half', { notes }), 'notes')?.lines ?? [];
  expect(lines).toHaveLength(3);
  const shown = notes.filter((note) => lines.join('').includes(note)).length;
  expect(shown).toBeGreaterThan(0);
  expect(lines.join('')).toContain(`另有 ${String(40 - shown)} 条说明`);
});

it('prints source, date of data and day of making', () => {
  const words = scene('full').texts.flatMap(({ lines }) => lines);
  expect(words).toContain('来源：荆州市总工会《2020年工作总结》《2019年工作总结》');
  expect(words).toContain('数据截至 2020-12-31 · 2026-11-21 制图');
  expect(words).toContain('单位：万人次');
});
