import type { Dictionary } from '../dictionary';

/** Words of the display settings, the tour and the charts' keyboard walk. */
export const help = {
  display: {
    button: 'Display and help',
    largeType: 'Large type',
    largeTypeHint: 'Larger words on pages and in charts',
    tour: 'Take the tour again',
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
    steps: {
      pages: {
        title: 'Five pages',
        text: 'Overview, trends, counties, categories, and every single observation under Data.',
      },
      filter: {
        title: 'One filter for all charts',
        text: 'Years, counties, categories and indicators. The address follows: keep it or send it, and it opens this view.',
      },
      tiles: {
        title: 'Every number has a source',
        text: 'Press a number to see what it is made of, and the report it comes from. Beside every “—” stands the reason.',
      },
      figure: {
        title: 'Charts answer to pointer and keys',
        text: 'Press a county or category to filter by it; with the keyboard, arrow keys walk from point to point.',
      },
      take: {
        title: 'Take a chart along',
        text: 'Export gives a picture for your slides; View data gives the same numbers.',
      },
      display: {
        title: 'Display and help',
        text: 'Dark, official red, wall and large type are here, and so is this tour.',
      },
    },
  },
  walk: {
    role: 'chart',
    hint: 'Arrow keys read point by point, Enter filters, Escape leaves.',
    point: (name: string, period: string, value: string) => `${name}, ${period}: ${value}`,
  },
} satisfies Pick<Dictionary, 'display' | 'tour' | 'walk'>;
