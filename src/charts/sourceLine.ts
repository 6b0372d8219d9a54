import type { FigureContext } from './context';
import { truncateEm } from './measureText';

const shownReports = 3;
const titleEm = 36;

/**
 * The 来源 line: titles of the newest reports that counted, grouped by issuer where the title does not name it, at most
 * three, then how many there are. Input: report ids, newest first. Empty when no report counted.
 * Simulated data says first that it is.
 */
export function sourceLine(
  sources: readonly string[],
  { names, reports, text, simulated = false }: FigureContext,
): string {
  const groups: { issuer: string; titles: string[] }[] = [];
  for (const id of sources.slice(0, shownReports)) {
    const title = names.report(id);
    const issuer = reports.get(id)?.issuer ?? '';
    const prefix = title.includes(issuer) ? '' : issuer;
    const last = groups.at(-1);
    if (last && last.issuer === prefix) last.titles.push(truncateEm(title, titleEm));
    else groups.push({ issuer: prefix, titles: [truncateEm(title, titleEm)] });
  }
  const line = groups
    .map(({ issuer, titles }, i) => {
      const rest = i === groups.length - 1 ? Math.max(0, sources.length - shownReports) : 0;
      const counted = text.sources(titles, rest, sources.length);
      return issuer === '' ? counted : text.sourceFrom(issuer, counted);
    })
    .join(text.join);
  return simulated ? text.simulated(line) : line;
}
