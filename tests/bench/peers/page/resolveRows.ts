import { areaTree, type AreaTree } from '../../../../src/model/area';
import { categoryCodes } from '../../../../src/model/categories';
import { qualifiers } from '../../../../src/model/qualifier';
import { coveredSubject, noCounty, type FactRow } from '../facts';
import type { Known } from '../world';
import { gatherMonths, type Month, type Said, type StoredRows } from './gatherMonths';

const categoryNumbers = new Map<string, number>(categoryCodes.map((code, i) => [code, i]));
const qualifierNumbers = new Map<string, number>(qualifiers.map((code, i) => [code, i]));

/** What two printings of one number share. */
function printKey({ observation: o, within }: Said): string {
  return [o.label.trim(), o.indicator, o.value, o.unit, o.category, within[0], o.periodStart, o.periodEnd].join('\n');
}

/** Of what is kept for one place, subject and month: each number once, and no part beside its whole (rule 4). */
function onceEach(kept: readonly Said[]): readonly Said[] {
  if (kept.length === 1) return kept;
  const ids = new Set(kept.map(({ observation }) => observation.id));
  const isPart = ({ observation: { id, partOf } }: Said) => partOf !== null && partOf !== id && ids.has(partOf);
  const values = new Set(kept.map(({ observation }) => observation.value));
  if (values.size === kept.length) return kept.filter((one) => !isPart(one));
  const printings = new Map<string, Said>();
  for (const one of kept) {
    const known = printings.get(printKey(one));
    if (!known || (!isPart(known) && isPart(one))) printings.set(printKey(one), one);
  }
  return [...printings.values()].filter((one) => !isPart(one));
}

/** What the nearest of the federations above a place says about it. */
function ofNearest(candidates: readonly Said[], above: readonly string[]): Said[] {
  const nearest = above.find((place) => candidates.some(({ speaker }) => speaker === place));
  return candidates.filter(({ speaker }) => speaker === nearest);
}

/** Writes where the numbers of one subject and month count (rule 3). */
function decide(said: readonly Said[], { own, ownBelow }: Record<'own' | 'ownBelow', Set<string>>, places: Places) {
  const { tree, numberOf } = places;
  const byPlace = new Map<string, Said[]>();
  for (const one of said) {
    for (const place of one.within) {
      const isCandidate = own.has(place) ? one.speaker === place : !ownBelow.has(place);
      if (!isCandidate) continue;
      const list = byPlace.get(place);
      if (list) list.push(one);
      else byPlace.set(place, [one]);
    }
  }
  for (const [place, candidates] of byPlace) {
    const above = tree.ancestors(place);
    // What a place counts goes on upwards as long as those above are sums of what lies below.
    const speaking = above.findIndex((one) => own.has(one) || !ownBelow.has(one));
    const counting = [place, ...(speaking < 0 ? above : above.slice(0, speaking))];
    const area = counting.map((one) => numberOf.get(one)).find((number) => number !== undefined);
    for (const one of onceEach(own.has(place) ? candidates : ofNearest(candidates, above))) {
      if (area !== undefined) one.area = area;
      if (speaking < 0) one.root = 1;
    }
  }
}

interface Places {
  tree: AreaTree;
  /** Numbers of the counties. */
  numberOf: ReadonlyMap<string, number>;
}

function rowsOf(month: number, { own, covered, said }: Month, places: Places): FactRow[] {
  const rows: FactRow[] = [];
  const ownBelow = new Set([...own].flatMap((place) => places.tree.ancestors(place)));
  for (const [subject, list] of said) {
    decide(list, { own, ownBelow }, places);
    for (const { observation, area, root } of list) {
      if (area === noCounty && root === 0) continue;
      const category = categoryNumbers.get(observation.category) ?? NaN;
      const qualifier = qualifierNumbers.get(observation.qualifier) ?? NaN;
      rows.push({ value: observation.value, area, month, subject, category, root, qualifier });
    }
  }
  for (const place of covered) {
    const area = places.numberOf.get(place);
    if (area !== undefined)
      rows.push({ value: 0, area, month, subject: coveredSubject, category: 0, root: 0, qualifier: 0 });
  }
  return rows;
}

/**
 * What counts, by month from the world's first: the facts that others are given, made of rows as they are stored by loops
 * and maps, as an application applies rules that has none of our columns. Each month is decided by itself.
 *
 * Left out is what the simulated world cannot have: two reports of one place in one month that do not replace each other
 * (rule 2), a longer period of an indicator beside a shorter one in one month, a part of a part.
 */
export function resolveRows(rows: StoredRows, known: Known): Map<number, FactRow[]> {
  const tree = areaTree(rows.areas);
  const places = { tree, numberOf: new Map(known.counties.map((code, i) => [code, i])) };
  return new Map(
    Array.from(gatherMonths(rows, tree, known), ([number, month]) => [number, rowsOf(number, month, places)]),
  );
}
