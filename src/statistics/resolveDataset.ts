import { areaTree, type AreaTree } from '../model/area';
import type { Dataset } from '../model/dataset';
import type { Observation } from '../model/observation';
import type { Report } from '../model/report';
import { dating } from './dated';
import { byPlaceInText, entryMaker } from './entryMaker';
import { nothingRemembered } from './nothingRemembered';
import type { Entry, ReportEntry, Resolved } from './resolved';
import { byIssue, linkRevisions } from './revisions';

const rememberedRestrictions = 8;

/**
 * Indexes a dataset for answers; call it once per change of the data.
 * Input: a dataset in any order; of rows with the same id the first counts, observations of no known report or without
 * a finite value are as if unread. Output: the index, which `answer` takes. Never throws; the dataset is not changed.
 */
export function resolveDataset(dataset: Dataset): Resolved {
  const tree = areaTree(dataset.areas);
  const reports = reportEntries(dataset.reports, tree);
  const entries = observationEntries(dataset.observations, reports, tree);
  const bySubject = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const code of entry.codes) push(bySubject, code, entry);
  }
  return {
    dataset,
    tree,
    reports,
    entries,
    byId: new Map(entries.map((entry) => [entry.observation.id, entry])),
    bySubject,
    flows: null,
    coverage: null,
    isAimed: null,
    facets: null,
    remembered: nothingRemembered(),
  };
}

/**
 * The same data as if only the given reports had been read; all of it for an empty list. Restrictions asked for lately
 * are remembered.
 */
export function restrictTo(resolved: Resolved, reportIds: readonly string[]): Resolved {
  if (reportIds.length === 0) return resolved;
  const wanted = new Set(reportIds);
  const key = [...wanted].sort().join('\n');
  const { restricted } = resolved.remembered;
  const known = restricted.get(key);
  if (known) return known;
  const { dataset } = resolved;
  const made = resolveDataset({
    ...dataset,
    reports: dataset.reports.filter((report) => wanted.has(report.id)),
    observations: dataset.observations.filter((observation) => wanted.has(observation.reportId)),
  });
  if (restricted.size >= rememberedRestrictions) restricted.clear();
  restricted.set(key, made);
  return made;
}

/** Reports in the order of issue, each id once, with what replaces them. */
export function reportEntries(reports: readonly Report[], tree: AreaTree): ReportEntry[] {
  const periodOf = dating();
  const entries = uniqueById(reports).map((report): ReportEntry => ({
    id: report.id,
    report,
    place: tree.placeOf(report.refArea),
    coverage: periodOf(report.coverageStart, report.coverageEnd),
    rank: 0,
    supersededBy: null,
  }));
  entries.sort((a, b) => byIssue(a.report, b.report));
  entries.forEach((entry, rank) => (entry.rank = rank));
  linkRevisions(entries);
  return entries;
}

function observationEntries(
  observations: readonly Observation[],
  reports: readonly ReportEntry[],
  tree: AreaTree,
): Entry[] {
  const entryOf = entryMaker(tree);
  const reportById = new Map(reports.map((entry) => [entry.report.id, entry]));
  const byRank: Entry[][] = reports.map(() => []);
  const seen = new Set<string>();
  for (const observation of observations) {
    if (seen.has(observation.id)) continue;
    seen.add(observation.id);
    const report = reportById.get(observation.reportId);
    if (report && Number.isFinite(observation.value)) byRank[report.rank]?.push(entryOf(observation, report));
  }
  const entries = byRank.flatMap((list) => list.sort(byPlaceInText));
  entries.forEach((entry, index) => (entry.index = index));
  return entries;
}

function uniqueById<T extends { id: string }>(rows: readonly T[]): T[] {
  const byId = new Map<string, T>();
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row);
  return [...byId.values()];
}

/** Appends to the list of a key. */
function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
