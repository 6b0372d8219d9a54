import { figureBuckets } from '../buckets';
import { makeTotal, type Made, type Scope } from '../cell';
import { cellsAt, flowsFor, requireSubject, type Counting } from '../cellAt';
import { flowByPlace } from '../columns/flowByPlace';
import { flowByCategory, flowRow } from '../columns/flowGrid';
import { gridOfCells } from '../columns/grid';
import { cellStates, coverageStates, type Coverage, type Grid, type Queries } from '../query';
import { restrictTo } from '../resolveDataset';
import type { Resolved } from '../resolved';
import { scopesOf, totalKey, totalScope } from '../scopes';
import { headline } from './tiles';

type Question = Queries['refresh'];

/** All that a dashboard shows under one filter; each part is what `tiles` and `series` say, the bulk of it as grids. */
export function refresh(data: Resolved, { filter, subjects, subject: code }: Question['request']): Question['answer'] {
  const resolved = restrictTo(data, filter.reports);
  const buckets = figureBuckets(resolved, filter);
  const whole = totalScope(resolved, filter);
  const counting = (of: string): Counting => ({
    subject: requireSubject(resolved, of),
    status: 'actual',
    granularity: filter.granularity,
  });
  const sparklines = subjects.map((of) => rowOf(resolved, counting(of), buckets, whole));
  const what = counting(code);
  const known = subjects.indexOf(code);
  return {
    tiles: subjects.map((of, i) => {
      const states = sparklines[i]?.state ?? new Uint8Array();
      return headline(resolved, counting(of), whole, buckets[states.lastIndexOf(cellStates.indexOf('value'))]);
    }),
    buckets,
    sparklines,
    subject: what.subject,
    overall: sparklines[known] ?? rowOf(resolved, what, buckets, whole),
    byCategory: byCategory(resolved, what, buckets, scopesOf(resolved, filter, 'category')),
    ...byPlace(resolved, what, buckets, scopesOf(resolved, filter, 'area')),
  };
}

function rowOf(resolved: Resolved, what: Counting, buckets: readonly string[], scope: Scope): Grid {
  const flows = flowsFor(resolved, what);
  if (flows) return flowRow(resolved, flows, what, buckets, scope);
  return gridOfCells([totalKey], buckets.length, cellsOf(cellsAt(resolved, what, buckets, scope)));
}

const cellsOf = (made: readonly Made[]) => made.map(({ cell }) => cell);

type Scopes = readonly { key: string; scope: Scope }[];

function byCategory(resolved: Resolved, what: Counting, buckets: readonly string[], scopes: Scopes): Grid {
  const flows = flowsFor(resolved, what);
  if (flows) return flowByCategory(resolved, flows, what, buckets, scopes);
  const cells = scopes.flatMap(({ scope }) => cellsOf(cellsAt(resolved, what, buckets, scope)));
  return gridOfCells(keysOf(scopes), buckets.length, cells);
}

const keysOf = (scopes: Scopes) => scopes.map(({ key }) => key);

function byPlace(
  resolved: Resolved,
  what: Counting,
  buckets: readonly string[],
  scopes: Scopes,
): { byArea: Grid; coverage: Coverage } {
  const flows = flowsFor(resolved, what);
  if (flows) {
    const { totals, coverage } = flowByPlace(resolved, flows, what, buckets, scopes);
    return { byArea: totals, coverage };
  }
  const made = scopes.map(({ scope }) => cellsAt(resolved, what, buckets, scope));
  const totals = made.map((parts, i) => makeTotal(resolved, what.subject, parts, scopes[i]?.scope.places ?? []));
  const cells = made.flatMap(cellsOf);
  return {
    byArea: gridOfCells(keysOf(scopes), 1, cellsOf(totals)),
    coverage: {
      rows: keysOf(scopes),
      width: buckets.length,
      state: Uint8Array.from(cells, ({ state }) => coverageStates.indexOf(state)),
      months: Uint8Array.from(cells, ({ months }) => months.covered),
    },
  };
}
