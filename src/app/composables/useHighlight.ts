import { inject, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue';
import type { CellAddress, Split } from '../../statistics/query';

/** What is pointed at: a county or a category, wherever it is drawn. */
export interface Highlight {
  split: Exclude<Split, 'none'>;
  key: string;
}

type Current = ShallowRef<Highlight | null>;
const key: InjectionKey<Current> = Symbol('highlight');

/** Gives all charts below the calling component one highlight to share. */
export function provideHighlight(): void {
  provide(key, shallowRef(null));
}

/** The highlight shared by the charts of a page; one's own outside of a page that shares it. */
export function useHighlight(): Current {
  return inject(key, () => shallowRef<Highlight | null>(null), true);
}

/** The county or category of a mark; null for a mark of the whole. */
export function highlightOf(address: CellAddress | null | undefined): Highlight | null {
  return address && address.split !== 'none' ? { split: address.split, key: address.key } : null;
}

/** Whether two name the same. */
export function isSameHighlight(a: Highlight | null, b: Highlight | null): boolean {
  return a?.split === b?.split && a?.key === b?.key;
}
