import type { Area, AreaTree } from '../../../../src/model/area';
import type { Observation } from '../../../../src/model/observation';
import type { Report } from '../../../../src/model/report';
import { byRevision } from '../../../../src/statistics/revisions';
import { factSubjects } from '../factSubjects';
import { noCounty } from '../facts';
import type { Known } from '../world';
import { monthReader } from './monthReader';

/** Rows as a database gives them. */
export interface StoredRows {
  areas: readonly Area[];
  reports: readonly Report[];
  observations: readonly Observation[];
}

/** A number that may count, with who says it; where it counts is written when that is decided. */
export interface Said {
  observation: Observation;
  /** The place that it speaks about, with all that contain it, nearest first. */
  within: readonly string[];
  speaker: string;
  area: number;
  root: number;
}

/** What bears on one month. */
export interface Month {
  /** Places whose own reports lie in the month. */
  covered: Set<string>;
  /** Those, and places whose own reports name something that happened in it. */
  own: Set<string>;
  /** Flows by the numbers of their subjects. */
  said: Map<number, Said[]>;
}

/** The place of each report that no later one of the same issuer, place and days replaces, by id (rule 7). */
function speakers(reports: readonly Report[], tree: AreaTree): Map<string, string> {
  const latest = new Map<string, Report>();
  for (const report of reports) {
    const key = [report.issuer, tree.placeOf(report.refArea), report.coverageStart, report.coverageEnd].join('\n');
    const known = latest.get(key);
    if (!known || byRevision(known, report) < 0) latest.set(key, report);
  }
  return new Map(Array.from(latest.values(), ({ id, refArea }) => [id, tree.placeOf(refArea)]));
}

/** Months, counted from the world's first, with what bears on them: of actual flows, and of all else who speaks. */
export function gatherMonths(rows: StoredRows, tree: AreaTree, known: Known): Map<number, Month> {
  const months = new Map<number, Month>();
  const at = (number: number): Month => {
    const found = months.get(number) ?? { covered: new Set(), own: new Set(), said: new Map() };
    months.set(number, found);
    return found;
  };
  const monthOf = monthReader(known);
  const speakerOf = speakers(rows.reports, tree);
  for (const { id, coverageStart, coverageEnd } of rows.reports) {
    const [month, speaker] = [monthOf(coverageStart, coverageEnd), speakerOf.get(id)];
    if (month === null || speaker === undefined) continue;
    at(month).covered.add(speaker);
    at(month).own.add(speaker);
  }
  const numberOf = new Map(factSubjects(known.subjects).map((code, i) => [code, i]));
  const withins = new Map<string, readonly string[]>();
  for (const observation of rows.observations) {
    const { refArea, periodStart, periodEnd, status, review, kind } = observation;
    const [number, speaker] = [monthOf(periodStart, periodEnd), speakerOf.get(observation.reportId)];
    if (number === null || speaker === undefined || status !== 'actual' || review === 'rejected') continue;
    const within = withins.get(refArea) ?? [tree.placeOf(refArea), ...tree.ancestors(refArea)];
    withins.set(refArea, within);
    const { own, said } = at(number);
    if (within.includes(speaker)) own.add(speaker);
    const subject = kind === 'flow' ? numberOf.get(observation.measure) : undefined;
    if (subject === undefined) continue;
    const one: Said = { observation, within, speaker, area: noCounty, root: 0 };
    const list = said.get(subject);
    if (list) list.push(one);
    else said.set(subject, [one]);
  }
  return months;
}
