import { tag } from '../ooxml/xml';
import { escapeXml } from '../svg/plainSvg';
import type { StyleId } from './styles';

/** Words as a run, in the type of their paragraph. */
export const run = (words: string) =>
  tag('w:r', {}, tag('w:t', { 'xml:space': 'preserve' }, escapeXml(words.replace(/[\t\r\n]+/g, ' '))));

/** A paragraph of a style; `content` is runs. */
export function styled(
  style: StyleId,
  content: string,
  more: { newPage?: boolean; keepNext?: boolean; align?: 'left' | 'right' } = {},
): string {
  const properties = tag(
    'w:pPr',
    {},
    tag('w:pStyle', { 'w:val': style }),
    more.keepNext ? tag('w:keepNext') + tag('w:keepLines') : '',
    more.newPage ? tag('w:pageBreakBefore') : '',
    more.align === undefined ? '' : tag('w:jc', { 'w:val': more.align }),
  );
  return tag('w:p', {}, properties, content);
}

/** 图 1 with a number that Word counts anew when figures move; `label` is its word, `number` what it shows now. */
export function numbered(label: string, number: number): string {
  const words = label.replace(String(number), '').trimEnd();
  const instruction = ` SEQ ${words} \\* ARABIC `;
  const field = tag('w:fldSimple', { 'w:instr': instruction }, run(String(number)));
  return run(`${words} `) + field;
}
