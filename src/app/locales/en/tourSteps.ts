import type { TourStep } from '../zh/tourSteps';

/** What each step of the tour says. */
export const tourSteps: Record<TourStep, { title: string; text: string }> = {
  pages: {
    title: 'Six pages',
    text: 'Overview, trends, counties, categories, every single observation under Data, and figures collected for a meeting.',
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
};
