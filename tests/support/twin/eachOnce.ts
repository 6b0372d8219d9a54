import type { Observation } from '../../../src/model/observation';
import type { LeftOut } from '../../../src/statistics/query';
import type { Question } from './choice';
import { lies, period, placeOf, reportOf, sameDays, tellsBefore, type World } from './world';

export interface Chosen {
  counted: Observation[];
  leftOut: LeftOut[];
}

/** What recurs. */
export const named = (observation: Observation) => observation.indicator ?? observation.label.trim();

/** Whether two numbers say the same of the same. */
export function isSameFact(world: World, a: Observation, b: Observation): boolean {
  const [x, y] = [period(a), period(b)];
  return (
    a.indicator === b.indicator &&
    a.label.trim() === b.label.trim() &&
    a.value === b.value &&
    a.unit === b.unit &&
    a.measure === b.measure &&
    a.category === b.category &&
    placeOf(world, a) === placeOf(world, b) &&
    a.kind === b.kind &&
    a.status === b.status &&
    x !== null &&
    y !== null &&
    sameDays(x, y)
  );
}

/** Whether one stands before the other in the reading order. */
export const readsBefore = (world: World, a: Observation, b: Observation) =>
  a.reportId === b.reportId ? a.start < b.start : tellsBefore(reportOf(world, a), reportOf(world, b));

/** All wholes of a part, nearest first; none for one that is in a circle. */
export function wholesOf(world: World, observation: Observation): Observation[] {
  const chain: Observation[] = [];
  let at: Observation | undefined = observation;
  for (;;) {
    const { partOf }: Observation = at;
    at = world.observations.find(({ id }) => id === partOf);
    if (at === observation) return [];
    if (at === undefined || chain.includes(at)) return chain;
    chain.push(at);
  }
}

/** Each fact once, no part beside its whole (rule 4). */
export function eachOnce(world: World, q: Question, kept: Observation[]): Chosen {
  const counted: Observation[] = [];
  const leftOut: LeftOut[] = [];
  const wholeOf = (o: Observation) => wholesOf(world, o).find((whole) => kept.includes(whole));
  const isReplanned = (o: Observation, other: Observation) => {
    const [x, y] = [period(o), period(other)];
    const sameThing = named(o) === named(other) && o.measure === other.measure && x && y && sameDays(x, y);
    const later = o.reportId !== other.reportId && tellsBefore(reportOf(world, o), reportOf(world, other));
    return sameThing && placeOf(world, o) === placeOf(world, other) && later;
  };
  const planned = kept.filter((o) => q.status === 'actual' || !kept.some((other) => isReplanned(o, other)));
  for (const observation of kept) {
    const when = period(observation);
    const printings = planned.filter((o) => isSameFact(world, o, observation));
    printings.sort((a, b) => (readsBefore(world, a, b) ? -1 : 1));
    const first = printings.find((o) => wholeOf(o)) ?? printings[0];
    const longer = kept.filter((o) => {
      const theirs = period(o);
      return (
        o.indicator !== null &&
        o.indicator === observation.indicator &&
        when !== null &&
        theirs !== null &&
        lies(when, theirs) &&
        !sameDays(when, theirs) &&
        world.tree.contains(o.refArea, observation.refArea)
      );
    });
    const leave = (reason: LeftOut['reason']) => leftOut.push({ observation, reason, by: null });
    if (!planned.includes(observation)) leave('older-value');
    else if (first !== observation) leave('repeated');
    else if (wholeOf(observation)) leave('part');
    else if (longer.length > 0) leave('covered-by-longer');
    else counted.push(observation);
  }
  return { counted, leftOut };
}
