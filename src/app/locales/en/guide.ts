import type { Dictionary } from '../dictionary';

/** Words of the display settings, the tour and the charts' keyboard walk. */
export const guide = {
  display: {
    button: 'Display and help',
  },
  tour: {
    offer: 'New here? One minute shows you around.',
    start: 'Start the tour',
    dismiss: 'No, thanks',
    label: 'Tour',
    step: (index: number, count: number) => `Step ${String(index)} of ${String(count)}`,
    back: 'Back',
    next: 'Next',
    done: 'Done',
    close: 'End the tour',
  },
  walk: {
    role: 'chart',
    hint: 'Arrow keys read point by point, Enter filters, Escape leaves.',
    point: (name: string, period: string, value: string) => `${name}, ${period}: ${value}`,
  },
} satisfies Pick<Dictionary, 'display' | 'tour' | 'walk'>;
