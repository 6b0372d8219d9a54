import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import type { Figure } from '../../charts/figure';

/** Something of a page that goes onto paper. */
export type PagePart =
  | { kind: 'figure'; figure: Figure }
  | { kind: 'text'; title: string; text: string }
  | { kind: 'table'; title: string; note: string; columns: readonly string[]; rows: readonly (readonly string[])[] };

interface Place {
  place: Readonly<ShallowRef<HTMLElement | null>>;
  part: () => PagePart | null;
}

const places = new Set<Place>();

/** Whether a page has had a part yet: from then on there is something to print. */
export const hasParts = shallowRef(false);

/** Counts something among the parts of the page for as long as it stands. */
export function usePagePart(place: Place['place'], part: Place['part']): void {
  const one = { place, part };
  places.add(one);
  hasParts.value = true;
  onScopeDispose(() => places.delete(one));
}

/** Counts a card among them; a figure without a value is left out. */
export function usePageFigure(place: Place['place'], figure: () => Figure | null): void {
  usePagePart(place, () => {
    const shown = figure();
    return shown && !shown.empty ? { kind: 'figure', figure: shown } : null;
  });
}

/** The parts of the page in reading order. */
export function pageParts(): PagePart[] {
  return [...places]
    .flatMap(({ place, part }) => {
      const shown = place.value && part();
      return place.value && shown ? [{ place: place.value, part: shown }] : [];
    })
    .sort((a, b) => (a.place.compareDocumentPosition(b.place) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
    .map(({ part }) => part);
}
