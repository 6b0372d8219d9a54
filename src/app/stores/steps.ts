import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import { arrive, beginAt, redo, take, undo, type Steps } from '../undo/steps';
import { readChoice, type PlainQuery } from '../url/choice';
import { useAddressStore } from './address';
import { useFilterStore } from './filter';

/** The steps of the filter, to undo and redo. The address stays the state: undoing is a step of the history, too. */
export const useStepsStore = defineStore('steps', () => {
  const filter = useFilterStore();
  const address = useAddressStore();
  const present = () => JSON.stringify(filter.query);
  const steps = shallowRef<Steps>(beginAt(present()));

  // At once: two steps in one go would otherwise be taken for one.
  watch(
    present,
    (next) => {
      steps.value = address.hasTravelled() ? arrive(steps.value, next) : take(steps.value, next);
    },
    { flush: 'sync' },
  );

  /** Moves to other steps; false when there are none. */
  function go(next: Steps | null): boolean {
    if (!next) return false;
    steps.value = next;
    filter.set(readChoice(JSON.parse(next.present) as PlainQuery));
    return true;
  }

  return {
    canUndo: computed(() => steps.value.past.length > 0),
    canRedo: computed(() => steps.value.future.length > 0),
    undo: () => go(undo(steps.value)),
    redo: () => go(redo(steps.value)),
  };
});
