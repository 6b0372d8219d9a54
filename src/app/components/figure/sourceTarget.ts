import { inject, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue';
import type { Observation } from '../../../model/observation';
import type { CellAddress, Filter } from '../../../statistics/query';
import type { Kinship } from './kinship';

/** What the source drawer explains: a cell of a figure under the figure's filter, or one observation. */
export type SourceTarget =
  | { kind: 'cell'; address: CellAddress; filter: Filter }
  | { kind: 'observation'; observation: Observation; kinship: Kinship | undefined };

type Current = ShallowRef<SourceTarget | null>;
const key: InjectionKey<Current> = Symbol('source target');

/** Gives everything below the calling component one source drawer to open. */
export function provideSourceTarget(): Current {
  const target: Current = shallowRef(null);
  provide(key, target);
  return target;
}

/** Opens the source drawer of the page. Throws outside of a `SourceScope`. */
export function useSourceTarget(): { open: (target: SourceTarget) => void } {
  const target = inject(key);
  if (!target) throw new Error('source target used outside of a SourceScope');
  return { open: (next) => (target.value = next) };
}

/** The cell of a whole figure: its unsplit total over all shown buckets. */
export function wholeOf(subject: string): CellAddress {
  return { subject, key: 'total', split: 'none', status: 'actual', buckets: [] };
}
