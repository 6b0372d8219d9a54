import type { Dictionary } from '../../locales/dictionary';

export type TourStep = keyof Dictionary['tour']['steps'];

/** Steps in their order, each with what it points at; a page without it shows the step without a frame. */
export const tourSteps: readonly { id: TourStep; target: string }[] = [
  { id: 'pages', target: '.app-rail__list' },
  { id: 'filter', target: '.filter-bar' },
  { id: 'tiles', target: '.tile-row' },
  { id: 'figure', target: '.figure-card' },
  { id: 'take', target: '.figure-card__actions' },
  { id: 'display', target: '.display-button' },
];
