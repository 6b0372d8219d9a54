import { findPlaceNames, liesIn, type Place } from '../area/gazetteer';
import { type ReportText, within } from '../document';
import type { Span } from '../text/structure';
import type { Found } from './readHeader';

/** Behind a place name these make it the name of a federation or of its bulletin. */
const federation = /^(?:市|县|区|州|省|旗)?(?:总工会|工会(?!工作者|干部|组织|会员|法))/;
const HEAD = 400;
const TAIL = 200;

interface Mention {
  place: readonly Place[];
  span: Span;
  weight: number;
}

/** Federations named in a stretch: 鄂城区总工会. */
function mentionsIn(report: ReportText, span: Span, weight: number): Mention[] {
  const mentions: Mention[] = [];
  for (const hit of within(report.places, span.start, span.end)) {
    const suffix = federation.exec(report.text.slice(hit.end, hit.end + 6));
    if (suffix)
      mentions.push({ place: hit.entry, span: { start: hit.start, end: hit.end + suffix[0].length }, weight });
  }
  return mentions;
}

/** Of places with one name the one that lies in another federation's area named in the same text (市 over 县). */
function single(places: readonly Place[], others: readonly Mention[]): Place | null {
  const [first] = places;
  if (places.length <= 1) return first ?? null;
  const inside = places.filter((place) =>
    others.some((other) => other.place.some((above) => above !== place && liesIn(place.code, above.code))),
  );
  return inside.length === 1 ? (inside[0] ?? null) : null;
}

function best(mentions: readonly Mention[]): Mention | null {
  const totals = new Map<string, { mention: Mention; weight: number }>();
  for (const mention of mentions) {
    const key = mention.place.map((place) => place.code).join();
    const known = totals.get(key);
    if (known) known.weight += mention.weight;
    else totals.set(key, { mention, weight: mention.weight });
  }
  return [...totals.values()].sort((a, b) => b.weight - a.weight)[0]?.mention ?? null;
}

/**
 * Finds who issued the report and the area it speaks for: in the title, the head, the signature, then the body.
 * Input: text, place of the title, and the issuer that a person confirmed. Output: name and GB/T 2260 code with their
 * places; the code is inferred from the name. Unknown or ambiguous names give null.
 */
export function readIssuer(
  report: ReportText,
  title: Span | null,
  confirmed: string | null,
): { name: Found; area: Found } {
  const { length } = report.text;
  const mentions = [
    ...(title ? mentionsIn(report, title, 20) : []),
    ...mentionsIn(report, { start: 0, end: Math.min(HEAD, length) }, 3),
    ...mentionsIn(report, { start: Math.max(0, length - TAIL), end: length }, 4),
    ...mentionsIn(report, { start: 0, end: Math.min(20_000, length) }, 1),
  ];
  const chosen = best(mentions);
  const named = confirmed === null ? (chosen?.place ?? []) : (findPlaceNames(confirmed)[0]?.entry ?? []);
  const place = single(named, mentions);
  const area: Found = { value: place?.code ?? null, inferred: true, span: confirmed === null ? chosen?.span : null };
  if (!chosen) return { name: { value: null }, area };
  const printed = report.text.slice(chosen.span.start, chosen.span.end);
  const full = printed.endsWith('总工会') ? printed : place ? `${place.name}总工会` : null;
  return { name: { value: full, span: chosen.span, inferred: full !== printed }, area };
}
