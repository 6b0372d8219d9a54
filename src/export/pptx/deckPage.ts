import type { NativeChart } from '../../charts/nativeChart';
import type { ChartPicture } from '../chartPicture';
import type { DisplayTable } from '../displayTable';
import type { FigureWords } from '../figureWords';

/** What stands for a figure on its slide: a chart to edit, or a picture where no program draws such a chart. */
export type Visual =
  { kind: 'chart'; chart: NativeChart; workbook: Uint8Array } | { kind: 'picture'; picture: ChartPicture };

/** One figure, ready to be put into a deck. */
export interface DeckPage {
  words: FigureWords;
  visual: Visual;
  table: DisplayTable;
  /** Words of a chart for those who cannot see it. */
  description: string;
}
