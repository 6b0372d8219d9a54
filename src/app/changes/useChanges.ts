import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import { formatValue } from '../../statistics/format';
import type { Filter } from '../../statistics/query';
import { headlineSubjects } from '../components/tiles/headlineSubjects';
import { useQuery } from '../composables/useQuery';
import { useCatalogueStore } from '../stores/catalogue';
import { compareVisits, hasChanges, keptVisit, readVisit, type Changes, type Visit } from './compareVisits';

const storageKey = 'last-visit';
const everything: Filter = { granularity: 'A', from: null, to: null, areas: [], categories: [], reports: [] };

/** Shared by all who ask on the page: a report's mark goes when the list is dismissed. */
const seen = shallowRef<Visit | null>(null);
const current = shallowRef<Visit | null>(null);

function readKept(): Visit | null {
  try {
    return readVisit(localStorage.getItem(storageKey));
  } catch {
    return null;
  }
}

/** Keeps a visit in this browser; where storage is refused the next visit is a first one again. */
function keep(visit: Visit): void {
  seen.value = visit;
  try {
    localStorage.setItem(storageKey, keptVisit(visit));
  } catch {
    return;
  }
}

/** What is new since the last dismissed visit; null at a first visit and while nothing is new. */
export const changesSinceVisit: ComputedRef<Changes | null> = computed(() => {
  if (!seen.value || !current.value) return null;
  const changes = compareVisits(seen.value, current.value);
  return hasChanges(changes) ? changes : null;
});

/**
 * Watches reports and headline numbers, all data whatever the filter, and compares them with what was last seen here.
 * A first visit is kept at once and tells nothing. Values are kept as printed in Chinese, whatever the language.
 */
export function useChanges(): { changes: ComputedRef<Changes | null>; dismiss: () => void } {
  const catalogue = useCatalogueStore();
  /** Simulated data is no visit: it is neither compared nor kept. */
  const isReal = () => catalogue.status === 'ready' && !catalogue.simulated;
  const digest = useQuery('digest', () => (isReal() ? {} : null));
  const tiles = useQuery('tiles', () => (isReal() ? { filter: everything, subjects: [...headlineSubjects] } : null));
  seen.value = readKept();
  current.value = null;

  watch([digest.answer, tiles.answer, digest.status, tiles.status], ([reports, answer, ...states]) => {
    if (!reports || !answer || states.some((state) => state !== 'ready')) return;
    const values = answer.flatMap(({ subject, bucket, cell }) => {
      if (bucket === null || cell?.value == null) return [];
      const text = formatValue(cell.value, { language: 'zh-CN', unit: cell.unit, qualifier: cell.qualifier });
      return [[subject.code, { bucket, text }] as const];
    });
    current.value = { reports: reports.lines, values: Object.fromEntries(values) };
    if (!seen.value) keep(current.value);
  });

  return { changes: changesSinceVisit, dismiss: () => current.value && keep(current.value) };
}
