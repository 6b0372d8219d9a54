import type { PictureThemeName } from '../charts/theme';
import type { ChartText } from '../charts/text/zh';
import type { OwnSize, PresetId, Scale } from './presets';

/** What several figures in one file say beside them. */
export interface Collection {
  title: string;
  /** In the order of the figures: the address of each view, and what a person says about it. */
  entries?: readonly { address?: string | null; remark?: string }[];
}

/** What a person chose for one exported picture, or for several figures in one file. */
export interface ExportOptions {
  preset: PresetId;
  /** A typed size in place of the preset's. */
  ownSize?: OwnSize | null;
  scale: Scale;
  theme: PictureThemeName;
  /** Words of the picture, in the language of the interface. */
  text: ChartText;
  /** ISO date printed as the day of making; null leaves it out. */
  exportedOn: string | null;
  /** Short address that reopens the view, relative to the app: `/trend?g=M`; null leaves it out. */
  address?: string | null;
  /** Absent for a single figure. */
  collection?: Collection;
  /** Told in a sentence what a person should know of a file that was made all the same. */
  tell?: (remark: string) => void;
}
