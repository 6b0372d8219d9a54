import { onScopeDispose, shallowReadonly, shallowRef, watch, type ShallowRef } from 'vue';
import { loadDrawer, type FigureKindId } from '../../../charts/specs';
import type { FigureDrawer } from '../../../charts/specs/figureKind';

/** What draws a kind of figure; null while it is on its way or where it cannot be fetched. */
export function useDrawer(kind: () => FigureKindId | null): {
  drawer: Readonly<ShallowRef<FigureDrawer | null>>;
  hasFailed: Readonly<ShallowRef<boolean>>;
} {
  const drawer = shallowRef<FigureDrawer | null>(null);
  const hasFailed = shallowRef(false);
  let latest = 0;

  async function fetchOf(id: FigureKindId): Promise<void> {
    const turn = ++latest;
    [drawer.value, hasFailed.value] = [null, false];
    const fetched = await loadDrawer(id).catch(() => null);
    if (turn === latest) [drawer.value, hasFailed.value] = [fetched, fetched === null];
  }
  watch(kind, (id) => id !== null && void fetchOf(id), { immediate: true });
  onScopeDispose(() => latest++);
  return { drawer: shallowReadonly(drawer), hasFailed: shallowReadonly(hasFailed) };
}
