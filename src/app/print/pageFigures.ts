import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import type { Figure } from '../../charts/figure';

interface Card {
  place: Readonly<ShallowRef<HTMLElement | null>>;
  figure: () => Figure | null;
}

const cards = new Set<Card>();

/** Whether a page has had a figure yet: from then on there is something to print. */
export const hasFigures = shallowRef(false);

/** Counts a card among the figures of the page for as long as it stands. */
export function usePageFigure(place: Card['place'], figure: Card['figure']): void {
  const card = { place, figure };
  cards.add(card);
  hasFigures.value = true;
  onScopeDispose(() => cards.delete(card));
}

/** The figures that the page shows, in reading order; those without a value are left out. */
export function pageFigures(): Figure[] {
  return [...cards]
    .flatMap(({ place, figure }) => {
      const shown = figure();
      return place.value && shown && !shown.empty ? [{ place: place.value, figure: shown }] : [];
    })
    .sort((a, b) => (a.place.compareDocumentPosition(b.place) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
    .map(({ figure }) => figure);
}
