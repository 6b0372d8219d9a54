import { findPlaceNames, type PlaceHit } from './area/gazetteer';
import { type CueHit, findCues } from './lexicon/lexicon';
import { type Quantity, readQuantities } from './number/quantity';
import { type CleanText } from './text/cleanText';
import { cleanText } from './text/joinLines';
import { type Line, readStructure, type Sentence } from './text/structure';
import { readTimes } from './time/readTimes';
import type { TimeMention } from './time/timeMention';

/** A report read into everything the rules ask about. All lists are in order of start. */
export interface ReportText {
  clean: CleanText;
  text: string;
  lines: readonly Line[];
  sentences: readonly Sentence[];
  times: readonly TimeMention[];
  quantities: readonly Quantity[];
  cues: readonly CueHit[];
  /** Names of places; several places can bear one name. */
  places: readonly PlaceHit[];
}

/** Reads a text into lines, sentences, times, numbers and words of the vocabulary. Total and linear. */
export function readReportText(original: string): ReportText {
  const clean = cleanText(original);
  const { text } = clean;
  const { lines, sentences } = readStructure(text);
  const times = readTimes(text);
  return {
    clean,
    text,
    lines,
    sentences,
    times,
    quantities: readQuantities(text, times),
    cues: findCues(text),
    places: findPlaceNames(text),
  };
}

/** Index of the first item whose start is at or after `position`, by halving. */
export function firstFrom(items: readonly { start: number }[], position: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? Infinity) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Items that lie within [start, end). */
export function within<T extends { start: number; end: number }>(items: readonly T[], start: number, end: number): T[] {
  const found: T[] = [];
  for (let i = firstFrom(items, start); i < items.length; i++) {
    const item = items[i];
    if (!item || item.start >= end) break;
    if (item.end <= end) found.push(item);
  }
  return found;
}
