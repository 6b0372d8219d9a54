import type { ThemeName } from '../charts/theme';
import type { ChartText } from '../charts/text/zh';
import type { PresetId, Scale } from './presets';

/** What a person chose for one exported picture. */
export interface ExportOptions {
  preset: PresetId;
  scale: Scale;
  theme: ThemeName;
  /** Words of the picture, in the language of the interface. */
  text: ChartText;
  /** ISO date printed as the day of making; null leaves it out. */
  exportedOn: string | null;
}
