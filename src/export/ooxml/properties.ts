import { escapeXml } from '../svg/plainSvg';
import type { Part } from './packParts';
import { tag, xmlHead } from './xml';

/** What the file says of itself: title, subject, the program, and the day it was made where that is known. */
export function documentProperties(about: {
  title: string;
  subject: string;
  program: string;
  lang: string;
  madeOn: string | null;
}): Part[] {
  const { title, subject, program, lang, madeOn } = about;
  const time = (name: string) =>
    madeOn === null ? '' : tag(name, { 'xsi:type': 'dcterms:W3CDTF' }, `${escapeXml(madeOn)}T00:00:00Z`);
  const core = tag(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    tag('dc:title', {}, escapeXml(title)),
    tag('dc:subject', {}, escapeXml(subject)),
    tag('dc:creator', {}, escapeXml(program)),
    tag('dc:language', {}, lang),
    time('dcterms:created'),
    time('dcterms:modified'),
  );
  const app = tag(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    tag('Application', {}, escapeXml(program)),
  );
  return [
    {
      path: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      content: xmlHead + core,
    },
    {
      path: 'docProps/app.xml',
      type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      content: xmlHead + app,
    },
  ];
}
