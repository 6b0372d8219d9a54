import type { NoComparisonReason, UndefinedReason } from '../query';
import { join } from './paragraph';
import type { Phrases } from './phrases';

const comparisonReasons: Record<NoComparisonReason, string> = {
  'no-base': 'there is no comparable year',
  'base-unreported': 'the year before was not reported',
  'base-unmentioned': 'the reports of the year before do not mention it',
  'base-zero': 'the year before was zero',
  'different-basis': 'the year before stands on another basis',
  'no-value': 'there is no value',
  'no-newer-value': 'there is no newer value',
};

const undefinedReasons: Record<UndefinedReason, string> = {
  'rate-not-additive': 'rates cannot be added or averaged',
  'mixed-units': 'units differ and cannot be added',
};

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function monthsOf(months: readonly number[]): string {
  const [first, last] = [months[0] ?? 1, months.at(-1) ?? 1];
  const name = (month: number) => monthNames[month - 1] ?? '';
  const isRun = months.length > 1 && last - first + 1 === months.length;
  return isRun ? `${name(first)}–${name(last)}` : months.map(name).join(', ');
}

/** Grammar of the English summary: a list of facts, so that no verb must agree with a number. */
export const phrasesEn: Phrases = {
  opening: (time, aside, place) => [`${time}${place === null ? '' : `, ${place}`}`, ...aside, ': '],
  amount: ({ name }, value) => [`${name} `, value],
  standsAt: (date) => `as of ${date}`,
  change: ({ against, course, size, sameMonths }) => {
    const basis = against === 'year' ? 'year on year' : 'on the period before';
    const same = sameMonths === null ? '' : ` over ${monthsOf(sameMonths)}`;
    if (course === 'flat') return [{ ...size, text: `unchanged ${basis}${same}` }];
    if (course === 'almost') return [{ ...size, text: `practically unchanged ${basis}${same}` }];
    return [course === 'up' ? 'up ' : 'down ', size, ` ${basis}${same}`];
  },
  target: (target, progress) => (progress === null ? ['target ', target] : [progress, ' of the target of ', target]),
  months: (covered, total) => [covered, ` of ${String(total)} months reported`],
  children: (reported, total) => [reported, ` of ${String(total)} areas reported`],
  aside: (phrases) => [' (', ...join(phrases, ', '), ')'],
  noComparison: (names, reason) => `No year-on-year change for ${names}: ${comparisonReasons[reason]}`,
  unreported: (names) => `Not reported: ${names}`,
  unmentioned: (names) => `Not mentioned in the reports: ${names}`,
  undefinedValue: (names, reason) => `No total for ${names}: ${undefinedReasons[reason]}`,
  parts: (time, subject, parts) => [`By category, ${subject} in ${time} came mostly from `, ...parts],
  part: (name, value, share) => [`${name} `, value, ...(share ? [' (', share, ')'] : [])],
  leaders: (time, subject, reporting, total, leaders) => [
    'By county, ',
    reporting,
    ` of ${String(total)} have a number of ${subject} in ${time}; the highest: `,
    ...leaders,
  ],
  nothing: (place) => `${place} has no headline number in the chosen range`,
  names: (names) => names.join(', '),
  comma: ', ',
  semicolon: '; ',
  stop: '. ',
};
