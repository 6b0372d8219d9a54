import type { Observation } from '../model/observation';
import { allSources, areApart, flowSources } from '../statistics/columns/flowSources';
import type { FacetColumns } from '../statistics/columns/facetColumns';
import { withObservations } from '../statistics/columns/withObservations';
import type { Left } from '../statistics/decide';
import { explanationOf, longerThan, madeOf, type Asked } from '../statistics/queries/explain';
import type { Queries } from '../statistics/query';
import type { Entry, Resolved } from '../statistics/resolved';

/** Reports read together at first; twice as many each time that they were not enough. */
const firstReports = 100;

interface Sources {
  opened: Resolved;
  facets: readonly FacetColumns[];
  read: (reports: Iterable<string>) => Promise<Observation[]>;
}

/**
 * Answers `explain` of an actual flow: columns tell the cell and the reports that speak in its buckets, and these are read
 * from the newest bucket on until there is as much as was asked for.
 */
export async function explainFlow(
  { opened, facets, read }: Sources,
  asked: Asked,
  first: Queries['explain']['request']['first'],
): Promise<Queries['explain']['answer']> {
  if (!areApart(asked)) {
    const all = withObservations(opened, await read(allSources(opened, asked, facets)));
    const { cell, ...behind } = madeOf(all, asked, asked.buckets);
    return explanationOf(cell, { ...behind, longer: longerThan(all, asked) }, first);
  }
  const { cell, buckets, longer } = flowSources(opened, asked, facets);
  const wanted = first ?? { counted: Infinity, leftOut: Infinity };
  const counted: Entry[] = [];
  const left: Left[] = [];
  const isWanted = (bucket: (typeof buckets)[number]) =>
    (bucket.counted > 0 && counted.length < wanted.counted) || (bucket.left > 0 && left.length < wanted.leftOut);
  let size = firstReports;
  for (let next = 0; next < buckets.length; size *= 2) {
    const [some, reports]: [string[], Set<string>] = [[], new Set()];
    for (; next < buckets.length && reports.size < size; next++) {
      const bucket = buckets[next];
      if (!bucket || !isWanted(bucket)) continue;
      some.push(bucket.bucket);
      for (const report of bucket.reports) reports.add(report);
    }
    if (some.length === 0) break;
    const made = madeOf(withObservations(opened, await read(reports)), asked, some);
    for (const entry of made.counted) counted.push(entry);
    for (const one of made.left) left.push(one);
  }
  const beyond = longerThan(withObservations(opened, await read(longer)), asked);
  return explanationOf(cell, { counted, left, longer: beyond }, first);
}
