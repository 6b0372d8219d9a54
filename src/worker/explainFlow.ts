import type { Observation } from '../model/observation';
import { allSources, areApart, flowSources, type AllFacets, type FlowSources } from '../statistics/columns/flowSources';
import { withObservations } from '../statistics/columns/withObservations';
import type { Left } from '../statistics/decide';
import { explanationOf, longerThan, madeOf, type Asked } from '../statistics/queries/explain';
import type { Queries } from '../statistics/query';
import type { Entry, Resolved } from '../statistics/resolved';

/** Reports read together at first; twice as many each time that they were not enough. */
const firstReports = 100;

interface Reading {
  opened: Resolved;
  facets: AllFacets;
  read: (reports: Iterable<string>) => Promise<Observation[]>;
}

type First = Queries['explain']['request']['first'];

/**
 * Answers `explain` of an actual flow: columns tell the cell and the reports that speak in its buckets, and these are read
 * from the newest bucket on until there is as much as was asked for.
 */
export async function explainFlow(reading: Reading, asked: Asked, first: First): Promise<Queries['explain']['answer']> {
  const { opened, facets, read } = reading;
  if (!areApart(asked)) {
    const all = withObservations(opened, await read(allSources(opened, asked, facets)));
    const { cell, ...behind } = madeOf(all, asked, asked.buckets);
    return explanationOf(cell, { ...behind, longer: longerThan(all, asked) }, first);
  }
  const sources = flowSources(opened, asked, facets);
  const { cell } = sources;
  const wanted = first ?? { counted: Infinity, leftOut: Infinity };
  const inBuckets = await readBuckets(reading, asked, sources, wanted);
  const longer = await readLonger(reading, asked, sources, wanted.leftOut - cell.leftOut);
  const longerCount = sources.longer.reduce((sum, { count }) => sum + count, 0);
  return explanationOf(cell, { ...inBuckets, longer, longerCount }, first);
}

/** What counts in the newest buckets and is left out there: of each as much as is wanted, or all. */
async function readBuckets(
  { opened, read }: Reading,
  asked: Asked,
  { buckets }: FlowSources,
  wanted: NonNullable<First>,
): Promise<{ counted: Entry[]; left: Left[] }> {
  const counted: Entry[] = [];
  const left: Left[] = [];
  const isWanted = (bucket: (typeof buckets)[number]) =>
    (bucket.counted > 0 && counted.length < wanted.counted) || (bucket.left > 0 && left.length < wanted.leftOut);
  await inTurns(buckets, isWanted, async (some, reports) => {
    const of = withObservations(opened, await read(reports));
    const made = madeOf(
      of,
      asked,
      some.map(({ bucket }) => bucket),
    );
    for (const entry of made.counted) counted.push(entry);
    for (const one of made.left) left.push(one);
  });
  return { counted, left };
}

/** The newest of what is longer than the buckets: as much as is wanted, or all. */
async function readLonger(
  { opened, read }: Reading,
  asked: Asked,
  { longer }: FlowSources,
  wanted: number,
): Promise<Left[]> {
  const found: Left[] = [];
  const isWanted = ({ count }: (typeof longer)[number]) => count > 0 && found.length < wanted;
  await inTurns(longer, isWanted, async (some, reports) => {
    const ends = new Set(some.map(({ end }) => end));
    const of = withObservations(opened, await read(reports));
    for (const one of longerThan(of, asked)) if (ends.has(one.entry.period?.end ?? '')) found.push(one);
  });
  return found;
}

/** Goes through lists of reports, those that are wanted, some together. */
async function inTurns<T extends { reports: ReadonlySet<string> }>(
  lists: readonly T[],
  isWanted: (list: T) => boolean,
  turn: (some: T[], reports: Set<string>) => Promise<void>,
): Promise<void> {
  let next = 0;
  for (let size = firstReports; next < lists.length; size *= 2) {
    const some: T[] = [];
    const reports = new Set<string>();
    for (; next < lists.length && reports.size < size; next++) {
      const list = lists[next];
      if (!list || !isWanted(list)) continue;
      some.push(list);
      for (const report of list.reports) reports.add(report);
    }
    if (some.length > 0) await turn(some, reports);
  }
}
