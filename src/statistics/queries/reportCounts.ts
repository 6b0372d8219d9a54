import { countColumns, named } from '../columns/facetColumns';
import type { Queries } from '../query';
import type { Resolved } from '../resolved';
import { countEntries } from './facets';

type Question = Queries['reportCounts'];

/** How many observations each report would leave, the other parts of the filter applied, as `facets` counts them. */
export function reportCounts(resolved: Resolved, request: Question['request']): Question['answer'] {
  const columns = resolved.facets;
  if (columns) {
    const [, , , , reports] = countColumns(resolved, columns, request);
    return named(reports, columns.reports);
  }
  const { reports } = countEntries(resolved, request);
  return Object.fromEntries(Array.from(reports, ([{ id }, count]) => [id, count]));
}
