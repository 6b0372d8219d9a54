import type { Language } from '../../model/language';
import type { NoComparisonReason, UndefinedReason } from '../query';
import type { Part, Phrase } from './paragraph';

/** Which way a change goes; `flat` is exactly none, `almost` one that prints as 0. */
export type Course = 'up' | 'down' | 'flat' | 'almost';

/** What is said of a change. `size` has no sign: the verb says the direction. */
export interface ChangeWords {
  against: 'year' | 'period';
  course: Course;
  points: boolean;
  size: Part;
  /** 1 to 12, where only these months of both years are compared. */
  sameMonths: readonly number[] | null;
}

/** The grammar of one language. Every function makes a phrase without the full stop. */
export interface Phrases {
  /** 2018年（12个月中3个月有报告），荆州市 …; the place is null where the sentence before has named it. */
  opening: (time: string, aside: Phrase, place: string | null) => Phrase;
  /** The name of what is counted with its number: 参与28万人次. */
  amount: (subject: { code: string; name: string }, value: Part) => Phrase;
  standsAt: (date: string) => string;
  change: (change: ChangeWords) => Phrase;
  target: (target: Part, progress: Part | null) => Phrase;
  months: (covered: Part, total: number) => Phrase;
  children: (reported: Part, total: number) => Phrase;
  aside: (phrases: Phrase[]) => Phrase;
  noComparison: (names: string, reason: NoComparisonReason) => string;
  unreported: (names: string) => string;
  unmentioned: (names: string) => string;
  undefinedValue: (names: string, reason: UndefinedReason) => string;
  /** Of a whole, what its largest parts are. */
  parts: (time: string, subject: string, parts: Phrase) => Phrase;
  part: (name: string, value: Part, share: Part | null) => Phrase;
  /** Of counties, those with the most, and how many have a number at all. */
  leaders: (time: string, subject: string, reporting: Part, total: number, leaders: Phrase) => Phrase;
  nothing: (place: string) => string;
  names: (names: readonly string[]) => string;
  /** Between the facts about one number, between numbers, at the end of a sentence. */
  comma: string;
  semicolon: string;
  stop: string;
}

/** The grammar of each language; only the one that is spoken is fetched. */
export const phrasesOf: Record<Language, () => Promise<Phrases>> = {
  'zh-CN': async () => (await import('./phrasesZh')).phrasesZh,
  en: async () => (await import('./phrasesEn')).phrasesEn,
};
