import { filterTests } from '../filterTests';
import type { Queries } from '../query';
import { byNewestPeriod } from '../readingOrder';
import type { Resolved } from '../resolved';

type Question = Queries['rows'];

/** All observations that touch the filter, unresolved and rejected ones included, newest period first. */
export function rows(resolved: Resolved, { filter, subjects }: Question['request']): Question['answer'] {
  const tests = Object.values(filterTests(resolved, filter, subjects));
  return resolved.entries
    .filter((entry) => tests.every((test) => test(entry)))
    .sort(byNewestPeriod)
    .map(({ observation }) => observation);
}
