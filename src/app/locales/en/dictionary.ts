import { enChartText } from '../../../charts/text/en';
import type { Dictionary } from '../dictionary';
import { demo } from './demo';
import { exportWords } from './exports';
import { filters } from './filters';
import { glossary } from './glossary';
import { grid } from './grid';
import { guide } from './guide';
import { figures } from './figures';
import { failure, messages } from './messages';
import { places } from './places';
import { screens } from './screens';
import { shell } from './shell';
import { trayWords } from './tray';

/** All English words, section by section as in Chinese. */
export const dictionary = {
  ...shell,
  ...figures,
  ...screens,
  ...places,
  ...guide,
  demo,
  ...exportWords,
  ...trayWords,
  ...filters,
  grid,
  glossary,
  charts: enChartText,
  messages,
  failure,
} satisfies Dictionary;
