import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

export interface OpenedPackage {
  paths: string[];
  bytes: (path: string) => Uint8Array;
  xml: (path: string) => Document;
  /** Targets of a part's relationships by id, resolved to paths. */
  related: (path: string) => Map<string, { type: string; path: string }>;
  /** Parts below a folder that are XML, in the order of their numbers. */
  parts: (prefix: string) => string[];
}

function parse(text: string, path: string): Document {
  return new DOMParser({
    onError: (level, message) => {
      throw new Error(`${path}: ${level}: ${message}`);
    },
  }).parseFromString(text, 'text/xml');
}

const resolve = (base: string, target: string) =>
  decodeURI(new URL(target, `http://x/${base}`).pathname).replace(/^\//, '');

/** Opens an Office document with readers that none of our code shares: every part is unzipped, every XML part parsed. */
export async function openPackage(blob: Blob): Promise<OpenedPackage> {
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const documents = new Map<string, Document>();
  for (const [path, content] of Object.entries(files))
    if (/\.(xml|rels)$/.test(path)) documents.set(path, parse(strFromU8(content), path));
  const bytes = (path: string) => {
    const found = files[path];
    if (!found) throw new Error(`no part ${path}`);
    return found;
  };
  const xml = (path: string) => {
    const found = documents.get(path);
    if (!found) throw new Error(`no XML part ${path}`);
    return found;
  };
  const relsOf = (path: string) => path.replace(/([^/]*)$/, '_rels/$1.rels');
  return {
    paths: Object.keys(files),
    bytes,
    xml,
    related: (path) => {
      const list = documents.get(relsOf(path))?.getElementsByTagName('Relationship') ?? [];
      return new Map(
        Array.from(list).map((one: Element) => [
          one.getAttribute('Id') ?? '',
          {
            type: (one.getAttribute('Type') ?? '').split('/').at(-1) ?? '',
            path: resolve(path, one.getAttribute('Target') ?? ''),
          },
        ]),
      );
    },
    parts: (prefix) => {
      const number = (path: string) => Number(/(\d+)\.xml$/.exec(path)?.[1] ?? 0);
      return Object.keys(files)
        .filter((path) => path.startsWith(prefix) && path.endsWith('.xml'))
        .sort((a, b) => number(a) - number(b));
    },
  };
}

/** All elements of a qualified name. */
export const all = (within: Document | Element, name: string): Element[] =>
  Array.from(within.getElementsByTagName(name));

/** Words of the runs of text below an element, a line a paragraph. */
export const textLines = (within: Document | Element, prefix: 'a' | 'w' = 'a'): string[] =>
  all(within, `${prefix}:p`).map((paragraph) =>
    all(paragraph, `${prefix}:t`)
      .map((run) => run.textContent ?? '')
      .join(''),
  );

/** Element children, by their names. */
export const childNames = (element: Element): string[] =>
  Array.from(element.childNodes).flatMap((node) => (node.nodeType === 1 ? [(node as Element).tagName] : []));
