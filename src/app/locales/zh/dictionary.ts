import { zhFirstChartText } from '../../../charts/text/zhFirst';
import { demo } from './demo';
import { filters } from './filters';
import { glossary } from './glossary';
import { guide } from './guide';
import { figures } from './figures';
import { failure, messages } from './messages';
import { screens } from './screens';
import { shell } from './shell';

/** The Chinese words of a first screen, one section a topic; the others are in `later`. */
export const dictionary = {
  ...shell,
  ...figures,
  ...screens,
  ...guide,
  ...filters,
  glossary,
  demo,
  charts: zhFirstChartText,
  messages,
  failure,
};
