import { zhChartText } from '../../../charts/text/zh';
import { demo } from './demo';
import { exportWords } from './exports';
import { filters } from './filters';
import { grid } from './grid';
import { help } from './help';
import { figures } from './figures';
import { failure, messages } from './messages';
import { screens } from './screens';
import { shell } from './shell';

/** All Chinese words, one section a topic. */
export const dictionary = {
  ...shell,
  ...figures,
  ...screens,
  ...exportWords,
  ...filters,
  grid,
  help,
  demo,
  charts: zhChartText,
  messages,
  failure,
};
