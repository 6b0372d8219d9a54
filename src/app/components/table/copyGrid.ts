import { putOnClipboard } from '../../../export/clipboard';
import { gridHtml, gridTsv, type Grid } from '../../../export/gridText';
import { copyText } from '../../copyText';

/** Puts a table on the clipboard, for spreadsheets and for Word; where only plain text may be copied, as that. Output: whether it worked. */
export async function copyGrid(grid: Grid): Promise<boolean> {
  const text = gridTsv(grid);
  const blob = (type: string, content: string) => Promise.resolve(new Blob([content], { type }));
  const contents = { 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', gridHtml(grid)) };
  return (await putOnClipboard(contents)) || copyText(text);
}
