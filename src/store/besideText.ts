import type { Dataset } from '../model/dataset';

/** What reports stand beside: seldom changed, and read with every start. */
export type Beside = Pick<Dataset, 'areas' | 'indicators'>;

const texts = new WeakMap<Beside, string>();

/** Areas and indicators as JSON: thousands of objects are kept and cross far faster as one text. Made once. */
export function besideText(beside: Beside): string {
  const { areas, indicators } = beside;
  const text = texts.get(beside) ?? JSON.stringify({ areas, indicators });
  texts.set(beside, text);
  return text;
}

/** The way back from `besideText`. */
export function readBeside(text: string): Beside {
  const beside = JSON.parse(text) as Beside;
  texts.set(beside, text);
  return beside;
}
