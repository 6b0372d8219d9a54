import { categoryCodes, type Category } from '../../model/categories';
import { measureCodes, type Measure } from '../../model/measures';
import { acts } from '../vocabulary/acts';
import { categoryCues } from '../vocabulary/categoryCues';
import { type Group, groupWords } from '../vocabulary/groups';
import { ignoredWords } from '../vocabulary/ignored';
import { people } from '../vocabulary/people';
import { things } from '../vocabulary/things';
import type { UnitClass } from '../vocabulary/units';
import { buildTrie, type Hit } from './trie';

/** What a verb says for one class of unit; `key` tells effects that say the same thing apart from others. */
export interface Effect {
  weights: readonly (readonly [Measure, number])[];
  key: string;
  strength: number;
}

/** Everything the vocabulary knows of one word. */
export interface Entry {
  word: string;
  /** Measure that the word names when it is what is counted. */
  thing: Measure | null;
  isPerson: boolean;
  /** Measures that a role of people speaks for. */
  role: Partial<Record<Measure, number>>;
  /** The group of people whose work is a line of work of its own, when the word names it. */
  group: Group | null;
  isAct: boolean;
  /** Names of the acts it belongs to. */
  acts: readonly string[];
  /** Measures that a verb speaks for, by class of the unit. */
  effects: Partial<Record<UnitClass, Effect>>;
  /** Effects that hold only inside the number's own clause. */
  sameClause: boolean;
  categories: Partial<Record<Category, number>>;
  /** The same as pairs, for the passes that add them up. */
  categoryWeights: readonly (readonly [Category, number])[];
}

export type CueHit = Hit<Entry>;

const tierWeights = { strong: 3, plain: 1.8, weak: 0.7 } as const;
const words = (list: string) => list.split(/\s+/).filter((word) => word !== '');

function merged(known: Effect | undefined, added: Partial<Record<Measure, number>>): Effect {
  const all = new Map<Measure, number>([...(known?.weights ?? []), ...(Object.entries(added) as [Measure, number][])]);
  const weights = [...all];
  return { weights, key: [...all.keys()].join(), strength: weights.reduce((sum, [, weight]) => sum + weight, 0) };
}

function compile(): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const entryOf = (word: string): Entry => {
    const known = entries.get(word);
    if (known) return known;
    const entry: Entry = {
      word,
      thing: null,
      isPerson: false,
      role: {},
      group: null,
      isAct: false,
      acts: [],
      effects: {},
      sameClause: false,
      categories: {},
      categoryWeights: [],
    };
    entries.set(word, entry);
    return entry;
  };
  for (const measure of measureCodes) {
    for (const word of words(things[measure] ?? '')) entryOf(word).thing ??= measure;
  }
  for (const role of Object.values(people)) {
    for (const word of words(role.words)) {
      const entry = entryOf(word);
      entry.isPerson = true;
      entry.role = { ...entry.role, ...role.measures };
    }
  }
  for (const group of ['models', 'women'] as const) {
    for (const word of words(groupWords[group])) entryOf(word).group = group;
  }
  for (const [name, act] of Object.entries(acts)) {
    for (const word of words(act.words)) {
      const entry = entryOf(word);
      entry.isAct = true;
      entry.acts = [...entry.acts, name];
      entry.sameClause ||= act.sameClause ?? false;
      for (const [unitClass, effect] of Object.entries(act.effects) as [
        UnitClass,
        Partial<Record<Measure, number>>,
      ][]) {
        entry.effects[unitClass] = merged(entry.effects[unitClass], effect);
      }
    }
  }
  for (const category of categoryCodes) {
    for (const tier of ['strong', 'plain', 'weak'] as const) {
      for (const word of words(categoryCues[category][tier])) entryOf(word).categories[category] ??= tierWeights[tier];
    }
  }
  inheritFromParts(entries);
  for (const word of words(ignoredWords)) if (!entries.has(word)) entryOf(word);
  for (const entry of entries.values())
    entry.categoryWeights = Object.entries(entry.categories) as [Category, number][];
  return entries;
}

/**
 * A longer word hides the shorter ones inside it, so it takes over what they say: 服务职工 is the act 服务, 发现问题 counts 问题.
 * Only the beginning and the end of a word are looked at.
 */
const topWeight = (entry: Entry) => Math.max(0, ...Object.values(entry.categories));

function inheritFromParts(entries: ReadonlyMap<string, Entry>): void {
  const neutral = new Set(words(people['plain']?.words ?? ''));
  const own = new Set([...entries.values()].filter((entry) => topWeight(entry) > 0).map((entry) => entry.word));
  for (const entry of entries.values()) {
    for (let cut = 1; cut < entry.word.length; cut++) {
      const tail = entries.get(entry.word.slice(cut));
      const head = entries.get(entry.word.slice(0, -cut));
      if (tail && entry.thing === null && !entry.isPerson) {
        entry.thing = tail.thing;
        entry.isPerson = tail.isPerson;
        entry.role = tail.role;
      }
      for (const part of [tail, head]) {
        if (part && !own.has(entry.word) && !neutral.has(entry.word) && topWeight(part) > topWeight(entry))
          entry.categories = part.categories;
        if (!part?.isAct || entry.isAct) continue;
        entry.isAct = true;
        entry.acts = part.acts;
        entry.effects = part.effects;
        entry.sameClause = part.sameClause;
      }
    }
  }
}

const entries = compile();
const trie = buildTrie(entries);

/** Finds every word of the vocabulary in a clean text, longest first, in order of start. Linear. */
export function findCues(text: string): CueHit[] {
  return trie.scan(text);
}
