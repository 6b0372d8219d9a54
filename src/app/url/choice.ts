import type { Category } from '../../model/categories';
import { categoryCodes } from '../../model/categories';
import type { AreaTree } from '../../model/area';
import { granularities } from '../../model/period';
import type { Filter } from '../../statistics/query';
import { formatTimeRange, parseTimeRange } from './timeRange';

/** Everything the filter bar holds: the filter, and what the figures count (empty: each page's own default). */
export interface Choice extends Filter {
  subjects: string[];
}

/** An address' query as the router reads it: a key may be absent, bare, or repeated. */
export type AddressQuery = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>;
/** A query as this app writes it: one value a key. */
export type PlainQuery = Record<string, string>;

export const choiceKeys = ['g', 'y', 'a', 'c', 'i', 'r'] as const;
type ChoiceKey = (typeof choiceKeys)[number];

/** Nothing chosen: all areas, all categories, all time, by year. */
export const emptyChoice = (): Choice => ({
  granularity: 'A',
  from: null,
  to: null,
  areas: [],
  categories: [],
  reports: [],
  subjects: [],
});

const maxTextLength = 4000;
/** So many codes of a list fit an address. */
export const maxItems = 200;
const code = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

/** The text of a key, repeated values joined, full-width digits and commas made plain; empty when absent or absurdly long. */
function textOf(query: AddressQuery, key: string): string {
  const value = Object.hasOwn(query, key) ? query[key] : undefined;
  const text =
    value === null || value === undefined
      ? ''
      : typeof value === 'string'
        ? value
        : value.filter((item) => item !== null).join(',');
  return text.length > maxTextLength ? '' : text.normalize('NFKC').trim();
}

function codesOf(query: AddressQuery, key: ChoiceKey): string[] {
  const codes = textOf(query, key)
    .split(/[,、]/)
    .map((item) => item.trim())
    .filter((item) => code.test(item));
  return [...new Set(codes)].slice(0, maxItems);
}

const ascending = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Reads the choice out of an address. Never throws: what cannot be read is as if it were absent. */
export function readChoice(query: AddressQuery): Choice {
  const granularity = textOf(query, 'g').toUpperCase();
  const chosen = new Set(codesOf(query, 'c'));
  return {
    granularity: granularities.find((known) => known === granularity) ?? 'A',
    ...(parseTimeRange(textOf(query, 'y')) ?? { from: null, to: null }),
    areas: codesOf(query, 'a').sort(ascending),
    categories: categoryCodes.filter((category: Category) => chosen.has(category)),
    subjects: codesOf(query, 'i'),
    reports: codesOf(query, 'r').sort(ascending),
  };
}

/** Writes a choice as the shortest query, keys in one order, defaults left out; `readChoice` reads it back. */
export function writeChoice(choice: Choice): PlainQuery {
  const texts: Record<ChoiceKey, string> = {
    g: choice.granularity === 'A' ? '' : choice.granularity,
    y: formatTimeRange(choice),
    a: [...choice.areas].sort(ascending).join(','),
    c: categoryCodes.filter((category) => choice.categories.includes(category)).join(','),
    i: choice.subjects.join(','),
    r: [...choice.reports].sort(ascending).join(','),
  };
  return Object.fromEntries(choiceKeys.filter((key) => texts[key] !== '').map((key) => [key, texts[key]]));
}

const pageKey = /^[a-z]{1,12}$/;
const maxPageKeys = 12;
/** Room for the filters of a table's columns. */
export const maxPageTextLength = 1000;

/** The page's own keys of a query (chart type, split, sort, text), in alphabetical order, each with its first value. */
export function readPageState(query: AddressQuery): PlainQuery {
  const own = Object.keys(query)
    .filter((key) => pageKey.test(key) && !choiceKeys.some((known) => known === key))
    .sort(ascending)
    .map((key): [string, string] => {
      const value = query[key];
      const first =
        typeof value === 'string' ? value : Array.isArray(value) ? (value as readonly (string | null)[])[0] : '';
      return [key, first ?? ''];
    })
    .filter(([, value]) => value !== '' && value.length <= maxPageTextLength);
  return Object.fromEntries(own.slice(0, maxPageKeys));
}

/** The one way to write what a query says: the choice first, then the page's own keys. Idempotent. */
export function canonicalQuery(query: AddressQuery): PlainQuery {
  return { ...writeChoice(readChoice(query)), ...readPageState(query) };
}

/** What of a choice the loaded data knows; old codes of a place become today's, the rest is dropped. */
export interface Known {
  areas: AreaTree;
  isReport: (id: string) => boolean;
  subjects: ReadonlySet<string>;
}

/** Drops from a choice what the data does not know. */
export function settleChoice(choice: Choice, known: Known): Choice {
  const places = choice.areas.map((area) => known.areas.placeOf(area)).filter((place) => known.areas.area(place));
  return {
    ...choice,
    areas: [...new Set(places)].sort(ascending),
    reports: choice.reports.filter((report) => known.isReport(report)),
    subjects: choice.subjects.filter((subject) => known.subjects.has(subject)),
  };
}
