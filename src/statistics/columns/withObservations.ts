import type { Observation } from '../../model/observation';
import { nothingRemembered } from '../nothingRemembered';
import type { ReportEntry, Resolved } from '../resolved';
import { indexObservations } from './indexObservations';

const byId = new WeakMap<Resolved['reports'], Map<string, ReportEntry>>();

/** Reports by id. */
export function reportsOf({ reports }: Pick<Resolved, 'reports'>): Map<string, ReportEntry> {
  const known = byId.get(reports) ?? new Map(reports.map((entry) => [entry.id, entry]));
  byId.set(reports, known);
  return known;
}

/**
 * Opened columns with some observations in place of what was decided of all: what these tell by themselves is answered as
 * all of the data would. Who covers what, and which report replaces which, is known of all.
 */
export function withObservations(opened: Resolved, observations: readonly Observation[]): Resolved {
  const { range, buckets, coverage } = opened.remembered;
  return {
    ...opened,
    ...indexObservations(observations, reportsOf(opened), opened.tree),
    flows: null,
    facets: null,
    remembered: { ...nothingRemembered(), range, buckets, coverage },
  };
}
