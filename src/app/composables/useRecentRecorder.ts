import { onScopeDispose, watch } from 'vue';
import { useRoute } from 'vue-router';
import { useRecentViewsStore } from '../stores/recentViews';
import { choiceKeys } from '../url/choice';

/** A view that stands so long has been looked at, in milliseconds: single steps on the way to it are not. */
const lookedAtMs = 4000;

/** Remembers the filtered views that somebody stays at. */
export function useRecentRecorder(): void {
  const route = useRoute();
  const recent = useRecentViewsStore();
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    () => route.fullPath,
    (address) => {
      clearTimeout(timer);
      if (!choiceKeys.some((key) => key in route.query)) return;
      timer = setTimeout(() => recent.add(address), lookedAtMs);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));
}
