import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { categoryCodes } from '../../../model/categories';
import type { Indicator } from '../../../model/indicator';
import { measureCodes } from '../../../model/measures';
import type { FacetCounts } from '../../composables/useFacets';
import { useLocale } from '../../composables/useLocale';
import { useNames } from '../../composables/useNames';
import { useCatalogueStore } from '../../stores/catalogue';
import { useFilterStore } from '../../stores/filter';
import { flowCodes, indicatorSubjects, stockCodes } from '../../subjectCodes';
import type { Option, OptionGroup } from './option';

/** The lines of work. */
export function useCategoryOptions(facets: FacetCounts): ComputedRef<Option[]> {
  const names = useNames();
  return computed(() =>
    categoryCodes.map((code) => ({
      code,
      name: names.category(code),
      count: facets.count('categories', code),
      nowhere: facets.countInAll('categories', code) === 0,
    })),
  );
}

/** What can be counted: measures, their standing levels, rates, then the named series of each measure. */
export function useSubjectOptions(facets: FacetCounts): ComputedRef<OptionGroup[]> {
  const { t } = useLocale();
  const names = useNames();
  const catalogue = useCatalogueStore();
  const filter = useFilterStore();

  // What exists nowhere is no choice; what is chosen stays visible, to be taken out.
  const exists = (code: string) => (facets.countInAll('subjects', code) ?? 0) > 0 || filter.subjects.includes(code);
  const toOption = (code: string, aliases: readonly string[] = []): Option => ({
    code,
    name: names.subject(code),
    aliases,
    count: facets.count('subjects', code),
    nowhere: facets.countInAll('subjects', code) === 0,
  });
  const ofIndicator = (indicator: Indicator) => {
    const { aliases, name, nameEn } = indicator;
    return indicatorSubjects(indicator)
      .filter(exists)
      .map((code) => toOption(code, [...aliases, name, nameEn]));
  };

  return computed(() => {
    const indicators = [...catalogue.indicators.values()];
    const ofMeasures = measureCodes.map((measure) => ({
      name: t.filter.indicatorGroup(names.measure(measure)),
      options: indicators.filter((indicator) => indicator.measure === measure).flatMap(ofIndicator),
    }));
    const groups = [
      { name: t.filter.groups.flow, options: flowCodes.map((code) => toOption(code)) },
      { name: t.filter.groups.stock, options: stockCodes.filter(exists).map((code) => toOption(code)) },
      { name: t.filter.groups.rate, options: ['rate'].filter(exists).map((code) => toOption(code)) },
      ...ofMeasures,
    ];
    return groups.filter(({ options }) => options.length > 0);
  });
}
