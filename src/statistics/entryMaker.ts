import type { AreaTree } from '../model/area';
import type { Observation } from '../model/observation';
import { dating } from './dated';
import { countedAs, subjectCodes } from './parseSubject';
import type { Entry, ReportEntry } from './resolved';

/** Makes entries; what many of them share is made once. */
export function entryMaker(
  tree: Pick<AreaTree, 'ancestors' | 'placeOf'>,
): (observation: Observation, report: ReportEntry) => Entry {
  const periodOf = dating();
  const withins = remember((place: string) => [place, ...tree.ancestors(place)]);
  const subjects = new Map<string, Pick<Entry, 'measure' | 'kind' | 'codes'>>();
  const subjectsOf = (observation: Observation) => {
    const key = `${observation.measure}|${observation.kind}|${observation.indicator ?? ''}`;
    const known = subjects.get(key);
    if (known) return known;
    const made = { ...countedAs(observation), codes: [...new Set(subjectCodes(observation))] };
    subjects.set(key, made);
    return made;
  };
  return (observation, report) => {
    const { measure, kind, codes } = subjectsOf(observation);
    const within = withins(tree.placeOf(observation.refArea));
    return {
      index: 0,
      observation,
      report,
      place: within[0] ?? '',
      within,
      period: periodOf(observation.periodStart, observation.periodEnd),
      measure,
      kind,
      codes,
      series: observation.indicator ?? observation.label.trim(),
    };
  };
}

/** The same function, each answer worked out once. */
function remember<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** Orders what one report says by its place in the text. */
export function byPlaceInText({ observation: a }: Entry, { observation: b }: Entry): number {
  return a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
