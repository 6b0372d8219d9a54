import { measures } from '../model/measures';
import { formatAxis } from '../statistics/format';
import { unitName } from '../statistics/unitName';
import type { SeriesResult } from '../statistics/query';
import type { FigureContext } from './context';

/** Base unit of an answer: what its values are printed in, else the measure's own. */
export function baseUnit({ overall, series, subject }: SeriesResult): string {
  const cells = [overall.total, ...overall.cells, ...series.flatMap(({ total, cells }) => [total, ...cells])];
  const units = new Set(cells.filter((cell) => cell.state === 'value' && cell.value !== null).map(({ unit }) => unit));
  const [only, ...more] = units;
  return only !== undefined && more.length === 0 ? only : measures[subject.measure].unit;
}

/** Unit of an axis with its scale, for the title line: 万人次, K person-times; empty where there is none. */
export function axisUnit(answer: SeriesResult, max: number, { language }: FigureContext): string {
  const unit = baseUnit(answer);
  const { unitPrefix } = formatAxis(max, { language, unit });
  const name = unitName(unit, language) || (language === 'en' ? measures[answer.subject.measure].unitEn : '');
  return [unitPrefix, name].filter(Boolean).join(language === 'en' && unitPrefix !== '' ? ' ' : '');
}
