import { measures } from '../model/measures';
import { formatAxis } from '../statistics/format';
import type { Cell, Series, SeriesResult } from '../statistics/query';
import { unitName } from '../statistics/unitName';
import { drawnValue } from './cell';
import type { FigureContext } from './context';

/** What a figure draws on one axis, and what of. */
interface Drawn {
  subject: SeriesResult['subject'];
  cells: readonly (Cell | null | undefined)[];
}

/** The drawn cells of series over time. */
export const seriesCells = (series: readonly Series[]): Cell[] => series.flatMap(({ cells }) => cells);

/** Units that the drawn values are printed in, else the measure's own. */
function unitsOf({ cells, subject }: Drawn): string[] {
  const units = new Set(cells.flatMap((cell) => (cell && drawnValue(cell) !== null ? [cell.unit] : [])));
  return units.size === 0 ? [measures[subject.measure].unit] : [...units];
}

/** What every tick of an axis is divided by. `max` is the largest size on it. */
export function axisScale(drawn: Drawn, max: number, { language }: FigureContext): number {
  return formatAxis(max, { language, unit: unitsOf(drawn)[0] ?? '' }).scale;
}

/**
 * Unit of an axis with its scale, for the title line: 万人次, K person-times; of all units where the values have several
 * (人次、名); empty where there is none.
 */
export function axisUnit(drawn: Drawn, max: number, { language, text }: FigureContext): string {
  const names = unitsOf(drawn).map((unit) => {
    const { unitPrefix } = formatAxis(max, { language, unit });
    const name = unitName(unit, language) || (language === 'en' ? measures[drawn.subject.measure].unitEn : '');
    return [unitPrefix, name].filter(Boolean).join(language === 'en' && unitPrefix !== '' ? ' ' : '');
  });
  return text.list([...new Set(names)].filter(Boolean), 0);
}
