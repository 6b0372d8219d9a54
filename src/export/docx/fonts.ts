import type { Part } from '../ooxml/packParts';
import { tag, xmlHead } from '../ooxml/xml';

/** Namespaces of a document's parts. */
export const documentNames = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

/** Names of fonts by the habit of official documents (GB/T 9704): Latin letters and figures stay in Times New Roman. */
export const documentFonts = {
  title: '方正小标宋简体',
  heading: '黑体',
  body: '仿宋_GB2312',
  quiet: '楷体_GB2312',
} as const;

export type DocumentFont = keyof typeof documentFonts;

/** A font for every script of a run. */
export const runFonts = (font: DocumentFont) =>
  tag('w:rFonts', {
    'w:ascii': 'Times New Roman',
    'w:hAnsi': 'Times New Roman',
    'w:eastAsia': documentFonts[font],
    'w:cs': 'Times New Roman',
  });

/** What stands in where a font is not installed: the name of one that is, its class, and that it is Chinese. */
const substitutes: Record<DocumentFont, { name: string; panose: string; family: string }> = {
  title: { name: '华文中宋', panose: '02010600040101010101', family: 'auto' },
  heading: { name: 'SimHei', panose: '02010609060101010101', family: 'modern' },
  body: { name: '仿宋', panose: '02010609060101010101', family: 'modern' },
  quiet: { name: '楷体', panose: '02010609060101010101', family: 'modern' },
};

const font = (name: string, about: { name?: string; panose: string; charset: string; family: string; pitch: string }) =>
  tag(
    'w:font',
    { 'w:name': name },
    about.name === undefined ? '' : tag('w:altName', { 'w:val': about.name }),
    tag('w:panose1', { 'w:val': about.panose }),
    tag('w:charset', { 'w:val': about.charset }),
    tag('w:family', { 'w:val': about.family }),
    tag('w:pitch', { 'w:val': about.pitch }),
  );

/** The table of fonts: for each the one that Word takes in its place. No font is shipped. */
export function fontTablePart(): Part {
  const chinese = (Object.keys(documentFonts) as DocumentFont[]).map((id) =>
    font(documentFonts[id], { ...substitutes[id], charset: '86', pitch: id === 'title' ? 'variable' : 'fixed' }),
  );
  const latin = { panose: '02020603050405020304', charset: '00', family: 'roman', pitch: 'variable' };
  return {
    path: 'word/fontTable.xml',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml',
    content: xmlHead + tag('w:fonts', documentNames, ...chinese, font('Times New Roman', latin)),
  };
}
