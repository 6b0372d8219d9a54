import { areaTree } from '../../model/area';
import type { Dataset } from '../../model/dataset';
import type { Observation } from '../../model/observation';
import type { Report } from '../../model/report';
import { byPlaceInText, entryMaker } from '../entryMaker';
import { reportEntries } from '../resolveDataset';
import type { Entry } from '../resolved';
import { Gathered, type Columns } from './buildColumns';
import { joinSheets, sheetPart } from './joinSheets';

/** Columns of data that is too large to be in memory at once. */
export interface ColumnsBuilder {
  /**
   * Takes all that some reports say. No other report may speak for or about a place that one of them does, nor name a part
   * of what one of them says. Observations of no known report or without a finite value are as if unread.
   */
  add: (reportIds: Iterable<string>, observations: readonly Observation[]) => void;
  /** All columns; and the reports by their numbers. */
  finish: () => { columns: Columns; reports: Report[] };
}

/** Starts building columns from areas, indicators and all reports. */
export function columnsBuilder({ reports, ...beside }: Omit<Dataset, 'observations'>): ColumnsBuilder {
  const tree = areaTree(beside.areas);
  const all = reportEntries(reports, tree);
  const entryOf = entryMaker(tree);
  const known = new Map(all.map((entry) => [entry.id, entry]));
  const gathered = new Gathered({ dataset: beside, tree, reports: all }, { partOf: sheetPart, join: joinSheets });
  return {
    add: (reportIds, observations) => {
      const wholes = new Set<string | null>();
      const made: Entry[] = [];
      for (const observation of observations) {
        const report = known.get(observation.reportId);
        if (!report || !Number.isFinite(observation.value)) continue;
        if (observation.partOf !== null) wholes.add(observation.partOf);
        made.push(entryOf(observation, report));
      }
      made.sort((a, b) => a.report.rank - b.report.rank || byPlaceInText(a, b));
      const entries = made.filter((entry, i) => !isSame(made[i - 1], entry));
      entries.forEach((entry, index) => (entry.index = index));
      // Of a million ids only those are ever looked for that something is a part of.
      const named = entries.filter(({ observation }) => wholes.has(observation.id));
      const byId = new Map(named.map((entry) => [entry.observation.id, entry]));
      const mine = Array.from(reportIds, (id) => known.get(id)).filter((entry) => entry !== undefined);
      gathered.add({ reports: mine, entries, byId, observations });
    },
    finish: () => ({ columns: gathered.finish(), reports: all.map(({ report }) => report) }),
  };
}

/** Whether an observation is the one before it, read twice; ids are long and only compared where they may be equal. */
function isSame(before: Entry | undefined, { observation, report }: Entry): boolean {
  return (
    before?.report === report &&
    before.observation.start === observation.start &&
    before.observation.id === observation.id
  );
}
