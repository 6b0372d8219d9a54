import type { Status } from '../../model/observation';
import type { Period } from '../../model/period';
import type { View } from '../context/view';
import { tableCell } from '../table/column';

const planHeading =
  /计划|打算|工作安排|工作思路|下一步|目标任务|工作目标|工作要点|今后工作|努力方向|重点任务|工作重点|工作部署|年工作(?:任务|目标|安排)|(?:主要|总体|工作)(?:任务|目标)|目标举措/;
const reviewHeading = /总结|情况|回顾|完成|成效|主要工作|亮点/;
const planWords =
  /力争|争取(?:到|在|年|实现|完成)|(?<!行动|工作|发展|专项|培养|提升|培训|资助|援助|关爱|圆梦|[一二三四五六七八九十两\d]年|产业|工程|实施|推进|创新)计划(?:新|再|于|在|到|召开|举办|组建|建|培训|投入|发展|成立|开展|筹|用|安排|发放|表彰|完成)|(?:^|[，。；：])计划|拟(?:新|于|在|建|举办|发放|开展|投入|筹)|预计(?!创造|产生|节约|增收|可为|为企业)|预期|目标(?:是|为)|确保(?:到|在|年|今年|全年|完成|实现|新|建)|明年|下一步|下半年(?!以来)|下一年|[^即即]将(?:新|再|于|在|组织|举办|投入|发放|开展|建|完成|筹|为|力争|继续)|年内(?:要|将|计划|力争)|要(?:新|在|完成|实现|达到|培育|确保|力争|建|发展|举办)/;
/** Done already, whatever the plan around it; 已建会企业 tells which companies, not what was done. */
const doneAlways =
  /已(?!有的|建会|入会|建立|成立|组建|建成的)|截[至止]|目前|去年|上年|累计(?![^，。；]{0,6}达到)|完成了|共[有计]|近年来/;
/** Done in the section of a report that plans its second half; in the plan of a whole year it is still to come. */
const doneEarlier = /上半年|一季度|今年以来/;
const yearEnd = /(20\d\d)年[年]?[末底]/;
const doneBehind = /任务的|目标的/;
/** 会议强调，…要…: what a speaker asks for. */
const demand = /(?:强调|要求|指出|提出|明确)[，：,]?[^。]{0,200}?(?:要|必须|着力|推动|加快|确保)/;
const demandedBy = /(?:根据|按照|落实|贯彻|对照|符合)[^，。]{0,30}(?:要求|提出)/;

/** 到2025年底: a year after the report's own. */
function isLater(text: string, coverage: Period | null): boolean {
  const year = /(?:到|至)(20\d\d)年(?:底|末)?/.exec(text)?.[1];
  return year !== undefined && coverage !== null && year > coverage.end.slice(0, 4);
}

/** 2023年，全市工会将…: the sentence begins with a year after the report's own. */
function beginsLater(lead: string, coverage: Period | null): boolean {
  const year = /^(20\d\d)年[，,度全我各市县区]/.exec(lead)?.[1];
  return year !== undefined && coverage !== null && year > coverage.end.slice(0, 4);
}

/** 2024年主要工作 in a report on 2023. */
function isLaterYear(heading: string, coverage: Period | null): boolean {
  const year = /(20\d\d)年/.exec(heading)?.[1];
  return year !== undefined && coverage !== null && year > coverage.end.slice(0, 4);
}

/** 2023年底，全市有…: the end of a year that is over. */
function isPast(text: string, coverage: Period | null): boolean {
  const year = yearEnd.exec(text)?.[1];
  return year !== undefined && coverage !== null && year < coverage.end.slice(0, 4);
}

/** A report on the first months of a year plans the rest of it: its 上半年 is over. */
function isHalfWay(coverage: Period | null): boolean {
  return coverage === null || coverage.end.slice(5, 7) < '12';
}

const everyPlan = new RegExp(planWords.source, 'g');
const everyDone = new RegExp(doneAlways.source, 'g');

/** Start of the last match; -1 without any. */
function lastMatch(text: string, pattern: RegExp): number {
  let at = -1;
  for (const match of text.matchAll(pattern)) at = match.index;
  return at;
}

/** Whether words of what was done are the last ones before the number: 将开展40场，截至10日已完成17场. */
function endsDone(text: string): boolean {
  return doneAlways.test(text) && lastMatch(text, everyDone) > lastMatch(text, everyPlan);
}

/** Whether the number stands in a section or a report that is a plan. */
function inPlan(view: View, title: string, coverage: Period | null): 'section' | 'report' | null {
  const { text } = view.report;
  for (const heading of [...view.line.headings].reverse()) {
    const printed = text.slice(heading.start, heading.end);
    if ((planHeading.test(printed) || isLaterYear(printed, coverage)) && !/完成情况|总结/.test(printed))
      return 'section';
    if (heading.level <= 2 && reviewHeading.test(printed)) return null;
  }
  return planHeading.test(title) && !reviewHeading.test(title) ? 'report' : null;
}

/**
 * Tells a target from what was done: plans and their sections, 力争 and 计划 before the number, demands of a meeting.
 * Input: view, the report's title and coverage, and the status of the number before it in the sentence. Output: status. Source: codebook sections 2 and 6.
 */
export function statusOf(view: View, title: string, coverage: Period | null, listed: Status | null): Status {
  const { text } = view.report;
  const lead = text.slice(Math.max(view.sentence.start, view.quantity.start - 300), view.quantity.start);
  const clause = text.slice(view.clause.start, view.quantity.start);
  if (
    doneBehind.test(text.slice(view.clause.start, view.quantity.start + 1)) &&
    view.quantity.unit?.unitClass === 'percent'
  )
    return 'actual';
  if (tableCell(view)?.isTarget) return 'target';
  const plan = inPlan(view, title, coverage);
  if (plan !== null) {
    const done =
      doneAlways.test(lead) ||
      isPast(lead, coverage) ||
      (plan === 'section' && isHalfWay(coverage) && doneEarlier.test(lead));
    return done && !planWords.test(clause) ? 'actual' : 'target';
  }
  if (beginsLater(lead, coverage)) return 'target';
  const segment = lead.slice(lead.lastIndexOf('；') + 1);
  if (endsDone(segment)) return 'actual';
  if (listed === 'target' && !doneAlways.test(segment) && !doneEarlier.test(segment)) return 'target';
  if ((planWords.test(segment) || isLater(segment, coverage)) && !/已(?!有)/.test(clause)) return 'target';
  return demand.test(lead) && !demandedBy.test(lead) ? 'target' : 'actual';
}
