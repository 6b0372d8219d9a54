import { facets } from '../statistics/queries/facets';
import { tiles } from '../statistics/queries/tiles';
import type { Queries, QueryName } from '../statistics/query';
import type { Resolved } from '../statistics/resolved';

/** What a first screen asks; the rest is loaded with the first question of its kind. */
const first: { [K in QueryName]?: (resolved: Resolved, request: Queries[K]['request']) => Queries[K]['answer'] } = {
  tiles,
  facets,
};

/** Answers as `answer` does. */
export async function ask<K extends QueryName>(
  resolved: Resolved,
  name: K,
  request: Queries[K]['request'],
): Promise<Queries[K]['answer']> {
  const known = first[name];
  if (known) return known(resolved, request);
  const { answer } = await import('../statistics/answer');
  return answer(resolved, name, request);
}
