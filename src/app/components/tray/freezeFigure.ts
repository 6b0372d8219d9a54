import type { FigureRequests } from '../../../charts/specs/figureKind';
import type { Report } from '../../../model/report';
import type { useCatalogueStore } from '../../stores/catalogue';
import type { FrozenFigure } from '../../../worker/protocol';

/** Reports whose ids stand anywhere in some answers. */
export function reportsNamed(answers: unknown, reports: ReadonlyMap<string, Report>): Report[] {
  const named = new Set<Report>();
  const walk = (value: unknown): void => {
    const report = typeof value === 'string' ? reports.get(value) : undefined;
    if (report) named.add(report);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
      Object.values(value).forEach(walk);
  };
  walk(answers);
  return [...named];
}

/** Asks a figure's questions now and keeps the answers with all that is said beside them. Rejects with AppError. */
export async function freezeFigure(
  requests: FigureRequests,
  catalogue: ReturnType<typeof useCatalogueStore>,
): Promise<FrozenFigure> {
  const revision = catalogue.revision;
  const asked = Object.entries(requests).map(
    async ([key, { name, request }]) => [key, await catalogue.query(name, request)] as const,
  );
  const answers = Object.fromEntries(await Promise.all(asked));
  return {
    answers,
    revision,
    at: new Date().toISOString(),
    reports: reportsNamed(answers, catalogue.reports),
    annotations: [...catalogue.annotations],
  };
}
