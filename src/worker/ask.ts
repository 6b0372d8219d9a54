import { facetsFromColumns } from '../statistics/columns/facetColumns';
import { tiles } from '../statistics/queries/tiles';
import type * as AllAnswers from '../statistics/answer';
import type { PlacesAsked } from '../statistics/placePages';
import type { Queries, QueryName } from '../statistics/query';
import type { Resolved } from '../statistics/resolved';

type Answers<K extends QueryName> = (resolved: Resolved, request: Queries[K]['request']) => Queries[K]['answer'];

/** Facets come as columns of whatever data: how single observations are counted need not be loaded for them. */
const facets: Answers<'facets'> = (resolved, request) => {
  if (!resolved.facets) throw new Error('facets were not asked for');
  return facetsFromColumns(resolved, resolved.facets, request);
};
/** What a first screen asks; the rest is loaded with the first question of its kind. */
const first: { [K in QueryName]?: Answers<K> } = { tiles, facets };
/** What the rest of a first visit asks, each by itself; all else comes together. */
const next: { [K in QueryName]?: () => Promise<Answers<K>> } = {
  digest: async () => (await import('../statistics/queries/digest')).digest,
  series: async () => (await import('../statistics/queries/series')).series,
};

/** Whether places are wanted by value: what orders them comes with all else. */
const isOrdered = (request: object) =>
  'places' in request && (request.places as PlacesAsked | undefined)?.order === 'value';

let all: typeof AllAnswers | null = null;

async function answersTo<K extends QueryName>(name: K, request: Queries[K]['request']): Promise<Answers<K>> {
  const known = first[name] ?? (all || isOrdered(request) ? undefined : await next[name]?.());
  if (known) return known;
  // Asking for what is there already takes as long as a small answer.
  const { answer } = (all ??= await import('../statistics/answer'));
  return (resolved, asked) => answer(resolved, name, asked);
}

/** Answers as `answer` does, from data that may still be on its way: what answers is loaded meanwhile. */
export async function ask<K extends QueryName>(
  data: Resolved | Promise<Resolved>,
  name: K,
  request: Queries[K]['request'],
): Promise<Queries[K]['answer']> {
  const [resolved, answers] = await Promise.all([data, answersTo(name, request)]);
  return answers(resolved, request);
}
