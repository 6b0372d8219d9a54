import { onMounted, onScopeDispose } from 'vue';

/** Time in which a page's figures are drawn before anything else is fetched, in milliseconds. */
const restMs = 2000;

/** Does something once the page has had time to stand; not at all when the component is gone by then. */
export function afterRest(work: () => void, ms = restMs): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  onMounted(() => {
    timer = setTimeout(work, ms);
  });
  onScopeDispose(() => clearTimeout(timer));
}
