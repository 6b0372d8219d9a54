import { readonly, shallowRef, type Ref } from 'vue';
import { installPointing } from '../../../charts/install';

const isInstalled = shallowRef(false);

/**
 * What shows the numbers at a pointer, fetched when a chart is first pointed at or walked: a chart made before is made
 * anew. What cannot be fetched is asked for again the next time; the table twin and the walk's words stand without.
 */
export function usePointing(): { isInstalled: Readonly<Ref<boolean>>; fetchPointing: () => void } {
  return {
    isInstalled: readonly(isInstalled),
    fetchPointing: () => {
      if (isInstalled.value) return;
      installPointing().then(
        () => (isInstalled.value = true),
        () => undefined,
      );
    },
  };
}
