import type { Language } from '../../../model/language';
import { tourSteps as en } from '../../locales/en/tourSteps';
import { tourSteps as zh, type TourStep } from '../../locales/zh/tourSteps';

export const stepWords: Record<Language, Record<TourStep, { title: string; text: string }>> = { 'zh-CN': zh, en };

/** Steps in their order, each with what it points at; a page without it shows the step without a frame. */
export const tourSteps: readonly { id: TourStep; target: string }[] = [
  { id: 'pages', target: '.app-rail__list' },
  { id: 'filter', target: '.filter-bar' },
  { id: 'tiles', target: '.tile-row' },
  { id: 'figure', target: '.figure-card' },
  { id: 'take', target: '.figure-card__actions' },
  { id: 'display', target: '.display-button' },
];
