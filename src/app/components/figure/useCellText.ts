import type { Cell } from '../../../statistics/query';
import { formatValue } from '../../../statistics/format';
import { useLocale } from '../../composables/useLocale';

/** Words for a cell in the interface's language: its value, or why there is none, and what it rests on. */
export function useCellText() {
  const { t, language } = useLocale();

  /** Value with qualifier and unit; 未报, 未提及, or "—" for a value that cannot be formed. */
  const valueOf = (cell: Cell, style: 'compact' | 'exact' = 'compact'): string => {
    if (cell.state !== 'value') return t.facts.state[cell.state];
    if (cell.value === null) return '—';
    return formatValue(cell.value, { language: language.value, unit: cell.unit, qualifier: cell.qualifier, style });
  };

  /** Why a cell shows no number; null when it shows one. */
  const reasonOf = (cell: Cell): string | null => {
    if (cell.state !== 'value') return t.facts.stateExplained[cell.state];
    return cell.reason && t.facts.undefinedReason[cell.reason];
  };

  /** n/12 个月, 年报, 8 个下级地区中 5 个已报, or the day a stock stands at. */
  const coverageOf = (cell: Cell): string[] => {
    const { covered, total } = cell.months;
    const whole = { 1: t.coverage.monthly, 3: t.coverage.quarterly, 6: t.coverage.halfYearly, 12: t.coverage.yearly };
    const words: string[] = [];
    if (cell.asOf !== null) words.push(t.coverage.standsAt(cell.asOf));
    else if (covered < total) words.push(t.charts.months(covered, total));
    else if (total in whole) words.push(whole[total as keyof typeof whole]);
    if (cell.children) words.push(t.charts.children(cell.children.reported, cell.children.total));
    return words;
  };

  return { valueOf, reasonOf, coverageOf };
}
