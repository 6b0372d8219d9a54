import { onScopeDispose, shallowReadonly, shallowRef, type ShallowRef } from 'vue';

/** Whether the window is too narrow for a table of columns; follows the window. */
export function useNarrow(maxWidthPx: number): Readonly<ShallowRef<boolean>> {
  const query = matchMedia(`(max-width: ${String(maxWidthPx)}px)`);
  const narrow = shallowRef(query.matches);
  const follow = () => (narrow.value = query.matches);
  query.addEventListener('change', follow);
  onScopeDispose(() => query.removeEventListener('change', follow));
  return shallowReadonly(narrow);
}
