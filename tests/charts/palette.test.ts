import { describe, expect, it } from 'vitest';
import { chartTheme } from '../../src/charts/theme';
import { themes } from '../../src/charts/tokens';
import { contrast, perceivedDistance, visions } from '../support/charts/vision';

describe.each(['light', 'dark', 'official', 'wall'] as const)('the %s theme', (name) => {
  const theme = themes[name];
  const grounds = [theme.surface, theme.background, theme.surfaceRaised, theme.surfaceSunken];

  it('keeps text at WCAG AA on every ground', () => {
    for (const ground of grounds)
      for (const ink of [
        theme.text,
        theme.textMuted,
        theme.rise,
        theme.fall,
        theme.warning,
        theme.danger,
        theme.accent,
      ])
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.onAccent, theme.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.accent, theme.accentSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.accentStrong, theme.accentSoft)).toBeGreaterThanOrEqual(4.5);
    for (const ink of [theme.onHeader, theme.headerInk])
      expect(contrast(ink, theme.header)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps marks at 3:1 on the surface of charts', () => {
    for (const colour of [...theme.series, theme.accent, theme.unmentioned, theme.focus, theme.axis])
      expect(contrast(colour, theme.surface), colour).toBeGreaterThanOrEqual(2.95);
    for (const colour of theme.series) expect(contrast(colour, theme.surface), colour).toBeGreaterThanOrEqual(3);
  });

  it.each(visions)('keeps the ten categorical colours apart in %s vision', (vision) => {
    theme.series.forEach((a, i) => {
      for (const b of theme.series.slice(i + 1))
        expect(perceivedDistance(a, b, vision), `${a} and ${b}`).toBeGreaterThan(5.5);
    });
  });

  it.each(visions)('keeps neighbours of the ramp apart and in order in %s vision', (vision) => {
    theme.ramp.slice(1).forEach((colour, i) => {
      expect(perceivedDistance(colour, theme.ramp[i] ?? '', vision)).toBeGreaterThan(5);
    });
    const towards = theme.ramp.map((colour) => contrast(colour, theme.surface));
    expect(towards).toEqual([...towards].sort((a, b) => a - b));
  });
});

describe('政务红, the theme of official pictures', () => {
  const theme = chartTheme('official');
  const [red = '', gold = ''] = theme.bands;

  it('keeps words at WCAG AA and marks at 3:1', () => {
    for (const ink of [theme.title, theme.text, theme.textMuted, theme.accent, theme.rise, theme.fall])
      expect(contrast(ink, theme.surface), ink).toBeGreaterThanOrEqual(4.5);
    for (const colour of [...theme.series, theme.unmentioned])
      expect(contrast(colour, theme.surface), colour).toBeGreaterThanOrEqual(3);
    expect(contrast(theme.axis, theme.surface)).toBeGreaterThanOrEqual(2.95);
    expect(contrast(red, theme.surface)).toBeGreaterThan(4.5);
    expect(perceivedDistance(red, gold, 'deutan')).toBeGreaterThan(10);
  });

  it.each(visions)('keeps its colours and its ramp apart in %s vision', (vision) => {
    theme.series.forEach((a, i) => {
      for (const b of theme.series.slice(i + 1))
        expect(perceivedDistance(a, b, vision), `${a} and ${b}`).toBeGreaterThan(5.5);
    });
    theme.ramp.slice(1).forEach((colour, i) => {
      expect(perceivedDistance(colour, theme.ramp[i] ?? '', vision)).toBeGreaterThan(5);
    });
  });
});

it('draws a transparent picture in the ink of the light one', () => {
  const clear = { ...chartTheme('transparent'), name: 'light' };
  expect(clear).toEqual(chartTheme('light'));
});
