import slices from '@fontsource/noto-sans-sc/unicode.json';
import { parse, type Font } from 'opentype.js';
import { AppError } from '../../model/appError';
import type { FaceOf } from './outlineText';

/** Noto Sans SC in slices of some hundred characters each, so that a picture asks for those of its own words alone. */
const addresses = import.meta.glob<string>('/node_modules/@fontsource/noto-sans-sc/files/*-{400,700}-normal.woff', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** First and last code point. */
type Range = readonly [number, number];

/** Slices with what they hold, the Latin one first: it has the kerning. */
const ranges = Object.entries(slices)
  .toReversed()
  .map(([name, list]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: list.split(',').map((range): Range => {
      const [first = 0, last = first] = range
        .slice(2)
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      return [first, last];
    }),
  }));

/** The slices that may have a character; some say of more than they have. */
const slicesOf = (character: string) => {
  const code = character.codePointAt(0) ?? 0;
  return ranges.filter((slice) => slice.ranges.some(([first, last]) => code >= first && code <= last));
};

const addressOf = (slice: string, bold: boolean) =>
  addresses[`/node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-${slice}-${bold ? '700' : '400'}-normal.woff`];

/** Reads a file of the app. */
export type ReadFile = (address: string, signal?: AbortSignal) => Promise<ArrayBuffer>;

const fetchFile: ReadFile = async (address, signal) => {
  const response = await fetch(address, signal ? { signal } : {});
  if (!response.ok) throw new Error(`${String(response.status)} ${address}`);
  return response.arrayBuffer();
};

const parsed = new Map<string, Font>();

async function load(address: string, read: ReadFile, signal: AbortSignal | undefined): Promise<Font> {
  const known = parsed.get(address);
  if (known) return known;
  const font = parse(await read(address, signal));
  parsed.set(address, font);
  return font;
}

/** The first font that has a character, null where none has. */
async function faceWith(
  character: string,
  bold: boolean,
  loaded: (address: string) => Promise<Font>,
): Promise<Font | null> {
  for (const { name } of slicesOf(character)) {
    const address = addressOf(name, bold);
    const font = address === undefined ? null : await loaded(address);
    if (font && font.charToGlyphIndex(character) !== 0) return font;
  }
  return null;
}

/**
 * Loads the outlines of some characters, regular and bold. Output: which font draws a character, null where none does.
 * Throws AppError `export-failed` with the cause where a font cannot be fetched, `cancelled`.
 */
export async function outlineFaces(
  wanted: { regular: ReadonlySet<string>; bold: ReadonlySet<string> },
  signal?: AbortSignal,
  read: ReadFile = fetchFile,
): Promise<FaceOf> {
  const loaded = (address: string) => load(address, read, signal);
  // All at once: one after the other they would keep a person waiting.
  const ahead = (characters: ReadonlySet<string>, bold: boolean) =>
    new Set([...characters].flatMap((character) => addressOf(slicesOf(character)[0]?.name ?? '', bold) ?? []));
  const faces = { regular: new Map<string, Font | null>(), bold: new Map<string, Font | null>() };
  try {
    await Promise.all([...ahead(wanted.regular, false), ...ahead(wanted.bold, true)].map(loaded));
    for (const character of wanted.regular) faces.regular.set(character, await faceWith(character, false, loaded));
    for (const character of wanted.bold) faces.bold.set(character, await faceWith(character, true, loaded));
  } catch (cause) {
    if (signal?.aborted) throw new AppError('cancelled', {}, { cause });
    throw new AppError('export-failed', { step: 'outline-fonts' }, { cause });
  }
  return (character, bold) => faces[bold ? 'bold' : 'regular'].get(character) ?? null;
}
