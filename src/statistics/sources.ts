/** Reports behind a figure, newest first: few ask for more than the newest and how many there are, and there may be thousands. */
export interface Sources {
  /** Ids of the newest. */
  newest: string[];
  count: number;
  /** JSON of all ids, since one text crosses faster than as many. */
  all: string;
}

/** Of so many sources a figure says the titles. */
const newestSources = 3;

const counted = (ids: readonly string[]) => ({ newest: ids.slice(0, newestSources), count: ids.length });

/** Packs ids of reports, newest first. */
export const packSources = (ids: readonly string[]): Sources => ({ ...counted(ids), all: JSON.stringify(ids) });

/** The newest of some sources, or of a list of them, and how many there are. */
export const countSources = (sources: Sources | readonly string[]): Pick<Sources, 'newest' | 'count'> =>
  'all' in sources ? sources : counted(sources);

/** All ids of some sources; of a list those in it. */
export const sourceIds = (sources: Sources | readonly string[]): readonly string[] =>
  'all' in sources ? (JSON.parse(sources.all) as string[]) : sources;
