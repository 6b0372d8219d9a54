import { measureCodes, measures } from '../../../src/model/measures';

/** Measures by their numbers as subjects of facts: those that are asked for first, then all others that can be added up. */
export function factSubjects(asked: readonly string[]): string[] {
  return [...asked, ...measureCodes.filter((code) => measures[code].additivity !== 'none' && !asked.includes(code))];
}
