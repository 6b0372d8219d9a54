import type { Report } from '../model/report';
import type { Catalogue, CatalogueNews } from './protocol';

/** How many reports cross at a time: reading more at once would be felt. */
const chunk = 1000;

interface Asking {
  /** Reports of the data as it stands, the newest first, from a place in that order on. */
  read: (from: number, count: number) => Promise<Report[]>;
  /** Called when all are there, where the news did not bring them. */
  onComplete: (reports: Report[]) => void;
}

const alike = ['issuer', 'refArea', 'coverageStart', 'coverageEnd'] as const;

/** Gives reports the same text where theirs are equal: each that crosses brings copies of its own, and there are thousands. */
function sharer(): (report: Report) => Report {
  const known = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const one = <T>(all: Map<string, T>, key: string, own: T): T => {
    const found = all.get(key) ?? own;
    all.set(key, found);
    return found;
  };
  return (report) => {
    for (const field of alike) report[field] = one(known, report[field], report[field]);
    report.implied = one(lists, report.implied.join(), report.implied);
    return report;
  };
}

/**
 * Keeps the list of all reports on the page's side, and what stands beside them: news bring the newest reports, or what has
 * changed; the rest is fetched bit by bit. Gives the catalogue with the reports that are known.
 */
export function reportList({ read, onComplete }: Asking): (news: CatalogueNews) => Catalogue {
  let reports = new Map<string, Report>();
  let beside: Pick<Catalogue, 'areas' | 'indicators'> = { areas: [], indicators: [] };
  let isFetching = false;
  let turn = 0;
  const shared = sharer();
  const add = (report: Report) => reports.set(report.id, shared(report));

  const fetchRest = async (from: number, count: number, mine: number) => {
    for (let at = from; at < count; at += chunk) {
      const more = await read(at, chunk);
      // Something newer came in between, and has begun a list of its own.
      if (mine !== turn) return;
      for (const report of more) if (!reports.has(report.id)) add(report);
    }
    isFetching = false;
    onComplete([...reports.values()]);
  };
  const fetchFrom = (from: number, count: number) => {
    turn += 1;
    isFetching = from < count;
    if (isFetching) void fetchRest(from, count, turn).catch(() => undefined);
  };

  return ({ news, beside: text, ...catalogue }) => {
    if (text !== null) beside = JSON.parse(text) as typeof beside;
    if (news.kind === 'newest') {
      reports = new Map();
      catalogue.reports.forEach(add);
      fetchFrom(catalogue.reports.length, catalogue.reportCount);
    } else {
      for (const id of news.removed) reports.delete(id);
      catalogue.reports.forEach(add);
      // Places in the order have moved under what was being fetched.
      if (isFetching) fetchFrom(0, catalogue.reportCount);
    }
    return { ...catalogue, ...beside, reports: [...reports.values()] };
  };
}
