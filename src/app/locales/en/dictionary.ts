import { enChartText } from '../../../charts/text/en';
import type { FirstWords } from '../dictionary';
import { demo } from './demo';
import { filters } from './filters';
import { glossary } from './glossary';
import { guide } from './guide';
import { figures } from './figures';
import { failure, messages } from './messages';
import { screens } from './screens';
import { shell } from './shell';

/** The English words of a first screen, section by section as in Chinese. */
export const dictionary = {
  ...shell,
  ...figures,
  ...screens,
  ...guide,
  demo,
  ...filters,
  glossary,
  charts: enChartText,
  messages,
  failure,
} satisfies FirstWords;
