import { onScopeDispose, readonly, shallowRef, type Ref } from 'vue';
import { leaveTurn, takeTurn } from '../turns';

/** Turns true when it is this component's turn: a part that nobody looks at first is put up in a task of its own. */
export function useTurn(): Readonly<Ref<boolean>> {
  const isTurn = shallowRef(false);
  const owner = {};
  takeTurn(owner, () => (isTurn.value = true));
  onScopeDispose(() => leaveTurn(owner));
  return readonly(isTurn);
}
