import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Breathe } from '../breathe';
import { tag, xmlHead } from './xml';

/** One file of an Office document. */
export interface Part {
  /** Without a leading slash. */
  path: string;
  /** Content type, where the ending of the name does not say it. */
  type?: string;
  content: string | Uint8Array;
}

export interface Relationship {
  /** The last word of its type: `slide`, `chart`, `image` … */
  type: string;
  target: string;
}

const endings = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** The relationships of a part, `rId1` first; `of` is the path of the part, empty for the package. */
export function relationships(of: string, list: readonly Relationship[]): Part {
  const cut = of.lastIndexOf('/') + 1;
  const entries = list.map(({ type, target }, i) =>
    tag('Relationship', {
      Id: `rId${String(i + 1)}`,
      Type: type === 'core-properties' ? core : office + type,
      Target: target,
    }),
  );
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return {
    path: `${of.slice(0, cut)}_rels/${of.slice(cut)}.rels`,
    content: xmlHead + tag('Relationships', { xmlns }, ...entries),
  };
}

function contentTypes(parts: readonly Part[]): Part {
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const defaults = Object.entries(endings).map(([Extension, ContentType]) =>
    tag('Default', { Extension, ContentType }),
  );
  const overrides = parts.flatMap(({ path, type }) =>
    type === undefined ? [] : [tag('Override', { PartName: `/${path}`, ContentType: type })],
  );
  return { path: '[Content_Types].xml', content: xmlHead + tag('Types', { xmlns }, ...defaults, ...overrides) };
}

/**
 * Packs the parts of an Office document, content types first. Pictures and workbooks are compressed already and are
 * stored as they are. The same parts give the same bytes. Throws what `breathe` throws.
 */
export async function packParts(parts: readonly Part[], mime: string, breathe: Breathe): Promise<Blob> {
  const chunks: BlobPart[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const encoder = new TextEncoder();
  for (const { path, content } of [contentTypes(parts), ...parts]) {
    const file = typeof content === 'string' ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    // The least time that the format can say: a document made twice is the same file.
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    file.push(typeof content === 'string' ? encoder.encode(content) : content, true);
    await breathe();
  }
  zip.end();
  return new Blob(chunks, { type: mime });
}
