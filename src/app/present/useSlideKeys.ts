import { isSingleKey } from '../shortcuts/shortcuts';
import { useSettingsStore } from '../stores/settings';
import { stepOfKey, type SlideStep } from './slideSteps';

/**
 * What a key press asks of a presentation: nothing where a button takes it, and nothing by a letter or sign by itself where
 * the person has switched those off. The key is used up where it asks something.
 */
export function useSlideKeys(take: (step: SlideStep) => void): (event: KeyboardEvent) => void {
  const settings = useSettingsStore();
  return (event) => {
    const onButton = event.target instanceof HTMLElement && event.target.closest('button') !== null;
    if (onButton && (event.key === ' ' || event.key === 'Enter')) return;
    if (isSingleKey(event) && !settings.singleKeys) return;
    const step = stepOfKey(event);
    if (!step) return;
    event.preventDefault();
    take(step);
  };
}
