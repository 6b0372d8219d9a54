import { zhChartText } from '../../../charts/text/zh';
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

/** All Chinese words, one section a topic. */
export const dictionary = {
  ...shell,
  ...figures,
  ...screens,
  ...places,
  ...guide,
  ...exportWords,
  ...trayWords,
  ...filters,
  grid,
  glossary,
  demo,
  charts: zhChartText,
  messages,
  failure,
};
