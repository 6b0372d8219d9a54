import type { Language } from '../../model/language';
import { parseBucket } from '../../model/period';
import type { Filter, SeriesResult, Tile } from '../query';
import { categoriesPhrase, countiesPhrase } from './breakdown';
import { gapPhrases } from './gaps';
import { headline, sharedAside } from './headline';
import { join, toParts, type Part, type Phrase } from './paragraph';
import type { Phrases } from './phrases';

/** Names in the language of the paragraph. */
export interface NarrationNames {
  /** The place of the whole: 荆州市, or 全部地区. */
  place: string;
  subject: (code: string) => string;
  area: (code: string) => string;
  category: (code: string) => string;
  bucket: (id: string) => string;
  date: (iso: string) => string;
}

export interface Narration {
  tiles: readonly Tile[];
  /** The leading measure split by category and, under the filter of `countiesFilter`, by area; null where they are not told. */
  byCategory: SeriesResult | null;
  byArea: SeriesResult | null;
  names: NarrationNames;
  /** Those of the language. */
  phrases: Phrases;
  language: Language;
}

/** What the phrase makers share. */
export interface Telling {
  phrases: Phrases;
  names: NarrationNames;
  language: Language;
}

/** Tiles with a value, by the period they stand at, newest first; tiles keep their order within it. */
function byBucket(tiles: readonly Tile[]): [string, Tile[]][] {
  const groups = new Map<string, Tile[]>();
  for (const tile of tiles) {
    if (tile.bucket === null || tile.cell?.value == null) continue;
    groups.set(tile.bucket, [...(groups.get(tile.bucket) ?? []), tile]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0));
}

/**
 * The filter under which the leading measure is to be split by area: the paragraph tells counties of the newest bucket alone,
 * and there may be thousands. Null where it tells of no bucket.
 */
export function countiesFilter(tiles: readonly Tile[], filter: Filter): Filter | null {
  const [newest] = byBucket(tiles);
  const period = newest && parseBucket(newest[0]);
  return period ? { ...filter, from: period.start, to: period.end } : null;
}

/** Closes every sentence; the space after a full stop does not end the paragraph. */
function paragraphOf(sentences: readonly Phrase[], { stop }: Phrases): Part[] {
  const parts = toParts(sentences.flatMap((phrase) => [...phrase, stop]));
  const last = parts.at(-1);
  return last ? [...parts.slice(0, -1), { ...last, text: last.text.trimEnd() }] : parts;
}

/**
 * Writes the headline numbers as a paragraph of a bulletin.
 * Input: the tiles as they are shown, and the leading measure split, all asked of one filter. Output: runs of text;
 * every number is a run of its own with the address of its cell, and nothing is claimed that is not in an answer.
 */
export function narrate({ tiles, byCategory, byArea, names, phrases, language }: Narration): Part[] {
  const telling: Telling = { phrases, names, language };
  const groups = byBucket(tiles);
  const gaps = gapPhrases(tiles, telling).map((gap): Phrase => [gap]);
  if (groups.length === 0) return paragraphOf([[phrases.nothing(names.place)], ...gaps], phrases);
  const sentences = groups.map(([bucket, group], i): Phrase => {
    const shared = sharedAside(group, bucket, telling);
    const amounts = group.map((tile) => headline(tile, bucket, telling, shared !== null));
    const place = i === 0 ? names.place : null;
    return [...phrases.opening(names.bucket(bucket), shared ?? [], place), ...join(amounts, phrases.semicolon)];
  });
  const [bucket = ''] = groups[0] ?? [];
  const details = [categoriesPhrase(byCategory, bucket, telling), countiesPhrase(byArea, bucket, telling)];
  return paragraphOf([...sentences, ...details.filter((phrase) => phrase !== null), ...gaps], phrases);
}
