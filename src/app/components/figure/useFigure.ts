import { computed, markRaw, provide, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import type { Figure } from '../../../charts/figure';
import {
  buildFigure,
  placeOf,
  requestsOf,
  type FigureKindId,
  type FigureSpec,
  type KindAnswers,
  type KindSpec,
} from '../../../charts/specs';
import { turnToKey } from './pages';
import { useAnswers } from '../../composables/useAnswers';
import { useCatalogueStore } from '../../stores/catalogue';
import type { QueryState } from '../../composables/useQuery';
import { useDrawer } from './useDrawer';
import { assetsOf, useBoundaries, type Boundaries } from './useBoundaries';
import { useFigureContext } from './useFigureContext';

interface LiveFigure<K extends FigureKindId> extends Pick<QueryState<unknown>, 'status'> {
  /** Null (a skeleton) until the first answer. */
  figure: ComputedRef<Figure | null>;
  answers: ComputedRef<KindAnswers<K> | null>;
  /** How the boundaries of a map came along; `none` for other figures. */
  boundaries: Readonly<ShallowRef<Boundaries>>;
}

/**
 * The figure of a spec: asks what its kind asks, again when spec or data change, and draws the answers.
 * While the next answers are under way the figure of those before stays whole, its title included: a title must never
 * stand over the numbers of another filter.
 */
export function useFigure<K extends FigureKindId>(spec: () => KindSpec<K>): LiveFigure<K> {
  const catalogue = useCatalogueStore();
  /** The page of places that was turned to, and of what: another figure begins with its first. */
  const page = shallowRef<{ of: string; from: number | string } | null>(null);
  const asText = computed(() => JSON.stringify(spec()));
  provide(turnToKey, (from) => (page.value = { of: asText.value, from }));
  // A spec of any one kind is one of them all, which TypeScript cannot follow through the generic.
  const current = () => {
    const isTurned = page.value?.of === asText.value;
    return { ...spec(), ...(isTurned && { from: page.value?.from }) } as unknown as FigureSpec;
  };
  const { answer, status: asked } = useAnswers(() => requestsOf(current()));
  const { drawer, hasFailed } = useDrawer(() => spec().kind);
  const status = computed(() => {
    if (asked.value === 'ready' && !drawer.value) return hasFailed.value ? 'failed' : 'pending';
    return asked.value;
  });
  const boundaries = useBoundaries(() => placeOf(current()));
  const context = useFigureContext(() => spec().filter);
  const figure = computed<Figure | null>((before) => {
    const assets = assetsOf(boundaries.value, placeOf(current()));
    if (status.value !== 'ready' || !drawer.value || !answer.value || !assets) return before ?? null;
    const [draw, one, around] = [drawer.value, current(), context.value];
    const built = buildFigure(draw, one, answer.value, around, assets);
    if (built.places) {
      built.whole = async () => {
        const { wholeFigure } = await import('./wholeFigure');
        return wholeFigure(one, catalogue, (answers) => buildFigure(draw, one, answers, around, assets));
      };
    }
    return markRaw(built);
  });
  const answers = computed(() => answer.value as KindAnswers<K> | null);
  return { figure, answers, status, boundaries };
}
