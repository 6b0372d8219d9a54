import type { Area } from '../model/area';
import type { Observation } from '../model/observation';
import { bucketOf, monthsPeriod, type Granularity } from '../model/period';
import type { Frequency, Report } from '../model/report';
import { formatBucket } from '../statistics/format';
import { simulatedLines, type SimulatedLine } from './lines';
import { printed } from './print';
import { chance } from './random';
import type { Schedule } from './skewedSchedule';
import { trueValue, weightOf } from './value';

/** What to simulate: counties with the federation of the prefecture above them, over whole months. */
export interface SimulationPlan {
  seed: number;
  /** Prefectures and, for each, its counties; others are ignored. */
  areas: readonly Area[];
  /** First month as years times twelve plus months from 0 (2022-01 is 24264), and how many. */
  firstMonth: number;
  months: number;
  /** Who reports when; without one nearly everybody does every month, and sums up whenever something is complete. */
  schedule?: Schedule;
}

/** One simulated report with what it prints. */
export interface SimulatedReport {
  report: Report;
  observations: Observation[];
}

/** Every title says that nothing in the report is true. */
const mark = '模拟数据';
/** How often a month's report is missing, a number is not mentioned, a report is issued again. */
const odds = { missing: 0.06, unmentioned: 0.16, revised: 0.02 };
/** What is summed up, with its months; a half-year only in the middle of one, since the year's end sums up all of it. */
const summaries = [
  ['Q', 3],
  ['S', 6],
  ['A', 12],
] as const;
const frequencyOf = { M: 'M', Q: 'Q', S: 'S', A: 'A' } satisfies Record<Granularity, Frequency>;

interface Issue {
  area: Area;
  granularity: Granularity;
  /** First month covered. */
  from: number;
  months: number;
  counties: readonly Area[];
  revision: number;
}

function headerOf({ area, granularity, from, months, revision }: Issue): Report {
  const period = monthsPeriod(from, months);
  const bucket = bucketOf(period.start, granularity);
  const id = `sim-${area.code}-${bucket}${revision > 1 ? `.${String(revision)}` : ''}`;
  const issued = monthsPeriod(from + months, 1).start.slice(0, 8);
  return {
    id,
    title: `${area.name}总工会${formatBucket(bucket, 'zh-CN')}工作情况（${mark}）`,
    issuer: `${area.name}总工会（${mark}）`,
    refArea: area.code,
    coverageStart: period.start,
    coverageEnd: period.end,
    frequency: frequencyOf[granularity],
    issuedOn: `${issued}${revision > 1 ? '20' : '05'}`,
    issueNumber: String(revision),
    doc: `${id}.txt`,
    implied: [],
  };
}

/** Sum over the months and counties of a report; levels and rates at its end. */
function valueOf(line: SimulatedLine, { from, months, counties }: Issue, seed: number): number {
  const at = (area: Area, month: number) =>
    trueValue(line, { seed, area: area.place, weight: weightOf(seed, area.place), month });
  const last = from + months - 1;
  if (line.kind === 'rate') {
    const all = counties.map((county) => at(county, last));
    return Math.round((all.reduce((sum, value) => sum + value, 0) / Math.max(1, all.length)) * 10) / 10;
  }
  let sum = 0;
  for (const county of counties) {
    if (line.kind === 'stock') sum += at(county, last);
    else for (let month = from; month <= last; month++) sum += at(county, month);
  }
  return sum;
}

/** Prints one number into a report; the offset stands for its place in a text that does not exist. */
function observe(report: Report, line: SimulatedLine, value: number, start: number, seed: number): Observation {
  const print = printed(value, line.unit, seed, report.id, line.label);
  return {
    id: `${report.id}.${String(start)}`,
    reportId: report.id,
    doc: report.doc,
    start,
    end: start + print.surface.length,
    surface: print.surface,
    label: line.label,
    value: print.value,
    unit: line.unit,
    qualifier: print.qualifier,
    measure: line.measure,
    category: line.category,
    refArea: report.refArea,
    periodStart: report.coverageStart,
    periodEnd: report.coverageEnd,
    kind: line.kind,
    status: 'actual',
    partOf: null,
    indicator: line.indicator,
    section: '',
    confidence: 1,
    review: 'accepted',
    implied: [],
  };
}

