import type { dictionary } from './zh/dictionary';
import type { later } from './zh/later';

/** Words that a first screen shows, and those of what is loaded after it. Chinese is the model. */
export type FirstWords = typeof dictionary;
export type LaterWords = typeof later;

/** Every word of the interface: strings, and functions where a word depends on numbers or names. */
export type Dictionary = FirstWords & LaterWords;
