import type { ChartPicture } from '../chartPicture';
import type { DisplayTable } from '../displayTable';
import type { FigureWords } from '../figureWords';
import type { ChartPage } from './chartPages';

/** What stands for a figure: charts to edit, each on a slide, or a picture where no program draws such a chart. */
export type Visual =
  | { kind: 'chart'; charts: readonly (ChartPage & { workbook: Uint8Array })[] }
  | { kind: 'picture'; picture: ChartPicture };

/** How many slides a figure takes. */
export const slidesOf = ({ visual }: Pick<DeckPage, 'visual'>) => (visual.kind === 'chart' ? visual.charts.length : 1);

/** One figure, ready to be put into a deck. */
export interface DeckPage {
  words: FigureWords;
  visual: Visual;
  table: DisplayTable;
  /** Words of a chart for those who cannot see it. */
  description: string;
}
