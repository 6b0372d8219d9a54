import type { Category } from '../../model/categories';
import { measureCodes, type Measure } from '../../model/measures';
import type { View } from '../context/view';
import { within } from '../document';
import type { Effect } from '../lexicon/lexicon';
import type { Zone, ZonedCue } from '../context/zones';
import { classMeasures, classPriors, type UnitClass } from '../vocabulary/units';
import { best } from './best';
import { familyWord, headNoun, type HeadNoun } from './headNoun';

/** What a number counts, with how clear that was. */
export interface MeasureReading {
  measure: Measure;
  /** Lead of the winner over the runner-up, 0 to 1. */
  clarity: number;
  head: HeadNoun | null;
}

/** What is known before the words of the number itself are read. */
export interface MeasureHints {
  category: Category;
  /** Measure of the number before it in the same list, of the same unit: 其中国家级2个、省级21个. */
  listed: Measure | null;
  /** Measure of a number right before this one: 突击队16支520人. */
  adjacent: Measure | null;
}

const NOUN_WEIGHT = 3.6;
const FACILITY_WEIGHT = 5.6;
const LISTED_WEIGHT = 3;
const verbFactors: Readonly<Record<Zone, number>> = {
  phrase: 1,
  clause: 0.85,
  earlier: 0.5,
  later: 0.3,
  previousSentence: 0.15,
  rowAbove: 0.8,
  heading: 0.25,
  outerHeading: 0.1,
  title: 0.05,
};
/** What people counted under a line of work mostly are, where no verb says more. */
const peopleIn: Readonly<Partial<Record<Category, Partial<Record<Measure, number>>>>> = {
  organizing: { members: 1.2 },
  assistance: { beneficiaries: 0.8 },
  ideology: { participants: 2 },
  skills: { participants: 0.4 },
  services: { participants: 0.3 },
  governance: { participants: 0.5 },
  models: { honours: 0.4 },
  rights: { beneficiaries: 0.3 },
};

/** Measures that each class can hold, in the order of the codebook. */
const inOrder = Object.fromEntries(
  Object.entries(classMeasures).map(([unitClass, allowed]) => [
    unitClass,
    measureCodes.filter((measure) => allowed.includes(measure)),
  ]),
) as Record<UnitClass, Measure[]>;

type Scores = Partial<Record<Measure, number>>;

function add(scores: Scores, effects: Scores | undefined, factor: number): void {
  if (!effects) return;
  for (const measure of Object.keys(effects) as Measure[]) {
    scores[measure] = (scores[measure] ?? 0) + (effects[measure] ?? 0) * factor;
  }
}

/** 新建工会 founds a union; 新建工会驿站 and 建立工会监督组织 found something else. */
function isFounding({ entry, end }: ZonedCue['cue'], view: View): boolean {
  if (!entry.acts.includes('form') || !entry.word.endsWith('工会')) return true;
  const next = view.report.text.charAt(end);
  return !/[\u4e00-\u9fff]/.test(next) || /[的和及与共达已近约超逾有是为在联委小全分数]/.test(next);
}

/** The further a verb stands from the number, the less it says. */
function verbFactor({ zone, steps, cue }: ZonedCue, view: View): number {
  const isNear = zone === 'phrase' || zone === 'clause' || zone === 'rowAbove';
  if (cue.entry.sameClause && !isNear && view.quantity.unit?.unitClass !== 'person') return 0;
  if (!isFounding(cue, view)) return 0;
  const base = verbFactors[zone] * (zone === 'earlier' ? 0.75 ** steps : 1);
  if (zone !== 'phrase') return base;
  const gap = cue.end <= view.quantity.start ? view.quantity.start - cue.end : cue.start - view.quantity.end;
  return base * (gap <= 3 ? 1.15 : gap <= 12 ? 1 : 0.75);
}

/** 8名干部结对帮扶22户: whoever helps is not helped. */
const givers =
  /^(?:.{0,4}干部|党员|党员干部|干部职工|.{0,4}志愿者|.{0,4}律师|专家|讲师|医护人员|医务人员|理发师|.{0,3}工作者)$/;

/** The noun of those who act, where it stands right behind the number. */
function giverOf(head: HeadNoun | null): HeadNoun | null {
  return head?.side === 'after' && givers.test(head.cue.entry.word) ? head : null;
}

function isGiven({ cue, zone }: ZonedCue, giver: HeadNoun | null): boolean {
  return giver !== null && zone === 'phrase' && cue.start >= giver.cue.end && cue.entry.acts.includes('help');
}

function addVerbs(
  scores: Scores,
  cues: readonly ZonedCue[],
  unitClass: UnitClass,
  view: View,
  giver: HeadNoun | null,
): void {
  const strongest = new Map<string, { effect: Effect; factor: number }>();
  for (const zoned of cues) {
    const effect = zoned.cue.entry.effects[unitClass];
    if (!effect) continue;
    const factor = isGiven(zoned, giver) ? 0 : verbFactor(zoned, view);
    const known = strongest.get(effect.key);
    if (!known || known.effect.strength * known.factor < effect.strength * factor)
      strongest.set(effect.key, { effect, factor });
  }
  for (const { effect, factor } of strongest.values()) {
    for (const [measure, weight] of effect.weights) scores[measure] = (scores[measure] ?? 0) + weight * factor;
  }
}

/** 举办培训班，98人参加: who takes part in a class is trained. */
function attendsClass(cues: readonly ZonedCue[]): boolean {
  const attends = cues.some(({ zone, cue }) => zone === 'phrase' && /^(?:参加|参与|报名)/.test(cue.entry.word));
  return (
    attends &&
    cues.some(({ zone, steps, cue }) => zone === 'earlier' && steps === 0 && /培训|学习班|研修/.test(cue.entry.word))
  );
}

