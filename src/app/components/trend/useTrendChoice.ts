import { computed, type ComputedRef, type WritableComputedRef } from 'vue';
import type { TrendKind } from '../../../charts/trend';
import { useLocale } from '../../composables/useLocale';
import { usePageState } from '../../composables/usePageState';
import { useFilterStore } from '../../stores/filter';

export type TrendSplit = 'none' | 'area' | 'category' | 'year';
export type TrendForm = TrendKind | 'multiples';

interface Option<T> {
  value: T;
  label: string;
}

interface TrendChoice {
  split: WritableComputedRef<TrendSplit>;
  kind: WritableComputedRef<TrendForm>;
  splits: ComputedRef<Option<TrendSplit>[]>;
  /** The forms that the split can be drawn in. */
  kinds: ComputedRef<Option<TrendForm>[]>;
}

/** How the trend is split and drawn, kept in the address. A form that the split cannot have reads as the nearest. */
export function useTrendChoice(): TrendChoice {
  const { t } = useLocale();
  const filterStore = useFilterStore();
  const split = usePageState<TrendSplit>('s', ['none', 'area', 'category', 'year']);
  const chosen = usePageState<TrendForm | 'auto'>('v', ['auto', 'line', 'bar', 'stacked', 'share', 'multiples']);

  const splits = computed(() => [
    { value: 'none' as const, label: t.pages.splitNone },
    { value: 'area' as const, label: t.pages.splitArea },
    { value: 'category' as const, label: t.pages.splitCategory },
    { value: 'year' as const, label: t.overlay.split },
  ]);
  const kinds = computed(() => {
    const simple: Option<TrendForm>[] = [
      { value: 'line', label: t.pages.line },
      { value: 'bar', label: t.pages.bar },
    ];
    if (split.value === 'year') return simple;
    const stacked: Option<TrendForm> = { value: 'stacked', label: t.pages.stacked };
    if (split.value === 'none') return [...simple, stacked];
    return [
      ...simple,
      stacked,
      { value: 'share' as const, label: t.overlay.share },
      { value: 'multiples' as const, label: t.overlay.multiples },
    ];
  });
  /** What is drawn while nothing is chosen depends on the steps: bars for a few years, lines for months. */
  const usual = computed<TrendForm>(() =>
    filterStore.filter.granularity === 'A' && split.value !== 'year' ? 'bar' : 'line',
  );
  const kind = computed<TrendForm>({
    get: () => kinds.value.find(({ value }) => value === chosen.value)?.value ?? usual.value,
    set: (value) => (chosen.value = value),
  });
  return { split, kind, splits, kinds };
}
