import type { Queries, QueryName } from '../query';
import type { Resolved } from '../resolved';
import { digest } from './digest';
import { explain } from './explain';
import { facets } from './facets';
import { refresh } from './refresh';
import { reportCounts } from './reportCounts';
import { rows } from './rows';
import { byTotal } from './byTotal';
import { series } from './series';
import { tiles } from './tiles';

/**
 * One file a question. To add one: its type in `query.ts`, a file here, a line below.
 * The order is that of the type and means nothing else.
 */
export const queries: {
  [K in QueryName]: (resolved: Resolved, request: Queries[K]['request']) => Queries[K]['answer'];
} = {
  tiles,
  series: (resolved, request) => series(resolved, request, byTotal),
  explain,
  facets,
  reportCounts,
  digest,
  refresh,
  rows,
};
