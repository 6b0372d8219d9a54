import { putOnClipboard } from '../../../export/clipboard';
import { gridHtml, tsvLines, type Grid } from '../../../export/gridText';
import { copyText } from '../../copyText';

/** Puts a table on the clipboard, for spreadsheets and for Word; where only plain text may be copied, as that. Output: whether it worked. */
export async function copyGrid(parts: AsyncIterable<Grid>): Promise<boolean> {
  const texts = textsOf(parts);
  const blob = async (type: keyof Texts) => new Blob((await texts)[type], { type });
  const contents = { 'text/plain': blob('text/plain'), 'text/html': blob('text/html') };
  return (await putOnClipboard(contents)) || copyText((await texts)['text/plain'].join(''));
}

type Texts = Record<'text/plain' | 'text/html', string[]>;

/** The parts of a table, which have one header, as pieces of text. */
async function textsOf(parts: AsyncIterable<Grid>): Promise<Texts> {
  const texts: Texts = { 'text/plain': [], 'text/html': [] };
  let end = '';
  for await (const part of parts) {
    const { open, body, close } = gridHtml(part);
    if (end === '') {
      texts['text/plain'].push(tsvLines([part.header]));
      texts['text/html'].push(open);
    }
    texts['text/plain'].push(`\n${tsvLines(part.rows)}`);
    texts['text/html'].push(body);
    end = close;
  }
  texts['text/html'].push(end);
  return texts;
}
