import type { Figure } from '../../../charts/figure';
import { requestsOf, type FigureSpec } from '../../../charts/specs';
import type { AnswersOf, FigureRequest, FigureRequests } from '../../../charts/specs/figureKind';
import type { useCatalogueStore } from '../../stores/catalogue';

/** The question without its page. */
function ofAllPlaces(asked: FigureRequest): FigureRequest {
  if (asked.name !== 'series') return asked;
  const { filter, subject, split } = asked.request;
  return { name: 'series', request: { filter, subject, split } };
}

/** Asks a figure's questions about all places, and builds it from the answers. Rejects with AppError. */
export async function wholeFigure(
  spec: FigureSpec,
  catalogue: ReturnType<typeof useCatalogueStore>,
  build: (answers: AnswersOf<FigureRequests>) => Figure,
): Promise<Figure> {
  const asked = Object.entries(requestsOf(spec)).map(async ([key, question]) => {
    const { name, request } = ofAllPlaces(question);
    return [key, await catalogue.query(name, request)] as const;
  });
  return build(Object.fromEntries(await Promise.all(asked)));
}
