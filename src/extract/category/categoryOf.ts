import { categoryCodes, type Category } from '../../model/categories';
import { within } from '../document';
import type { View } from '../context/view';
import type { Zone, ZonedCue } from '../context/zones';
import type { Entry } from '../lexicon/lexicon';
import { best } from '../measure/best';
import type { Group } from '../vocabulary/groups';

/** Line of work of a number, with how clear that was. */
export interface CategoryReading {
  category: Category;
  /** Lead of the winner over the runner-up, 0 to 1. */
  clarity: number;
  /** Whether only a heading spoke for it. */
  fromHeading: boolean;
}

/** What is known before the words around the number are read. */
export interface CategoryHints {
  /** Category of the number before it in the same sentence. */
  listed: Category | null;
  /** Category of the number before it on the same line. */
  told: Category | null;
  /** The one line of work that the title names. */
  topic: Category | null;
}

const factors: Readonly<Record<Zone, number>> = {
  phrase: 2.2,
  clause: 0.5,
  earlier: 0.75,
  later: 0.3,
  previousSentence: 0.3,
  rowAbove: 0.9,
  heading: 0.85,
  outerHeading: 0.3,
  title: 0.7,
};
const LISTED_WEIGHT = 2.6;
/** A sentence about the event of the one before. */
const TOLD_WEIGHT = 1.6;
/** Money told after its receivers goes where they go. */
const MONEY_LISTED_WEIGHT = 9;
/** Many words far away do not outweigh one at the number. */
const FAR_CAP = 4;
const HEADING_CAP = 2.8;
/** A phrase that names its line of work leaves less to its surroundings. */
const NAMED = 6;
const FOUNDS_UNION = 4;
const TOPIC_WEIGHT = 2.6;
/** Of people in need who are trained little is left for relief. */
const TRAINED = 0.3;
/** Money is told before what it is for: 筹措资金328.6万元，慰问帮扶职工. */
const PURPOSE = 2;

type Scores = Partial<Record<Category, number>>;

/** Weight of a word from where it stands; clauses further back count less. */
function factorOf({ zone, steps }: ZonedCue): number {
  if (zone === 'title') return factors.title * (steps > 0 ? 0.6 : 1);
  return factors[zone] * (zone === 'earlier' ? 0.8 ** steps : 1);
}

/** Whether other people than the group stand beside it in the same clause: 困难劳模，困难职工、农民工. */
function isMixed(view: View, group: 'models' | 'women'): boolean {
  if (group === 'women') return false;
  const start = Math.max(view.sentence.start, view.clause.start);
  return within(view.report.cues, start, view.clause.end).some(
    ({ entry }) => entry.isPerson && entry.group !== group && /职工|农民工|工人|群众|困难/.test(entry.word),
  );
}

/** Work for model workers or women is theirs, whatever is done for them: 慰问劳模 is models, 女职工维权讲座 is women. */
function addGroups(scores: Scores, view: View, cues: readonly ZonedCue[]): void {
  const best = { models: 0, women: 0 };
  for (const { cue, zone, steps } of cues) {
    const { group } = cue.entry;
    if (group) best[group] = Math.max(best[group], groupWeight(group, zone, steps));
  }
  const people = /^(?:person|household|money)$/.test(view.quantity.unit?.unitClass ?? '');
  for (const group of ['models', 'women'] as const) {
    if (best[group] === 0 || (!people && group === 'models') || isMixed(view, group)) continue;
    scores[group] = (scores[group] ?? 0) + best[group];
  }
}

function groupWeight(group: Group, zone: Zone, steps: number): number {
  if (zone === 'phrase') return 5;
  if (zone === 'clause') return 1;
  if (zone === 'earlier' && steps === 0) return group === 'women' ? 3 : 1.5;
  return zone === 'heading' && group === 'women' ? 3.5 : 0;
}

/** 培训下岗职工3985人次: training is training, whoever is trained. */
function trains(cues: readonly ZonedCue[]): boolean {
  return cues.some(({ zone, cue }) => zone === 'phrase' && cue.entry.acts.includes('train'));
}

