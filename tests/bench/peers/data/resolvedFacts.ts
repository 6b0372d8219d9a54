import { categoryCodes } from '../../../../src/model/categories';
import type { Dataset } from '../../../../src/model/dataset';
import { measureCodes, measures } from '../../../../src/model/measures';
import { monthIndex } from '../../../../src/model/period';
import { spanOf } from '../../../../src/statistics/buckets';
import { decide } from '../../../../src/statistics/decide';
import { parseSubject } from '../../../../src/statistics/parseSubject';
import { resolveDataset } from '../../../../src/statistics/resolveDataset';
import type { Entry } from '../../../../src/statistics/resolved';
import { bucketed, makeSlot } from '../../../../src/statistics/slot';
import { noCounty, type Facts } from '../facts';
import type { World } from '../world';

interface Counted {
  entry: Entry;
  area: number;
  root: number;
}

type Known = Pick<World, 'counties' | 'subjects' | 'firstMonth'>;

/**
 * What counts for a county or for the total over all areas, month by month, as our statistics decide: of every measure's
 * flows, those that are asked for first.
 */
export function resolvedFacts(dataset: Dataset, { counties, subjects, firstMonth }: Known): Facts {
  const resolved = resolveDataset(dataset);
  const numberOf = new Map(counties.map((code, i) => [code, i]));
  const places = resolved.tree.places.filter(({ place }) => numberOf.has(place)).map(({ place }) => place);
  const found: (Counted & { subject: number; month: number })[] = [];
  const others = measureCodes.filter((code) => measures[code].additivity !== 'none' && !subjects.includes(code));
  [...subjects, ...others].forEach((code, number) => {
    const subject = parseSubject(code, []);
    if (!subject) throw new Error(`unknown subject: ${code}`);
    for (const [bucket, pool] of bucketed(resolved, subject, 'actual', 'M')) {
      const span = spanOf(bucket);
      const slot = makeSlot(resolved, { subject, status: 'actual', span }, pool);
      const counted = new Map<Entry, Counted>();
      for (const place of places)
        for (const entry of decide(resolved, slot, place).counted)
          counted.set(entry, { entry, area: numberOf.get(place) ?? noCounty, root: 0 });
      for (const root of resolved.tree.roots)
        for (const entry of decide(resolved, slot, root).counted)
          counted.set(entry, { entry, area: counted.get(entry)?.area ?? noCounty, root: 1 });
      const month = monthIndex(span.start) - firstMonth;
      for (const one of counted.values()) found.push({ ...one, subject: number, month });
    }
  });
  return {
    value: Float64Array.from(found, ({ entry }) => entry.observation.value),
    area: Uint16Array.from(found, ({ area }) => area),
    month: Uint16Array.from(found, ({ month }) => month),
    subject: Uint8Array.from(found, ({ subject }) => subject),
    category: Uint8Array.from(found, ({ entry }) => categoryCodes.indexOf(entry.observation.category)),
    root: Uint8Array.from(found, ({ root }) => root),
  };
}
