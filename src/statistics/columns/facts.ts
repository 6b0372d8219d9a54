import { categoryCodes } from '../../model/categories';
import { qualifiers } from '../../model/qualifier';
import { isLive } from '../coverage';
import type { Dated } from '../dated';
import type { Entry, ReportEntry } from '../resolved';
import type { PlaceOrder } from './placeOrder';

/** Numbers units in order of appearance. */
export type Units = Map<string, number>;

/** An observation as sheets see it: all that it is of as numbers. */
export interface Fact {
  entry: Entry;
  value: number;
  category: number;
  unit: number;
  qualifier: number;
  /** The place that it is about, and that of its report. */
  place: number;
  speaker: number;
  /** Whether it counts where its report's federation speaks: it is about that place or one below it, and live. */
  isInside: boolean;
  report: number;
  /** Its own, and that of its report. */
  period: Dated | null;
  coverage: Dated | null;
}

interface Numbers {
  order: Pick<PlaceOrder, 'numberOf' | 'end'>;
  units: Units;
  reportNumber: (report: ReportEntry) => number;
}

const categoryNumbers = new Map(categoryCodes.map((code, number) => [code, number]));
const qualifierNumbers = new Map(qualifiers.map((qualifier, number) => [qualifier, number]));

/** Makes the fact of an observation; it comes to sheets of several subjects and every granularity, so it is made once. */
export function factMaker({ order: { numberOf, end }, units, reportNumber }: Numbers): (entry: Entry) => Fact {
  const made: Fact[] = [];
  const make = (entry: Entry): Fact => {
    const { observation, report } = entry;
    const speaker = numberOf.get(report.place) ?? 0;
    const place = entry.place === report.place ? speaker : (numberOf.get(entry.place) ?? 0);
    return {
      entry,
      value: observation.value,
      category: categoryNumbers.get(observation.category) ?? 0,
      unit: units.get(observation.unit) ?? units.set(observation.unit, units.size).size - 1,
      qualifier: qualifierNumbers.get(observation.qualifier) ?? 0,
      place,
      speaker,
      isInside: place >= speaker && place < (end[speaker] ?? 0) && isLive(entry),
      report: reportNumber(report),
      period: entry.period,
      coverage: report.coverage,
    };
  };
  return (entry) => {
    const known = made[entry.index];
    // Entries of before and after a change have numbers of their own.
    return known?.entry === entry ? known : (made[entry.index] = make(entry));
  };
}
