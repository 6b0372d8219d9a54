import { Decimal } from '../../model/decimal';
import { formatChange } from '../format';
import type { Cell, CellAddress, Series, SeriesResult, Split } from '../query';
import { valueText } from './headline';
import type { Telling } from './narrate';
import { join, type Part, type Phrase } from './paragraph';

/** How many parts of a whole a sentence names. */
const named = 3;

interface Ranked {
  key: string;
  cell: Cell;
  value: number;
}

/** Actual series with a value above zero in a bucket, the largest first; equal ones in the answer's order. */
function ranked({ series }: SeriesResult, index: number): Ranked[] {
  const isActual = ({ status }: Series) => status === 'actual';
  return series
    .filter(isActual)
    .flatMap(({ key, cells }) => {
      const cell = cells[index];
      return cell?.value != null && cell.value > 0 ? [{ key, cell, value: cell.value }] : [];
    })
    .sort((a, b) => b.value - a.value);
}

function addressOf(answer: SeriesResult, split: Split, key: string, bucket: string): CellAddress {
  return { subject: answer.subject.code, key, split, status: 'actual', buckets: [bucket] };
}

/** Share of a whole that the parts are known to add up to; null of rates, of other units and of nothing. */
function shareOf(part: Ranked, whole: Cell | undefined, source: CellAddress, { language }: Telling): Part | null {
  if (!whole || whole.value === null || whole.value <= 0 || whole.unit !== part.cell.unit) return null;
  const approximate = whole.qualifier !== 'exact' || part.cell.qualifier !== 'exact';
  const ratio = Decimal.of(part.value).over(whole.value).toNumber();
  if (ratio > 1) return null;
  const text = formatChange(ratio, { language, approximate }).replace('+', '');
  return { text, role: 'share', source };
}

/** Which lines of work a number comes from most; null unless two of them have one. Rates have no parts. */
export function categoriesPhrase(answer: SeriesResult | null, bucket: string, telling: Telling): Phrase | null {
  const index = answer?.buckets.indexOf(bucket) ?? -1;
  if (!answer || index < 0 || answer.subject.kind === 'rate') return null;
  const rows = ranked(answer, index);
  if (rows.length < 2 || !sameUnit(rows)) return null;
  const { phrases, names } = telling;
  const parts = rows.slice(0, named).map((row): Phrase => {
    const source = addressOf(answer, 'category', row.key, bucket);
    const value: Part = { text: valueText(row.cell, telling), role: 'value', source };
    return phrases.part(names.category(row.key), value, shareOf(row, answer.overall.cells[index], source, telling));
  });
  return phrases.parts(names.bucket(bucket), names.subject(answer.subject.code), join(parts, listComma(telling)));
}

/** Which counties have the most, out of how many that have a number; null unless two have one. */
export function countiesPhrase(answer: SeriesResult | null, bucket: string, telling: Telling): Phrase | null {
  const index = answer?.buckets.indexOf(bucket) ?? -1;
  if (!answer || index < 0 || answer.subject.kind === 'rate') return null;
  const rows = ranked(answer, index);
  const actual = answer.series.filter(({ status }) => status === 'actual');
  const withNumber = actual.filter(({ cells }) => cells[index]?.value != null).length;
  if (rows.length < 2 || !sameUnit(rows)) return null;
  const { phrases, names } = telling;
  const leaders = rows.slice(0, named).map((row): Phrase => {
    const source = addressOf(answer, 'area', row.key, bucket);
    return phrases.part(names.area(row.key), { text: valueText(row.cell, telling), role: 'value', source }, null);
  });
  const whole = addressOf(answer, 'none', 'total', bucket);
  const reporting: Part = { text: String(withNumber), role: 'coverage', source: whole };
  const subject = names.subject(answer.subject.code);
  return phrases.leaders(names.bucket(bucket), subject, reporting, actual.length, join(leaders, listComma(telling)));
}

const sameUnit = (rows: readonly Ranked[]) => new Set(rows.map(({ cell }) => cell.unit)).size === 1;
const listComma = ({ language }: Telling) => (language === 'en' ? ', ' : '、');
