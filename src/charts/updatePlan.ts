import type { EChartsOption } from 'echarts';

/** How a chart takes its next option. */
export type UpdatePlan = { notMerge: true } | { replaceMerge: string[] };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What tells one item of a list of components from another. */
const identityOf = (item: unknown) => (isFields(item) ? [item['id'], item['type'], item['name']].join('\n') : '');
const identities = (items: readonly unknown[]) => items.map(identityOf).join('\r');

/** Whether fields are gone: merged into what is there, the old ones would stay in force. */
function losesFields(before: Fields, next: Fields): boolean {
  return Object.entries(before).some(([key, value]) => {
    if (value === undefined) return false;
    const now = next[key];
    return now === undefined || (isFields(value) && isFields(now) && losesFields(value, now));
  });
}

/**
 * How an option is laid over the one before: merged, so that marks move to their new place; with a list of components
 * replaced that are others now; or, where something is gone, all anew.
 */
export function updatePlan(before: EChartsOption, next: EChartsOption): UpdatePlan {
  const replaceMerge: string[] = [];
  for (const [key, was] of Object.entries(before as Fields)) {
    const now = (next as Fields)[key];
    if (was === undefined) continue;
    if (now === undefined || Array.isArray(was) !== Array.isArray(now)) return { notMerge: true };
    if (isFields(was) && (!isFields(now) || losesFields(was, now))) return { notMerge: true };
    if (Array.isArray(was) && Array.isArray(now) && identities(was) !== identities(now)) replaceMerge.push(key);
  }
  return { replaceMerge };
}
