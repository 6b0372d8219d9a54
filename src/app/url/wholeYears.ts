import type { Filter } from '../../statistics/query';

/** A filter whose time is widened to whole years; open ends stay open. */
export function wholeYears(filter: Filter): Filter {
  const { from, to } = filter;
  return {
    ...filter,
    from: from === null ? null : `${from.slice(0, 4)}-01-01`,
    to: to === null ? null : `${to.slice(0, 4)}-12-31`,
  };
}
