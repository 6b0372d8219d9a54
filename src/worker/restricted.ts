import { gone } from '../statistics/columns/reportColumns';
import { resolveDataset } from '../statistics/resolveDataset';
import type { Resolved } from '../statistics/resolved';
import { readReports } from './readSome';
import type { Making } from './snapshot';

const rememberedSelections = 4;

/** The way to the data as if only some reports had been read. Errors: `db-broken`. */
export function restrictedTo({ database, columns }: Making): (ids: readonly string[]) => Promise<Resolved> {
  const selections = new Map<string, Promise<Resolved>>();
  const { head, beside } = columns.source;

  const resolveOnly = async (wanted: readonly string[]): Promise<Resolved> => {
    const { ids, rank } = head.reports;
    const isWanted = new Set(wanted);
    const words = await columns.words();
    const reports = ids.flatMap((id, number) => (isWanted.has(id) && rank[number] !== gone ? words(number) : []));
    const observations = await readReports(
      database,
      reports.map(({ id }) => id),
    );
    return resolveDataset({ ...beside, reports, observations });
  };
  return (ids) => {
    const wanted = [...new Set(ids)].sort();
    const key = wanted.join('\n');
    const known = selections.get(key);
    if (known) return known;
    const made = resolveOnly(wanted);
    if (selections.size >= rememberedSelections) selections.clear();
    selections.set(key, made);
    made.catch(() => selections.delete(key));
    return made;
  };
}
