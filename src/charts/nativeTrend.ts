import type { Series } from '../statistics/query';
import { drawnValue } from './cell';
import { seriesColour } from './colours';
import type { FigureContext } from './context';
import type { DrawnSplit } from './drawnSplit';
import { distinctLabels } from './measureText';
import { nativePoint, type NativeChart } from './nativeChart';
import { seriesName } from './titles';
import { axisMax, type TrendPlan } from './trendOption';
import { axisScale, axisUnit, seriesCells } from './unit';

/**
 * A trend for programs that draw it themselves. Output: null where nothing is drawn, or where shares of negative values
 * would be asked of them.
 */
export function nativeTrend(plan: TrendPlan, split: DrawnSplit, context: FigureContext): NativeChart | null {
  const { kind, answer, positions, shareOf } = plan;
  const { names, text } = context;
  const drawn = shareOf ?? plan.shown;
  const negative = drawn.some(({ cells }) => cells.some((cell) => (drawnValue(cell) ?? 0) < 0));
  if (drawn.length === 0 || (shareOf && negative)) return null;
  const max = axisMax({ kind, answer, shown: drawn });
  const values = { subject: answer.subject, cells: seriesCells(drawn) };
  const nameOf = ({ key, status }: Series) => {
    const name = split === 'none' ? names.subject(answer.subject.code) : seriesName(key, split, context);
    return status === 'target' ? text.targetOf(name) : name;
  };
  // The whole names stand in the table; a legend of them would leave no room for the chart.
  const labels = distinctLabels(drawn.map(nameOf), 16);
  return {
    kind: shareOf ? 'percent' : kind,
    categories: positions ? [...positions] : answer.buckets.map(names.bucket),
    series: drawn.map((series, i) => ({
      name: labels[i] ?? '',
      status: series.status,
      colour: (theme) => seriesColour(series.key, split, context.areas, theme),
      points: answer.buckets.map((_, bucket) => nativePoint(series.cells[bucket], context)),
    })),
    scale: axisScale(values, max, context),
    unit: axisUnit(values, max, context),
  };
}
