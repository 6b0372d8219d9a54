import type { SlopeChoice } from '../slopePair';
import { askPlaces, figureKind } from './figureKind';
import { readCode, type Stored } from './readParams';

interface Params extends SlopeChoice {
  subject: string;
}

/** A field that may be null; undefined where it is neither. */
const readOptional = (stored: Stored, field: string): string | null | undefined =>
  stored[field] === null ? null : (readCode(stored, field) ?? undefined);

/** Two periods of the counties. */
export const slopeKind = figureKind({
  read: (stored): Params | null => {
    const subject = readCode(stored, 'subject');
    const [first, last, until] = ['first', 'last', 'until'].map((field) => readOptional(stored, field));
    if (subject === null || first === undefined || last === undefined || until === undefined) return null;
    return { subject, first, last, until };
  },
  requests: (spec) => ({ series: askPlaces(spec, spec.params.subject, 'value', 30) }),
  load: async () => {
    const [{ slope }, { slopePair }] = await Promise.all([import('../slope'), import('../slopePair')]);
    return {
      build: ({ params }, { series }, context) => slope({ answer: series, pair: slopePair(series, params) }, context),
    };
  },
});
