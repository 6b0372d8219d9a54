import type { ShallowRef } from 'vue';
import { onScopeDispose, shallowRef } from 'vue';

/** Whether a media query holds, for as long as the component lives. */
export function useMediaQuery(query: string): ShallowRef<boolean> {
  const list = matchMedia(query);
  const matches = shallowRef(list.matches);
  const follow = () => (matches.value = list.matches);
  list.addEventListener('change', follow);
  onScopeDispose(() => list.removeEventListener('change', follow));
  return matches;
}
