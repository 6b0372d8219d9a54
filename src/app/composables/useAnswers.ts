import type { AnswersOf, FigureRequests } from '../../charts/specs/figureKind';
import { useCatalogueStore } from '../stores/catalogue';
import { useLatest, type QueryState } from './useLatest';
import { nextAsker } from './useQuery';

type Answers = AnswersOf<FigureRequests>;

/** Asks all questions of a figure; the answers come together, so that a figure never mixes two filters. */
export function useAnswers(requests: () => FigureRequests | null): QueryState<Answers> {
  const catalogue = useCatalogueStore();
  const askers = new Map<string, number>();
  const askerOf = (name: string): number => {
    const asker = askers.get(name) ?? nextAsker();
    askers.set(name, asker);
    return asker;
  };
  return useLatest(requests, async (wanted): Promise<Answers> => {
    const asked = Object.entries(wanted).map(
      async ([key, { name, request }]) => [key, await catalogue.query(name, request, askerOf(key))] as const,
    );
    return Object.fromEntries(await Promise.all(asked));
  });
}
