import { defaultRangeExtractor, useVirtualizer } from '@tanstack/vue-virtual';
import { computed, type Ref } from 'vue';

interface RowWindowOptions {
  scroller: Readonly<Ref<HTMLElement | null>>;
  count: () => number;
  /** Every row is as high as this. */
  rowHeightPx: () => number;
  /** Height of what sticks to the top of the scroller and would hide a row beneath it. */
  headHeightPx: () => number;
  /** A row that stays drawn wherever the list is scrolled: the one that has the focus. */
  kept: () => number;
}

/** The rows of a long list that are on screen, where they stand, and the way to bring one into view. */
export function useRowWindow({ scroller, count, rowHeightPx, headHeightPx, kept }: RowWindowOptions) {
  const virtualizer = useVirtualizer(
    computed(() => {
      const height = rowHeightPx();
      const keptRow = kept();
      return {
        count: count(),
        getScrollElement: () => scroller.value,
        estimateSize: () => height,
        overscan: 8,
        scrollPaddingStart: headHeightPx(),
        rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) =>
          [...new Set([...defaultRangeExtractor(range), keptRow])]
            .filter((index) => index >= 0 && index < range.count)
            .sort((a, b) => a - b),
      };
    }),
  );
  const items = computed(() =>
    virtualizer.value.getVirtualItems().map(({ index, start }) => ({ index, startPx: start })),
  );
  const heightPx = computed(() => count() * rowHeightPx());

  const scrollTo = (index: number, align: 'auto' | 'center' | 'start' = 'auto') =>
    virtualizer.value.scrollToIndex(index, { align });
  /** Rows that a page key moves by. */
  const pageSize = () => Math.max(1, Math.floor((scroller.value?.clientHeight ?? 0) / rowHeightPx()) - 2);

  return { items, heightPx, scrollTo, pageSize };
}
