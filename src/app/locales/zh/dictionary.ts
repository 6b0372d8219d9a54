import { zhChartText } from '../../../charts/text/zh';
import { demo } from './demo';
import { figures } from './figures';
import { failure, messages } from './messages';
import { shell } from './shell';

/** All Chinese words, one section a topic. */
export const dictionary = { ...shell, ...figures, demo, charts: zhChartText, messages, failure };