/** 奖章获得者中，产业工人58名: who they are was told before 中. */
function roleOfGroup(view: View): Scores | undefined {
  const { cues, text } = view.report;
  return within(cues, view.sentence.start, view.quantity.start).findLast(
    ({ entry, end }) => entry.isPerson && /^中[，,]?/.test(text.slice(end, end + 2)),
  )?.entry.role;
}

/** 涉及3158人、金额4126.9万元: what a dispute is about, not what was won. */
function isDisputed({ report, sentence, quantity }: View): boolean {
  const lead = report.text.slice(Math.max(sentence.start, quantity.start - 30), quantity.start);
  return /涉(?:及|案)[^。；]{0,22}金额(?:共|共计|达|约|近)?$/.test(lead);
}

/** Whether the phrase says nothing of its own: 其中国家级2个, 秭归县12个, 分别新建31个. */
function isLight(cues: readonly ZonedCue[]): boolean {
  return !cues.some(
    ({ zone, cue: { entry } }) =>
      zone === 'phrase' && (entry.thing !== null || entry.isPerson || entry.acts.some((act) => act !== 'found')),
  );
}

/** Unions are counted as unions when they are founded or told as a level; as takers-part otherwise. */
function unionsOrTakers(side: HeadNoun['side'], cues: readonly ZonedCue[]): Measure {
  const near = cues.filter(
    ({ zone, steps }) => zone === 'phrase' || zone === 'clause' || (zone === 'earlier' && steps === 0),
  );
  const acts = new Set(near.flatMap(({ cue }) => cue.entry.acts));
  if (acts.has('form') || acts.has('found')) return 'unions';
  const others = ['takePart', 'help', 'handle', 'train', 'cover', 'inspect'].some((act) => acts.has(act));
  return others || side === 'after' ? 'organisations' : 'unions';
}

/** Staff and members who only take part or are served: 3200名会员领券, 180名监督员参加培训. */
function isPassing(role: Scores, cues: readonly ZonedCue[]): boolean {
  const near = cues.filter(({ zone }) => zone === 'phrase');
  const acts = new Set(near.flatMap(({ cue }) => cue.entry.acts));
  const busy = acts.has('train') || acts.has('takePart');
  const attends =
    acts.has('train') || near.some(({ cue }) => /^(?:参加|参与|报名|出席|参会|参赛|听取)/.test(cue.entry.word));
  if (role.workforce !== undefined && attends) return true;
  return role.members !== undefined && (busy || acts.has('help') || acts.has('care')) && !acts.has('join');
}

function addNoun(scores: Scores, head: HeadNoun, cues: readonly ZonedCue[], unitClass: UnitClass): void {
  const { entry } = head.cue;
  if (entry.isPerson && (unitClass === 'person' || unitClass === 'household')) {
    // 监督员2860名 are staff; 180名监督员参加培训 are trained.
    const passing =
      (entry.role.workforce !== undefined || entry.role.members !== undefined) && isPassing(entry.role, cues);
    add(scores, entry.role, head.closeness * (passing ? 0.3 : 1));
    return;
  }
  if (!entry.thing) return;
  const measure = entry.thing === 'unions' ? unionsOrTakers(head.side, cues) : entry.thing;
  const weight = measure === 'facilities' ? FACILITY_WEIGHT : NOUN_WEIGHT;
  add(scores, { [measure]: weight }, head.closeness);
}

/**
 * Tells what a number counts from its unit, the noun it counts, the verbs around it and the list it stands in.
 * Input: view of a number with a unit. Output: measure with its clarity. Total.
 * Source: codebook section 3; weights are set on the development reports in tests/extract.
 */
export function measureOf(view: View, cues: readonly ZonedCue[], hints: MeasureHints): MeasureReading {
  const head = headNoun(view);
  const ofFamilies = head?.side === 'after' && familyWord.test(head.cue.entry.word);
  const unitClass = ofFamilies ? 'household' : (view.quantity.unit?.unitClass ?? 'thing');
  const scores: Scores = { ...classPriors[unitClass] };
  if (head) addNoun(scores, head, cues, unitClass);
  const giver = unitClass === 'person' ? giverOf(head) : null;
  addVerbs(scores, cues, unitClass, view, giver);
  if (giver && cues.some((zoned) => isGiven(zoned, giver))) add(scores, { participants: 1.5 }, 1);
  if (unitClass === 'money' && isDisputed(view)) add(scores, { other: 7 }, 1);
  if (unitClass === 'person') add(scores, peopleIn[hints.category], 1);
  if (unitClass === 'person' && hints.adjacent === 'workforce') add(scores, { workforce: LISTED_WEIGHT }, 1);
  if (unitClass === 'person') add(scores, roleOfGroup(view), 1.6);
  if (unitClass === 'document' && view.report.text.charAt(view.before.end - 1) === '》')
    add(scores, { publications: LISTED_WEIGHT }, 1);
  if (unitClass === 'person' && attendsClass(cues)) add(scores, { trainees: LISTED_WEIGHT }, 1);
  if (hints.listed && (!head || head.side === 'earlier') && isLight(cues))
    add(scores, { [hints.listed]: LISTED_WEIGHT }, 1);
  const { winner, lead } = best(inOrder[unitClass], scores);
  return { measure: winner ?? 'other', clarity: Math.min(1, lead / 2.5), head };
}
