import { onMounted, onScopeDispose, readonly, shallowRef, type Ref, type ShallowRef } from 'vue';
import { quiet } from '../pages/prefetchSoon';

/**
 * Turns true, for good, once the place comes near the window, or nobody waits for anything any more. Nothing is looked at
 * before `after` has settled: until then the page is empty and everything is near.
 */
export function useSeen(place: Readonly<ShallowRef<HTMLElement | null>>, after: Promise<void>): Readonly<Ref<boolean>> {
  const seen = shallowRef(false);
  const observer = new IntersectionObserver(([entry]) => (seen.value ||= entry?.isIntersecting ?? false));
  onMounted(async () => {
    await after;
    if (place.value) observer.observe(place.value);
  });
  onScopeDispose(() => observer.disconnect());
  void quiet.then(() => (seen.value = true));
  return readonly(seen);
}
