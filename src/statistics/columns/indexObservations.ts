import type { AreaTree } from '../../model/area';
import type { Observation } from '../../model/observation';
import { byPlaceInText, entryMaker } from '../entryMaker';
import type { Entry, ReportEntry, Resolved } from '../resolved';

/** Indexes some observations whose ids are all different; those of no known report or without a finite value are as if unread. */
export function indexObservations(
  observations: readonly Observation[],
  reports: ReadonlyMap<string, ReportEntry | undefined>,
  tree: AreaTree,
): Pick<Resolved, 'entries' | 'byId' | 'bySubject'> {
  const entryOf = entryMaker(tree);
  const entries = observations.flatMap((observation) => {
    const report = reports.get(observation.reportId);
    return report && Number.isFinite(observation.value) ? entryOf(observation, report) : [];
  });
  entries.sort((a, b) => a.report.rank - b.report.rank || byPlaceInText(a, b));
  const bySubject = new Map<string, Entry[]>();
  entries.forEach((entry, index) => {
    entry.index = index;
    for (const code of entry.codes) {
      const list = bySubject.get(code);
      if (list) list.push(entry);
      else bySubject.set(code, [entry]);
    }
  });
  return { entries, byId: new Map(entries.map((entry) => [entry.observation.id, entry])), bySubject };
}
