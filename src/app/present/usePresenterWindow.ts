import { onScopeDispose, watch } from 'vue';
import { newId } from '../stores/trays';
import { presenterChannel, type PresenterState } from './presenterChannel';
import type { SlideStep } from './slideSteps';

/**
 * The speaker's window of a presentation: what it shows follows `state`, its keys come back as steps. `open` gives false
 * when the browser refuses a second window.
 */
export function usePresenterWindow(state: () => PresenterState, onStep: (step: SlideStep) => void) {
  const id = newId();
  const channel = presenterChannel(id, (message) => {
    if (message.type === 'hello') tell();
    if (message.type === 'step') onStep(message.step);
  });
  function tell(): void {
    channel.post({ type: 'state', state: state() });
  }
  watch(state, tell);
  onScopeDispose(() => {
    channel.post({ type: 'end' });
    channel.close();
  });

  function open(): boolean {
    const { pathname, search } = location;
    const address = `${pathname}${search}#/presenter?s=${id}`;
    return window.open(address, `presenter-${id}`, 'popup,width=1120,height=720') !== null;
  }
  return { open };
}
