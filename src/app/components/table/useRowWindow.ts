import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue';
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

type Align = 'auto' | 'center' | 'start';

/** Rows that are drawn beyond the window, above and below. */
const overscan = 8;

/** Where an element is scrolled to, and how high it is; follows both. */
function useScroll(scroller: RowWindowOptions['scroller']) {
  const [topPx, heightPx] = [shallowRef(0), shallowRef(0)];
  let unfollow: () => void = () => undefined;
  const read = () => {
    topPx.value = scroller.value?.scrollTop ?? 0;
  };
  const follow = (element: HTMLElement) => {
    const resized = new ResizeObserver(() => (heightPx.value = element.clientHeight));
    resized.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    unfollow = () => {
      resized.disconnect();
      element.removeEventListener('scroll', read);
    };
  };
  watch(
    scroller,
    (element) => {
      unfollow();
      if (element) follow(element);
    },
    { flush: 'post' },
  );
  onScopeDispose(() => unfollow());
  const scrollTo = (px: number) => {
    // Reading where the element ended up makes the browser lay the page out at once.
    if (!scroller.value || px === topPx.value) return;
    scroller.value.scrollTop = px;
    read();
  };
  /** Before the first frame nobody has told the height yet. */
  const measured = () => (heightPx.value ||= scroller.value?.clientHeight ?? 0);
  return { topPx, heightPx, measured, scrollTo };
}

/** The rows of a long list that are on screen, where they stand, and the way to bring one into view. */
export function useRowWindow({ scroller, count, rowHeightPx, headHeightPx, kept }: RowWindowOptions) {
  const { topPx, heightPx: windowPx, measured, scrollTo: scrollToPx } = useScroll(scroller);
  const shift = computed(() =>
    rowShift({ count: count(), rowHeightPx: rowHeightPx(), windowPx: windowPx.value, headPx: headHeightPx() }),
  );
  const firstPlace = computed(() => Math.max(0, Math.floor(topPx.value / rowHeightPx())));
  const drawnPlaces = computed(() => Math.ceil(windowPx.value / rowHeightPx()) + overscan);
  const items = computed(() => {
    const { places, shiftAt } = shift.value;
    const shifted = shiftAt(firstPlace.value);
    const [from, to] = [firstPlace.value - overscan, firstPlace.value + drawnPlaces.value];
    const drawn: { index: number; startPx: number }[] = [];
    for (let place = Math.max(0, from); place <= Math.min(to, places - 1); place++)
      drawn.push({ index: place + shifted, startPx: place * rowHeightPx() });
    const keptRow = Math.min(kept(), count() - 1);
    if (keptRow < 0 || drawn.some(({ index }) => index === keptRow)) return drawn;
    // What is kept and lies beyond all places stands at one end of them, out of sight.
    const keptPlace = Math.min(Math.max(keptRow - shifted, 0), places - 1);
    const first = { index: keptRow, startPx: keptPlace * rowHeightPx() };
    return keptRow < (drawn[0]?.index ?? 0) ? [first, ...drawn] : [...drawn, first];
  });
  const heightPx = computed(() => shift.value.places * rowHeightPx());
  const bodyPx = () => windowPx.value - headHeightPx();

  /** Brings a row into view where the list is longer than can be drawn. */
  function scrollToFar(row: number, align: Align): void {
    const { shiftAt, placeOf } = shift.value;
    const first = firstPlace.value + shiftAt(firstPlace.value);
    const size = Math.floor(bodyPx() / rowHeightPx());
    if (align === 'auto' && row > first && row < first + size - 1) return;
    const above = align === 'center' ? Math.floor(size / 2) : align === 'start' || row <= first ? 0 : size - 3;
    const isAtEnd = row - above >= count() - size;
    scrollToPx(isAtEnd ? heightPx.value : placeOf(row - above) * rowHeightPx());
  }
  function scrollToNear(row: number, align: Align): void {
    const start = row * rowHeightPx();
    const end = start + rowHeightPx() - bodyPx();
    if (align === 'start') scrollToPx(start);
    else if (align === 'center') scrollToPx((start + end) / 2);
    else if (start < topPx.value) scrollToPx(start);
    else if (end > topPx.value) scrollToPx(end);
  }
  const scrollTo = (index: number, align: Align = 'auto') => {
    if (align !== 'start') measured();
    if (shift.value.places < count()) scrollToFar(index, align);
    else scrollToNear(index, align);
  };
  /** Rows that a page key moves by. */
  const pageSize = () => Math.max(1, Math.floor(windowPx.value / rowHeightPx()) - 2);

  return { items, heightPx, scrollTo, pageSize };
}
