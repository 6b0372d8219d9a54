import { type Category, categories } from '../../model/categories';
import { type Measure, measures } from '../../model/measures';
import type { View } from '../context/view';
import type { ZonedCue } from '../context/zones';
import type { HeadNoun } from '../measure/headNoun';

/** What is added to the topic when the counted noun is not known. */
const suffixes: Readonly<Record<Measure, string>> = {
  participants: '参与人次',
  beneficiaries: '惠及人次',
  trainees: '培训人次',
  members: '会员',
  unions: '工会组织',
  organisations: '参与单位',
  funds: '资金',
  activities: '场次',
  honours: '表彰',
  facilities: '服务阵地',
  cases: '件数',
  agreements: '合同协议',
  innovations: '创新成果',
  jobs: '岗位',
  publications: '作品资料',
  workforce: '队伍',
  rate: '比率',
  other: '数量',
};
const zoneOrder = ['phrase', 'clause', 'earlier', 'rowAbove', 'previousSentence', 'heading', 'later', 'outerHeading'];

/** The word that names the activity best: of the category, nearest, then strongest, then longest. */
function topicOf(category: Category, cues: readonly ZonedCue[], noun: string): string {
  let best = '';
  let bestScore = 0;
  for (const { cue, zone, steps } of cues) {
    const weight = cue.entry.categories[category] ?? 0;
    if (weight < 1.5 || noun.includes(cue.entry.word)) continue;
    const score = weight * 2 - zoneOrder.indexOf(zone) - steps * 0.5 + cue.entry.word.length * 0.4;
    if (best === '' || score > bestScore) [best, bestScore] = [cue.entry.word, score];
  }
  return best;
}

/** Name of a rate: the words that end with 率 before it. */
function rateName(view: View): string {
  const clause = view.report.text.slice(view.clause.start, view.quantity.start);
  return /([\u4e00-\u9fff]{1,10}[率度])[^率度]{0,6}$/.exec(clause)?.[1] ?? '';
}

function joined(topic: string, noun: string): string {
  if (topic === '' || noun.startsWith(topic) || topic.endsWith(noun)) return topic.length > noun.length ? topic : noun;
  for (let overlap = Math.min(topic.length, noun.length) - 1; overlap > 0; overlap--) {
    if (topic.endsWith(noun.slice(0, overlap))) return topic + noun.slice(overlap);
  }
  return topic + noun;
}

/**
 * Composes a short noun phrase for what is counted from the activity and the noun: 送温暖资金, 宣讲参与职工.
 * Input: view, measure, category, its words and its noun. Output: up to about 20 characters, never empty.
 */
export function labelOf(
  view: View,
  reading: { measure: Measure; category: Category; head: HeadNoun | null; cues: readonly ZonedCue[] },
): string {
  const { measure, category, head, cues } = reading;
  const noun = head?.cue.entry.word ?? '';
  if (measure === 'rate') {
    const name = rateName(view);
    return name !== '' ? name : joined(topicOf(category, cues, '') || categories[category].zh, suffixes.rate);
  }
  // A long noun names itself: 户外劳动者驿站, 专项集体合同.
  const plain = measure !== 'funds' && !head?.cue.entry.isPerson && noun.length >= 4;
  const topic = plain ? '' : topicOf(category, cues, noun) || (noun === '' ? categories[category].zh : '');
  const verb = { participants: '参与', beneficiaries: '惠及', trainees: '培训' }[measure as string] ?? '';
  const thing =
    noun === '' ? suffixes[measure] : verb !== '' && !noun.includes(verb) && topic !== verb ? verb + noun : noun;
  const each = view.report.text.charAt(view.quantity.start - 1) === '各' ? '（各）' : '';
  const label = joined(topic, measure === 'funds' && !/[金款费资贷]$|物资|价值/.test(noun) ? suffixes.funds : thing);
  return (label === '' ? measures[measure].zh : label) + each;
}
