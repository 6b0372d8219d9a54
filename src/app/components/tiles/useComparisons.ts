import { computed, type ComputedRef } from 'vue';
import { formatChange } from '../../../statistics/format';
import type { Comparison, Tile } from '../../../statistics/query';
import { useLocale } from '../../composables/useLocale';
import { useNames } from '../../composables/useNames';
import { useCatalogueStore } from '../../stores/catalogue';

type Direction = 'rise' | 'fall' | 'level';

interface ComparisonWords {
  label: string;
  text: string;
  /** Why there is none. */
  why: string | null;
  direction: Direction;
  /** What it is compared with. */
  title: string;
}

/** 同比 and 环比 of a tile in words, with the reason where there is none. */
export function useComparisons(tile: () => Tile): ComputedRef<ComparisonWords[]> {
  const { t, language } = useLocale();
  const names = useNames();
  const catalogue = useCatalogueStore();
  // Whether a rise is welcome turns the colours of indicators that count something bad.
  const isBad = computed(() => catalogue.indicators.get(tile().subject.indicator ?? '')?.valence === 'bad');
  function direction({ change }: Comparison): Direction {
    if (change === null || change === 0) return 'level';
    return change > 0 !== isBad.value ? 'rise' : 'fall';
  }
  return computed(() =>
    (
      [
        [t.tiles.yearOnYear, tile().yearOnYear],
        [t.tiles.periodOnPeriod, tile().periodOnPeriod],
      ] as const
    ).map(([label, comparison]) => {
      if (!comparison) {
        const why = tile().bucket === null ? t.facts.comparisonReason['no-value'] : t.progress.yearly;
        return { label, text: t.tiles.noComparison, why, direction: 'level' as const, title: '' };
      }
      const { change, points, approximate, reason, sameMonths, base } = comparison;
      return {
        label,
        text: formatChange(change, { language: language.value, points, approximate }),
        why: change === null && reason !== null ? t.facts.comparisonReason[reason] : null,
        direction: direction(comparison),
        title: [
          base === null ? null : t.tiles.against(names.bucket(base)),
          sameMonths && t.tiles.sameMonths(sameMonths.join(language.value === 'en' ? ', ' : '、')),
        ]
          .filter(Boolean)
          .join(' · '),
      };
    }),
  );
}
