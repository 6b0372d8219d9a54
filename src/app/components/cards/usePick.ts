import { parseBucket } from '../../../model/period';
import type { CellAddress, Filter } from '../../../statistics/query';
import { useFilterStore } from '../../stores/filter';
import { useSourceTarget } from '../figure/sourceTarget';

/**
 * What a press on a mark does: it filters the page by the mark's county, category or time, a step that the back button and
 * the chips undo. A mark of the time that is already chosen alone has nothing left to filter: it shows its source.
 */
export function usePick(filter: () => Filter): (address: CellAddress) => void {
  const filterStore = useFilterStore();
  const source = useSourceTarget();

  return (address) => {
    const { split, key, buckets } = address;
    const time = parseBucket(buckets.length === 1 ? (buckets[0] ?? '') : '');
    const { from, to } = filter();
    if (split === 'area') filterStore.toggleOnly('areas', key);
    else if (split === 'category') filterStore.toggleOnly('categories', key);
    else if (time && !(time.start === from && time.end === to)) {
      filterStore.setTime({ from: time.start, to: time.end });
    } else source.open({ kind: 'cell', address, filter: filter() });
  };
}
