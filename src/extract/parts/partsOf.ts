import type { View } from '../context/view';

/** What the part finder needs of an observation. */
export interface Candidate {
  view: View;
  value: number;
  unit: string;
}

const partCue = /其中|包括|包含|内含|含(?![量义有金])/;
const bracketCue = /（(?:其中|含|包括|包含|内含)[^（）]*$/;
const ended = /另|此外|同时|共计|累计/;
const totalCue = /总|共|合计/;
const progress = /(?:已整改|整改|办结|解决|采纳|实施|调解成功|结案|成功调解|完成整改|涉及)[^，。；\d]{0,8}$/;
const wholeAct = /(?:发现|查出|受理|征集|提出|调解|排查|收到|接待|反馈|提|问题)[^，。；]{0,14}$/;
const sameUnit: Readonly<Record<string, string>> = { 名: '人', 位: '人', 人: '人' };
const base = (unit: string) => sameUnit[unit] ?? unit;
/** How far back a whole is looked for, in observations. */
const REACH = 12;

function leadOf(candidate: Candidate, previousEnd: number): string {
  const { view } = candidate;
  const from = Math.max(view.sentence.start, previousEnd, view.quantity.start - 80);
  return view.report.text.slice(from, view.quantity.start);
}

function fits(whole: Candidate, part: Candidate): boolean {
  return base(whole.unit) === base(part.unit) && whole.value >= part.value;
}

/** Nearest earlier observation of the same unit on the line that can hold the part. */
function wholeBefore(
  list: readonly Candidate[],
  at: number,
  parts: ReadonlyMap<number, number>,
  before = at,
): number | null {
  const part = list[at];
  for (let i = before - 1; part && i >= Math.max(0, at - REACH); i--) {
    const whole = list[i];
    if (!whole || whole.view.sentenceIndex !== part.view.sentenceIndex) return null;
    if (fits(whole, part) && !parts.has(i)) return i;
  }
  return null;
}

/** A break-down whose numbers add up to the number before it, or to the total behind it. */
function addSums(list: readonly Candidate[], parts: Map<number, number>): void {
  for (let i = 0; i < list.length; i++) {
    const whole = list[i];
    if (!whole || whole.value <= 1 || parts.has(i)) continue;
    for (const step of [1, -1]) {
      if (step < 0 && !totalCue.test(leadOf(whole, list[i - 1]?.view.quantity.end ?? 0))) continue;
      const found = run(list, i, step, whole);
      if (found.length >= 2) for (const at of found) if (!parts.has(at)) parts.set(at, i);
    }
  }
}

/** Neighbours in one direction, of the same unit and sentence, that add up to the whole; empty when none do. */
function run(list: readonly Candidate[], at: number, step: number, whole: Candidate): number[] {
  const found: number[] = [];
  let sum = 0;
  for (let i = at + step; Math.abs(i - at) <= REACH; i += step) {
    const part = list[i];
    if (!part || Math.abs(part.view.sentenceIndex - whole.view.sentenceIndex) > 1) return [];
    if (part.view.sentence.line !== whole.view.sentence.line) return [];
    if (base(part.unit) !== base(whole.unit)) continue;
    const each = part.view.report.text.charAt(part.view.quantity.start - 1) === '各' ? 2 : 1;
    sum += part.value * each;
    found.push(i);
    if (Math.abs(sum - whole.value) < 1e-9 * Math.max(1, whole.value)) return found;
    if (sum > whole.value) return [];
  }
  return [];
}

/** Parts named by 其中, 含 or 包括, and what was done of the things just told: 发现问题23家，整改12家. */
function addNamed(list: readonly Candidate[], parts: Map<number, number>): void {
  let open: number | null = null;
  let sentence = -1;
  let listed = false;
  list.forEach((part, i) => {
    const lead = leadOf(part, list[i - 1]?.view.quantity.end ?? 0);
    // 其中： opens a list that runs through semicolons; 其中 alone ends with its clause.
    if (part.view.sentenceIndex !== sentence || (!listed && lead.includes('；'))) open = null;
    sentence = part.view.sentenceIndex;
    const { view } = part;
    const sentenceLead = view.report.text.slice(
      Math.max(view.sentence.start, view.quantity.start - 60),
      view.quantity.start,
    );
    if (bracketCue.test(sentenceLead)) {
      const inner = wholeBefore(list, i, new Map());
      if (inner !== null) parts.set(i, inner);
      return;
    }
    if (partCue.test(lead)) {
      open = i;
      listed = /其中：/.test(lead);
    }
    const whole = open === null || ended.test(lead) ? null : wholeBefore(list, i, parts, open);
    if (whole !== null) parts.set(i, whole);
    else if (open === null && progress.test(lead)) {
      const before = list[i - 1];
      const told = before && leadOf(before, list[i - 2]?.view.quantity.end ?? 0);
      if (before && told !== undefined && wholeAct.test(told) && fits(before, part)) parts.set(i, i - 1);
    }
  });
}

/** Rows that begin with 其中, and the unnumbered rows behind them, belong to the row above, column by column. */
function addRows(list: readonly Candidate[], parts: Map<number, number>): void {
  let wholeLine = -1;
  let open = false;
  for (let i = 0; i < list.length; i++) {
    const part = list[i];
    if (part?.view.line.kind !== 'row') continue;
    const { text } = part.view.report;
    const head = text.slice(part.view.line.start, part.view.line.start + 6);
    if (head.startsWith('其中')) open = true;
    else if (/^\d/.test(head) || !open || part.view.report.lines[part.view.sentence.line - 1]?.kind !== 'row')
      open = false;
    if (!open) {
      wholeLine = part.view.sentence.line;
      continue;
    }
    const place = placeInRow(list, i);
    for (let at = i - 1; at >= Math.max(0, i - REACH * 2); at--) {
      const other = list[at];
      if (other?.view.sentence.line !== wholeLine || placeInRow(list, at) !== place || !fits(other, part)) continue;
      parts.set(i, at);
      break;
    }
  }
}

/** How many numbers of the same row stand before it. */
function placeInRow(list: readonly Candidate[], at: number): number {
  let place = 0;
  while (place < REACH && list[at - place - 1]?.view.sentence.line === list[at]?.view.sentence.line) place++;
  return place;
}

/**
 * Finds which observations are parts of which.
 * Input: observations in order of start. Output: index of the part → index of its whole, of the same unit and not smaller.
 * Linear: each looks back a bounded number of places. Source: codebook section 2, partOf.
 */
export function partsOf(list: readonly Candidate[]): Map<number, number> {
  const parts = new Map<number, number>();
  addNamed(list, parts);
  addRows(list, parts);
  addSums(list, parts);
  return parts;
}
