import type { FigureTable } from '../charts/figure';
import type { FigureWords } from './figureWords';

/** How many values a description lists before it leaves the rest to the table. */
const listed = 12;

/** Title, scope, and the first values of a figure in one sentence or two. */
export function describeFigure(words: FigureWords, table: FigureTable, join: string): string {
  const values = table.rows
    .slice(0, listed)
    .map(({ header, cells }) => `${header} ${cells.map(({ text }) => text).join(' / ')}`);
  const more = table.rows.length > listed ? '…' : '';
  return [words.mark, words.title, words.subtitle, values.join(join) + more].filter(Boolean).join('\n');
}
