import { enChartText } from '../../../charts/text/en';
import type { Dictionary } from '../dictionary';
import { demo } from './demo';
import { exportWords } from './exports';
import { filters } from './filters';
import { grid } from './grid';
import { help } from './help';
import { figures } from './figures';
import { failure, messages } from './messages';
import { screens } from './screens';
import { shell } from './shell';

/** All English words, section by section as in Chinese. */
export const dictionary = {
  ...shell,
  ...figures,
  ...screens,
  demo,
  ...exportWords,
  ...filters,
  grid,
  help,
  charts: enChartText,
  messages,
  failure,
} satisfies Dictionary;
