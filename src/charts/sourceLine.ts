import type { FigureContext } from './context';
import { countSources, type Sources } from '../statistics/sources';
import { truncateEm } from './measureText';

const titleEm = 36;

/**
 * The 来源 line: titles of the newest reports that counted, grouped by issuer where the title does not name it, at most
 * three, then how many there are. Empty when no report counted. Simulated data says first that it is.
 * Figures that were frozen long ago name all reports in a list.
 */
export function sourceLine(
  sources: Sources | readonly string[],
  { names, reports, text, simulated = false }: FigureContext,
): string {
  const { newest, count } = countSources(sources);
  const groups: { issuer: string; titles: string[] }[] = [];
  for (const id of newest) {
    const title = names.report(id);
    const issuer = reports.get(id)?.issuer ?? '';
    const prefix = title.includes(issuer) ? '' : issuer;
    const last = groups.at(-1);
    if (last && last.issuer === prefix) last.titles.push(truncateEm(title, titleEm));
    else groups.push({ issuer: prefix, titles: [truncateEm(title, titleEm)] });
  }
  const line = groups
    .map(({ issuer, titles }, i) => {
      const rest = i === groups.length - 1 ? count - newest.length : 0;
      const counted = text.sources(titles, rest, count);
      return issuer === '' ? counted : text.sourceFrom(issuer, counted);
    })
    .join(text.join);
  return simulated ? text.simulated(line) : line;
}

/** 模拟数据 on a figure of simulated data, wherever it goes; nothing on one of real data. */
export function markOf({ simulated = false, text }: FigureContext): { mark?: string } {
  return simulated ? { mark: text.simulatedMark } : {};
}
