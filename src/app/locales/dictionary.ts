import type { dictionary } from './zh/dictionary';

/** Every word of the interface: strings, and functions where a word depends on numbers or names. Chinese is the model. */
export type Dictionary = typeof dictionary;
