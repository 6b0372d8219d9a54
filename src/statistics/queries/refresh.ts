import { figureBuckets } from '../buckets';
import { cellsAt, requireSubject } from '../cellAt';
import { flowGrid } from '../columns/flowGrid';
import { gridOfCells } from '../columns/grid';
import type { Filter, Grid, Queries, Split } from '../query';
import { restrictTo } from '../resolveDataset';
import type { Resolved } from '../resolved';
import { scopesOf, totalScope } from '../scopes';
import { tiles } from './tiles';
import type { Counting } from '../cellAt';

type Question = Queries['refresh'];

/** All that a dashboard shows under one filter; each part is what `tiles` and `series` say, the bulk of it as grids. */
export function refresh(data: Resolved, { filter, subjects, subject: code }: Question['request']): Question['answer'] {
  const resolved = restrictTo(data, filter.reports);
  const subject = requireSubject(resolved, code);
  const buckets = figureBuckets(resolved, filter);
  const counting = { subject, status: 'actual', granularity: filter.granularity } as const;
  return {
    tiles: tiles(resolved, { filter: { ...filter, reports: [] }, subjects }),
    subject,
    buckets,
    overall: cellsAt(resolved, counting, buckets, totalScope(resolved, filter)).map(({ cell }) => cell),
    byArea: split(resolved, counting, buckets, filter, 'area'),
    byCategory: split(resolved, counting, buckets, filter, 'category'),
  };
}

function split(
  resolved: Resolved,
  counting: Counting,
  buckets: readonly string[],
  filter: Filter,
  by: Exclude<Split, 'none'>,
): Grid {
  const scopes = scopesOf(resolved, filter, by);
  const { flows } = resolved;
  if (flows && counting.subject.kind === 'flow') return flowGrid(resolved, flows, counting, { buckets, scopes, by });
  const cells = scopes.map(({ scope }) => cellsAt(resolved, counting, buckets, scope).map(({ cell }) => cell));
  return gridOfCells(
    scopes.map(({ key }) => key),
    buckets.length,
    cells.flat(),
  );
}
