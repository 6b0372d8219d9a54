import { formatRange } from '../../statistics/format';
import type { Choice } from '../url/choice';
import { useLocale } from './useLocale';
import { useNames } from './useNames';

/** A choice in a few words: 按月 · 2018年 · 荆州市等 3 项; empty when nothing is chosen. Follows language and data. */
export function useChoiceText(): (choice: Choice) => string {
  const { t, language } = useLocale();
  const names = useNames();

  const list = (codes: readonly string[], name: (code: string) => string) => {
    const [first] = codes;
    if (first === undefined) return '';
    return codes.length === 1 ? name(first) : t.filter.andMore(name(first), codes.length);
  };

  return ({ granularity, from, to, areas, categories, subjects, reports }) =>
    [
      list(subjects, names.subject),
      formatRange(from, to, language.value),
      list(areas, names.areaShort),
      list(categories, names.category),
      list(reports, names.report),
      granularity === 'A' ? '' : t.filter.granularityNames[granularity],
    ]
      .filter(Boolean)
      .join(' · ');
}
