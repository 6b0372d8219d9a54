import { categoryCodes } from '../../model/categories';
import type { Filter } from '../../statistics/query';
import { askPlaces, figureKind } from './figureKind';
import { allRead, readCode } from './readParams';

interface Params {
  subject: string;
}

const whole = 'whole';
const shownOf = ({ categories }: Filter) => (categories.length > 0 ? categories : categoryCodes);

/** Categories by county: one question a category, and the whole. */
export const categoryMatrixKind = figureKind({
  read: (stored) => allRead<Params>({ subject: readCode(stored, 'subject') }),
  requests: (spec) => {
    const { filter } = spec;
    const asked: [name: string, filter: Filter][] = [
      [whole, filter],
      ...shownOf(filter).map((category): [string, Filter] => [category, { ...filter, categories: [category] }]),
    ];
    return Object.fromEntries(
      asked.map(([name, narrowed]) => [
        name,
        askPlaces({ ...spec, filter: narrowed }, spec.params.subject, 'administrative'),
      ]),
    );
  },
  load: async () => {
    const { categoryMatrix } = await import('../categoryMatrix');
    return {
      build: ({ filter }, answers, context) => {
        const total = answers[whole];
        if (!total) throw new Error('no answer to the whole of a matrix');
        const parts = shownOf(filter).flatMap((category) => {
          const answer = answers[category];
          return answer ? [{ category, answer }] : [];
        });
        return categoryMatrix({ parts, whole: total }, context);
      },
    };
  },
});
