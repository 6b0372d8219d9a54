import { formatChange, formatValue } from '../format';
import type { Cell, CellAddress, Comparison, Tile } from '../query';
import { totalKey } from '../scopes';
import type { Telling } from './narrate';
import { join, plainText, toParts, type Part, type Phrase } from './paragraph';
import type { Course } from './phrases';

/**
 * One headline number: what, how much, against when, against which target, and how much of it is reported, unless that
 * is shared with its neighbours and said once for all.
 */
export function headline(tile: Tile, bucket: string, telling: Telling, isShared = false): Phrase {
  const { phrases, names } = telling;
  const { cell, subject } = tile;
  if (!cell) return [];
  const source = addressAt(tile, bucket);
  const value: Part = { text: valueText(cell, telling), role: 'value', source };
  const amount = phrases.amount({ code: subject.code, name: names.subject(subject.code) }, value);
  const facts = [
    [...amount, ...(isShared ? [] : asides(cell, source, telling))],
    change(tile, tile.yearOnYear, 'year', telling),
    change(tile, tile.periodOnPeriod, 'period', telling),
    target(tile, bucket, telling),
  ].filter((phrase) => phrase !== null);
  return join(facts, phrases.comma);
}

/** The number as it prints everywhere: 约28万人次. */
export function valueText(cell: Cell, { language }: Telling): string {
  return formatValue(cell.value, { language, unit: cell.unit, qualifier: cell.qualifier });
}

/** Address of a tile's cell in a bucket. */
function addressAt({ subject }: Tile, bucket: string, status: CellAddress['status'] = 'actual'): CellAddress {
  return { subject: subject.code, key: totalKey, split: 'none', status, buckets: [bucket] };
}

/** What all numbers of a period rest on, where it is the same for each of several; null otherwise. */
export function sharedAside(tiles: readonly Tile[], bucket: string, telling: Telling): Phrase | null {
  const said = tiles.map((tile) => (tile.cell ? asides(tile.cell, addressAt(tile, bucket), telling) : []));
  const texts = new Set(said.map((phrase) => plainText(toParts(phrase))));
  const [first] = said;
  const isStock = tiles.some(({ cell }) => cell !== null && cell.asOf !== null);
  return tiles.length > 1 && texts.size === 1 && first && first.length > 0 && !isStock ? first : null;
}

/** What must be known beside the number: the day of a stock, months and areas that are reported. */
function asides(cell: Cell, source: CellAddress, { phrases, names }: Telling): Phrase {
  const { months, children, asOf } = cell;
  const said: Phrase[] = [];
  const count = (number: number): Part => ({ text: String(number), role: 'coverage', source });
  if (asOf !== null) said.push([phrases.standsAt(names.date(asOf))]);
  else if (months.covered > 0 && months.covered < months.total)
    said.push(phrases.months(count(months.covered), months.total));
  if (children && children.reported < children.total)
    said.push(phrases.children(count(children.reported), children.total));
  return said.length === 0 ? [] : phrases.aside(said);
}

/** Which way a change goes, by what it prints as. */
function courseOf(change: number, size: string): Course {
  if (change === 0) return 'flat';
  if (!/[1-9]/.test(size)) return 'almost';
  return change > 0 ? 'up' : 'down';
}

function change(
  tile: Tile,
  comparison: Comparison | null,
  against: 'year' | 'period',
  { phrases, language }: Telling,
): Phrase | null {
  if (!comparison || comparison.change === null || comparison.base === null) return null;
  const { points, approximate, base, sameMonths } = comparison;
  const size = formatChange(Math.abs(comparison.change), { language, points, approximate }).replace('+', '');
  const part: Part = { text: size, role: 'change', source: addressAt(tile, base) };
  return phrases.change({ against, course: courseOf(comparison.change, size), points, size: part, sameMonths });
}

function target(tile: Tile, bucket: string, telling: Telling): Phrase | null {
  if (!tile.target || tile.target.cell.value === null) return null;
  const { cell, progress } = tile.target;
  const { phrases, language } = telling;
  const aim: Part = { text: valueText(cell, telling), role: 'value', source: addressAt(tile, bucket, 'target') };
  const reached = progress === null ? null : formatChange(progress, { language }).replace('+', '');
  const share: Part | null =
    reached === null ? null : { text: reached, role: 'progress', source: addressAt(tile, bucket) };
  return phrases.target(aim, share);
}
