import type { ChartText } from './text/zh';

/** Names in a sentence: at most `limit`, and how many more there are. */
export function shortList(names: readonly string[], limit: number, text: ChartText): string {
  const shown = names.length <= limit ? names : names.slice(0, limit);
  return text.list([...shown], names.length - shown.length);
}
