import type { ChartTheme } from '../../charts/theme';
import type { Part } from '../ooxml/packParts';
import { tag, val, xmlHead } from '../ooxml/xml';

const rgb = (name: string, hex: string) => tag(name, {}, val('a:srgbClr', hex.slice(1).toUpperCase()));

function colours(theme: ChartTheme): string {
  const accents = theme.series.slice(0, 6).map((hex, i) => rgb(`a:accent${String(i + 1)}`, hex));
  return tag(
    'a:clrScheme',
    { name: 'Figures' },
    rgb('a:dk1', theme.text),
    rgb('a:lt1', theme.surface),
    rgb('a:dk2', theme.textMuted),
    rgb('a:lt2', theme.background),
    ...accents,
    rgb('a:hlink', theme.accent),
    rgb('a:folHlink', theme.accent),
  );
}

/** One font for both scripts, by its English and its Chinese name: every Office and WPS on Windows has it. */
function fonts(): string {
  const family = (name: string) =>
    tag(
      name,
      {},
      tag('a:latin', { typeface: 'Microsoft YaHei' }),
      tag('a:ea', { typeface: '微软雅黑' }),
      tag('a:cs', { typeface: 'Arial' }),
      tag('a:font', { script: 'Hans', typeface: '微软雅黑' }),
    );
  return tag('a:fontScheme', { name: 'Figures' }, family('a:majorFont'), family('a:minorFont'));
}

/** The obligatory plain fills, lines and effects: three each. */
function formats(): string {
  const fill = tag('a:solidFill', {}, val('a:schemeClr', 'phClr'));
  const line = (w: number) => tag('a:ln', { w }, fill);
  const effect = tag('a:effectStyle', {}, tag('a:effectLst'));
  return tag(
    'a:fmtScheme',
    { name: 'Figures' },
    tag('a:fillStyleLst', {}, fill, fill, fill),
    tag('a:lnStyleLst', {}, line(6350), line(12_700), line(19_050)),
    tag('a:effectStyleLst', {}, effect, effect, effect),
    tag('a:bgFillStyleLst', {}, fill, fill, fill),
  );
}

/** A theme part: our colours, and the fonts of Latin and East Asian text. */
export function themePart(path: string, theme: ChartTheme): Part {
  const elements = tag('a:themeElements', {}, colours(theme), fonts(), formats());
  const xmlns = { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', name: 'Figures' };
  return {
    path,
    type: 'application/vnd.openxmlformats-officedocument.theme+xml',
    content: xmlHead + tag('a:theme', xmlns, elements),
  };
}
