import { enChartText } from '../../../charts/text/en';
import type { Dictionary } from '../dictionary';
import { demo } from './demo';
import { figures } from './figures';
import { failure, messages } from './messages';
import { shell } from './shell';

/** All English words, section by section as in Chinese. */
export const dictionary = {
  ...shell,
  ...figures,
  demo,
  charts: enChartText,
  messages,
  failure,
} satisfies Dictionary;
