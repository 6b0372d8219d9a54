import type { Queries, QueryName } from './query';
import { queries } from './queries/index';
import type { Resolved } from './resolved';

/**
 * Answers a question of the page: the one door to the statistics, for the worker and for tests.
 * Input: resolved data, the query's name and request. Output: the answer, plain and serialisable.
 * Errors: throws on an unknown query, subject or bucket, which only a programmer can have written.
 */
export function answer<K extends QueryName>(
  resolved: Resolved,
  name: K,
  request: Queries[K]['request'],
): Queries[K]['answer'] {
  return queries[name](resolved, request);
}