/** 建立乡镇总工会32个: founding unions is organising, whatever the heading says. */
function foundsUnion(cues: readonly ZonedCue[]): boolean {
  const phrase = cues.filter(({ zone }) => zone === 'phrase').map(({ cue }) => cue.entry);
  return (
    phrase.at(-1)?.thing === 'unions' && phrase.some(({ acts }) => acts.includes('form') || acts.includes('found'))
  );
}

/** How much the number before says: little where the phrase names its own line of work, much for money after people. */
function listedWeight(view: View, cues: readonly ZonedCue[]): number {
  const before = view.previous?.unit?.unitClass;
  if (view.quantity.unit?.unitClass === 'percent') return MONEY_LISTED_WEIGHT / 2;
  if (view.quantity.unit?.unitClass === 'money' && (before === 'person' || before === 'household'))
    return MONEY_LISTED_WEIGHT;
  const own = cues.some(
    ({ zone, cue }) => zone === 'phrase' && cue.entry.categoryWeights.some(([, weight]) => weight >= 3),
  );
  if (own) return LISTED_WEIGHT * 0.4;
  // 新建工作室3个，累计达到19个: a phrase without a word of its own goes on about the number before.
  const silent = !cues.some(({ zone, cue: { entry } }) => zone === 'phrase' && (entry.thing ?? entry.isPerson));
  return silent && view.previous?.unit?.form === view.quantity.unit?.form ? LISTED_WEIGHT * 2 : LISTED_WEIGHT;
}

/**
 * Tells the line of work: the activity decides, then the heading of its section.
 * Input: view, words around it, and what is known before they are read.
 * Output: category with its clarity; governance, unclear, where no word speaks at all. Total.
 * Source: codebook section 4.
 */
export function categoryOf(
  view: View,
  cues: readonly ZonedCue[],
  { listed, told, topic }: CategoryHints,
): CategoryReading {
  const isMoney = view.quantity.unit?.unitClass === 'money';
  const strongest = new Map<Entry, { factor: number; zone: Zone }>();
  for (const zoned of cues) {
    if (zoned.cue.entry.categoryWeights.length === 0) continue;
    const factor = factorOf(zoned) * (isMoney && zoned.zone === 'later' ? PURPOSE : 1);
    const known = strongest.get(zoned.cue.entry);
    if (!known || known.factor < factor) strongest.set(zoned.cue.entry, { factor, zone: zoned.zone });
  }
  const near: Scores = {};
  const far: Scores = {};
  const above: Scores = {};
  for (const [{ categoryWeights }, { factor, zone }] of strongest) {
    const into =
      zone === 'phrase' ? near : zone === 'heading' || zone === 'outerHeading' || zone === 'title' ? above : far;
    for (const [category, weight] of categoryWeights) into[category] = (into[category] ?? 0) + weight * factor;
  }
  if (near.assistance !== undefined && trains(cues)) near.assistance *= TRAINED;
  const scores: Scores = {};
  const named = categoryCodes.some((category) => (near[category] ?? 0) >= NAMED);
  for (const category of categoryCodes) {
    const around = Math.min(FAR_CAP, far[category] ?? 0) + Math.min(HEADING_CAP, above[category] ?? 0);
    const sum = (near[category] ?? 0) + around * (named ? 0.75 : 1);
    if (sum > 0) scores[category] = sum;
  }
  if (topic) scores[topic] = (scores[topic] ?? 0) + TOPIC_WEIGHT;
  addGroups(scores, view, cues);
  if (foundsUnion(cues)) scores.organizing = (scores.organizing ?? 0) + FOUNDS_UNION;
  if (listed) scores[listed] = (scores[listed] ?? 0) + listedWeight(view, cues);
  else if (told) scores[told] = (scores[told] ?? 0) + TOLD_WEIGHT;
  const { winner, lead } = best(categoryCodes, scores);
  if (winner === null) return { category: 'governance', clarity: 0, fromHeading: true };
  const fromHeading = (near[winner] ?? 0) + (far[winner] ?? 0) === 0;
  return { category: winner, clarity: Math.min(1, lead / 3.5), fromHeading };
}
