import { coverageStates } from '../query';
import { bitsIn } from './bits';
import type { Where } from './eachCell';
import { firstFrom } from './firstFrom';
import { combineUnits, nothing } from './flowSheet';
import type { PlaceRows } from './placeRows';
import type { PlaceRuns } from './placeRuns';
import { combineIndexes } from './tally';

const isValue = coverageStates.indexOf('value');
const isUnmentioned = coverageStates.indexOf('unmentioned');

/**
 * Adds up places without children by their runs, each into the row of its number; places with children are `addInner`'s.
 * Columns are named before the loops: engines look them up anew for each cell otherwise.
 */
export function addRuns(
  runs: PlaceRuns,
  { from, count, categories }: Pick<Where, 'from' | 'count' | 'categories'>,
  { numbers, end }: { numbers: readonly number[]; end: Uint32Array },
  { sums, told }: PlaceRows,
  addInner: (place: number, row: number) => void,
): void {
  const { first, bucket, category, amount: amountOf, kind: kindOf, kinds } = runs;
  const { counted: countedOf, told: toldOf, unit: unitOf, qualifier: qualifierOf, months: monthsOf } = kinds;
  const { covered: coveredOf } = kinds;
  for (let row = 0; row < numbers.length; row++) {
    const place = numbers[row] as number;
    told.begin(row);
    if (place < 0) continue;
    if (end[place] !== place + 1) {
      addInner(place, row);
      continue;
    }
    const last = first[place + 1] as number;
    let cell = firstFrom(bucket, first[place] as number, last, from);
    if (cell === last || (bucket[cell] as number) >= from + count) continue;
    const { bucket: bucketTold, months: monthsTold, state: stateTold } = told.withRoom(last - cell);
    const start = told.count;
    let at = start;
    let spoken = 0;
    let counted = 0;
    let amount = 0;
    let months = 0;
    let unit = nothing;
    let qualifier = -1;
    let combined = -1;
    let valued = -1;
    let bits = 0;
    for (; cell < last; cell++) {
      const offset = (bucket[cell] as number) - from;
      if (offset >= count) break;
      const kind = kindOf[cell] as number;
      if (((categories >> (category[cell] as number)) & 1) === 1) {
        spoken += toldOf[kind] as number;
        if (countedOf[kind] !== 0) {
          counted += countedOf[kind] as number;
          amount += amountOf[cell] as number;
          // What is combined twice stays what it was.
          if (kind !== combined) {
            combined = kind;
            unit = combineUnits(unit, unitOf[kind] as number);
            qualifier = combineIndexes(qualifier, qualifierOf[kind] as number);
          }
          if (offset === valued) months -= monthsTold[--at] as number;
          else bits = 0;
          valued = offset;
          bits |= monthsOf[kind] as number;
          const found = bitsIn(bits);
          bucketTold[at] = offset;
          monthsTold[at] = found;
          stateTold[at++] = isValue;
          months += found;
        }
      }
      const covered = coveredOf[kind] as number;
      if (covered < 0 || offset === valued) continue;
      bucketTold[at] = offset;
      monthsTold[at] = covered;
      stateTold[at++] = isUnmentioned;
      months += covered;
    }
    told.count = at;
    told.rows.months[row] = months;
    told.rows.state[row] = counted > 0 ? isValue : at > start ? isUnmentioned : 0;
    sums.told[row] = spoken;
    sums.counted[row] = counted;
    sums.amount[row] = amount;
    sums.unit[row] = unit;
    sums.qualifier[row] = qualifier;
  }
}
