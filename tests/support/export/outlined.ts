import { readFileSync } from 'node:fs';
import { outlineFaces, type ReadFile } from '../../../src/export/svg/outlineFaces';
import { charactersOf, outlineText } from '../../../src/export/svg/outlineText';

/** Reads a font of the app without a server. */
export const fromDisk: ReadFile = (address) => {
  const bytes = readFileSync(address.replace(/^\//, '').replace(/\?.*$/, ''));
  return Promise.resolve(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
};

/** A composed picture with outlines for its text. */
export async function outlined(svg: string) {
  return outlineText(svg, await outlineFaces(charactersOf(svg), undefined, fromDisk));
}
