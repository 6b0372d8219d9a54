import { onMounted, onScopeDispose, readonly, shallowRef, type Ref, type ShallowRef } from 'vue';
import { afterRest } from '../pages/afterRest';

/**
 * Turns true, for good, once the place comes near the window, or the page has had time to stand. Nothing is looked at
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
  afterRest(() => (seen.value = true));
  return readonly(seen);
}
