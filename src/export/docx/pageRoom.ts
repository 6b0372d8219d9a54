import { estimateEm } from '../../charts/measureText';
import type { TableStrip } from '../displayTable';
import { styleHeight, type StyleId } from './styles';

/** What a page holds between its margins, and what is kept free since every program breaks lines a little differently. */
const pageTwips = 16_838 - 2098 - 1984;
const slackTwips = 300;

/** Width of the text on the page, 156 mm, in twentieths of a point. */
export const textTwips = 8845;

/** A picture that would have to shrink below this share keeps its size, and the table goes on to the next page. */
const leastShare = 0.7;

/** Margins of a cell, left and right. */
const cellTwips = 216;

const linesOf = (words: string, roomTwips: number, halfPoints: number) =>
  Math.max(1, Math.ceil((estimateEm(words) * halfPoints * 10) / roomTwips));

/** Height of a paragraph as wide as the page, in twentieths of a point. */
export function paragraphTwips(style: StyleId, words: string): number {
  return styleHeight(style, (halfPoints) => linesOf(words, textTwips, halfPoints));
}

/** Height of a table whose columns share the page's width as their rooms say. */
export function tableTwips({ columns, rows, widthsEm }: TableStrip): number {
  const sum = widthsEm.reduce((total, em) => total + em, 0);
  const room = widthsEm.map((em) => (textTwips * em) / sum - cellTwips);
  const height = (style: StyleId, cells: readonly string[]) =>
    styleHeight(style, (halfPoints) =>
      cells.reduce((most, words, i) => Math.max(most, linesOf(words, room[i] ?? textTwips, halfPoints)), 1),
    );
  return height('TableHead', columns) + rows.reduce((total, cells) => total + height('TableText', cells), 0);
}

/**
 * How much of its full height a picture keeps, so that it stands on one page with all that belongs to it; 1 where it fits
 * as it is or would become too small. Heights in twentieths of a point, as estimated.
 */
export function pictureShare(pictureTwips: number, othersTwips: number): number {
  const share = (pageTwips - slackTwips - othersTwips) / pictureTwips;
  return share < leastShare ? 1 : Math.min(1, share);
}
