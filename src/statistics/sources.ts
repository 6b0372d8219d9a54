/** Reports behind a figure, newest first: few ask for more than the newest and how many there are, and there may be thousands. */
export interface Sources {
  /** Ids of the newest. */
  newest: string[];
  count: number;
  /** JSON of all ids, since one text crosses faster than as many. */
  all: string;
}

/** Of so many sources a figure says the titles. */
export const newestSources = 3;

/** Packs ids of reports, newest first. */
export const packSources = (ids: readonly string[]): Sources => ({
  ...{ newest: ids.slice(0, newestSources), count: ids.length, all: JSON.stringify(ids) },
});

/** All ids of some sources; of a list those in it. */
export const sourceIds = (sources: Sources | readonly string[]): readonly string[] =>
  'all' in sources ? (JSON.parse(sources.all) as string[]) : sources;