/** What the year is to bring, told in its first month: a little more than it will. */
function targetsOf(issue: Issue, report: Report, start: number, seed: number): Observation[] {
  const year = { ...issue, months: 12 };
  const goals = simulatedLines.filter(({ part, label }) => !part && /新建工会|新增会员|驿站$|培训班$/.test(label));
  const { end } = monthsPeriod(issue.from, 12);
  return goals.map((line, i) => {
    const goal =
      Math.ceil((valueOf(line, year, seed) * (0.92 + 0.2 * chance(seed, 'goal', report.id, line.label))) / 5) * 5;
    const observation = observe(report, line, Math.max(5, goal), start + i * 10, seed);
    return { ...observation, status: 'target', periodEnd: end };
  });
}

/** Facts about one county in the city's report, in the words of the city: they overlap with the county's own. */
function aboutCounty(issue: Issue, report: Report, start: number, seed: number): Observation[] {
  const county = issue.counties[Math.floor(chance(seed, 'about', report.id) * issue.counties.length)];
  if (!county || issue.granularity !== 'M') return [];
  const told = simulatedLines.filter(({ label }) => /思想宣讲参与职工|文体活动参与职工/.test(label));
  return told.map((line, i) => {
    const value = valueOf(line, { ...issue, counties: [county] }, seed);
    return { ...observe(report, line, value, start + i * 10, seed), refArea: county.code };
  });
}

function simulateReport(issue: Issue, seed: number): SimulatedReport {
  const report = headerOf(issue);
  const observations: Observation[] = [];
  const wholes = new Map<number, Observation>();
  const rare = issue.granularity === 'M' ? odds.unmentioned : odds.unmentioned / 3;
  simulatedLines.forEach((line, index) => {
    if (chance(seed, 'mention', report.refArea, report.coverageStart, issue.granularity, line.label) < rare) return;
    const whole = line.part ? wholes.get(line.part.of) : undefined;
    if (line.part && !whole) return;
    const value = valueOf(line, issue, seed) + (issue.revision > 1 && index % 17 === 0 ? 1 : 0);
    if (value === 0) return;
    const observation = observe(report, line, value, index * 10, seed);
    if (whole) {
      if (observation.value > whole.value) return;
      observation.partOf = whole.id;
    } else wholes.set(index, observation);
    observations.push(observation);
  });
  const next = simulatedLines.length * 10;
  observations.push(...aboutCounty(issue, report, next, seed));
  const isJanuary = issue.granularity === 'M' && issue.from % 12 === 0;
  if (isJanuary) observations.push(...targetsOf(issue, report, next + 100, seed));
  return { report, observations };
}

/** Reports of one federation that appear with the end of a month: the month's, and those of what it completes. */
function* issuesOf(area: Area, counties: readonly Area[], month: number, plan: SimulationPlan) {
  const { seed, firstMonth, schedule } = plan;
  const isCity = counties.length > 1;
  const base = { area, counties, revision: 1 };
  const isReported =
    schedule?.isMonthly(area.place, month) ?? chance(seed, 'missing', area.place, month) >= odds.missing;
  if (isReported) {
    yield { ...base, granularity: 'M' as const, from: month, months: 1 };
    if (chance(seed, 'revised', area.place, month) < odds.revised)
      yield { ...base, revision: 2, granularity: 'M' as const, from: month, months: 1 };
  }
  const share = schedule?.summaries(area.place) ?? 1;
  const ended = (month + 1) % 12;
  for (const [granularity, months] of summaries) {
    const isComplete = (granularity === 'S' ? ended === 6 : ended % months === 0) && month - firstMonth >= months - 1;
    const isIssuer = isCity || granularity !== 'Q';
    if (isComplete && isIssuer && chance(seed, 'summary', area.place, month, granularity) < share)
      yield { ...base, granularity, from: month - months + 1, months };
  }
}

/**
 * Simulates reports month by month, of each prefecture and of its counties: one report at a time, so that any number of
 * them needs the room of one. Nothing in them is true and every title says so.
 * Output: the same reports for the same plan on every machine, in the order in which they would appear.
 */
export function* simulateReports(plan: SimulationPlan): Generator<SimulatedReport> {
  const today = plan.areas.filter(({ validTo, code, place }) => validTo === null && code === place);
  const cities = plan.areas
    .filter(({ level }) => level === 'prefecture')
    .map((city) => ({
      city,
      counties: today.filter(({ level, parent }) => level === 'county' && parent === city.code),
    }));
  for (let month = plan.firstMonth; month < plan.firstMonth + plan.months; month++) {
    for (const { city, counties } of cities) {
      for (const county of counties) {
        for (const issue of issuesOf(county, [county], month, plan)) yield simulateReport(issue, plan.seed);
      }
      for (const issue of issuesOf(city, counties, month, plan)) yield simulateReport(issue, plan.seed);
    }
  }
}
