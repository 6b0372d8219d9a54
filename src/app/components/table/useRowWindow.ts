import { defaultRangeExtractor, useVirtualizer } from '@tanstack/vue-virtual';
import { computed, type Ref } from 'vue';
import { rowShift } from './rowShift';

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
  const windowPx = () => scroller.value?.clientHeight ?? 0;
  const shiftNow = () =>
    rowShift({ count: count(), rowHeightPx: rowHeightPx(), windowPx: windowPx(), headPx: headHeightPx() });
  const virtualizer = useVirtualizer(
    computed(() => {
      const height = rowHeightPx();
      const { places, shiftAt } = shiftNow();
      const keptRow = kept();
      return {
        count: places,
        getScrollElement: () => scroller.value,
        estimateSize: () => height,
        overscan: 8,
        scrollPaddingStart: headHeightPx(),
        rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
          const keptPlace = Math.min(Math.max(keptRow - shiftAt(range.startIndex), 0), places - 1);
          return [...new Set([...defaultRangeExtractor(range), keptPlace])]
            .filter((place) => place >= 0 && place < range.count)
            .sort((a, b) => a - b);
        },
      };
    }),
  );
  const items = computed(() => {
    const { places, shiftAt } = shiftNow();
    const shift = shiftAt(virtualizer.value.range?.startIndex ?? 0);
    const [keptRow, rows] = [kept(), count()];
    // What is kept and lies beyond all places stands at one end of them, out of sight.
    const end = keptRow < shift ? 0 : places - 1;
    const isBeyond = keptRow < rows && (keptRow < shift || keptRow - shift >= places);
    return virtualizer.value
      .getVirtualItems()
      .map(({ index, start }) => ({ index: isBeyond && index === end ? keptRow : index + shift, startPx: start }))
      .filter(({ index }) => index < rows);
  });
  const heightPx = computed(() => shiftNow().places * rowHeightPx());

  /** Brings a row into view where the list is longer than can be drawn. */
  function scrollToFar(row: number, align: 'auto' | 'center' | 'start'): void {
    const { shiftAt, placeOf } = shiftNow();
    const firstPlace = virtualizer.value.range?.startIndex ?? 0;
    const first = firstPlace + shiftAt(firstPlace);
    const size = Math.floor((windowPx() - headHeightPx()) / rowHeightPx());
    if (align === 'auto' && row > first && row < first + size - 1) return;
    const above = align === 'center' ? Math.floor(size / 2) : align === 'start' || row <= first ? 0 : size - 3;
    const isAtEnd = row - above >= count() - size;
    virtualizer.value.scrollToOffset(isAtEnd ? heightPx.value : placeOf(row - above) * rowHeightPx());
  }
  const scrollTo = (index: number, align: 'auto' | 'center' | 'start' = 'auto') => {
    if (shiftNow().places < count()) scrollToFar(index, align);
    else virtualizer.value.scrollToIndex(index, { align });
  };
  /** Rows that a page key moves by. */
  const pageSize = () => Math.max(1, Math.floor(windowPx() / rowHeightPx()) - 2);

  return { items, heightPx, scrollTo, pageSize };
}
