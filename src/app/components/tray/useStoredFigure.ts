import { computed, markRaw, type ComputedRef } from 'vue';
import type { FigureContext } from '../../../charts/context';
import type { Figure } from '../../../charts/figure';
import {
  buildFigure,
  placeOf,
  readFigureSpec,
  requestsOf,
  type FigureSpec,
  type SpecProblem,
} from '../../../charts/specs';
import type { AnswersOf, FigureRequests } from '../../../charts/specs/figureKind';
import type { Filter } from '../../../statistics/query';
import type { FrozenFigure, TrayItem } from '../../../worker/protocol';
import { useAnswers } from '../../composables/useAnswers';
import { assetsOf, useBoundaries } from '../figure/useBoundaries';
import { useDrawer } from '../figure/useDrawer';
import { useFigureContext } from '../figure/useFigureContext';

const noFilter: Filter = { granularity: 'A', from: null, to: null, areas: [], categories: [], reports: [] };

/** A context in which the reports and remarks are those of the day of freezing. */
function contextOf(context: FigureContext, frozen: FrozenFigure | null): FigureContext {
  if (!frozen) return context;
  const reports = new Map(frozen.reports.map((report) => [report.id, report]));
  const report = (id: string) => reports.get(id)?.title ?? context.names.report(id);
  return { ...context, reports, annotations: frozen.annotations, names: { ...context.names, report } };
}

interface StoredFigure {
  /** With the item's own title; null until it can be drawn. */
  figure: ComputedRef<Figure | null>;
  spec: ComputedRef<FigureSpec | null>;
  /** Why it cannot be drawn; null when it can, or is on its way. */
  problem: ComputedRef<SpecProblem | 'frozen' | 'failed' | null>;
}

/** The figure of a tray's item: live ones follow the data, frozen ones are drawn from what was kept. */
export function useStoredFigure(item: () => TrayItem): StoredFigure {
  const read = computed(() => readFigureSpec(item().spec));
  const spec = computed(() => (read.value.ok ? read.value.spec : null));
  const frozen = computed(() => (item().mode === 'frozen' ? item().frozen : null));
  const live = useAnswers(() => (spec.value && !frozen.value ? requestsOf(spec.value) : null));
  const { drawer, hasFailed } = useDrawer(() => spec.value?.kind ?? null);
  const place = () => spec.value && placeOf(spec.value);
  const boundaries = useBoundaries(place);
  const context = useFigureContext(() => spec.value?.filter ?? noFilter);

  const built = computed<Figure | 'broken' | null>((before) => {
    const assets = assetsOf(boundaries.value, place());
    // What was frozen is checked by drawing it: answers of another version do not draw.
    const kept = frozen.value?.answers as AnswersOf<FigureRequests> | undefined;
    const answers = kept ?? (live.status.value === 'ready' ? live.answer.value : null);
    if (!spec.value || !assets || !drawer.value) return null;
    if (!answers) return before === 'broken' ? null : (before ?? null);
    try {
      return markRaw(buildFigure(drawer.value, spec.value, answers, contextOf(context.value, frozen.value), assets));
    } catch {
      return 'broken';
    }
  });
  const figure = computed(() => {
    if (!built.value || built.value === 'broken') return null;
    return markRaw({ ...built.value, title: item().title ?? built.value.title });
  });
  const problem = computed(() => {
    if (!read.value.ok) return read.value.problem;
    if (built.value === 'broken') return frozen.value ? 'frozen' : 'failed';
    return hasFailed.value || (live.status.value === 'failed' && !frozen.value) ? 'failed' : null;
  });
  return { figure, spec, problem };
}
