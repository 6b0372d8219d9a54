import type { Observation } from '../../../model/observation';

/** How an observation hangs together with others of the same list: the whole that it is a part of, and its own parts. */
export interface Kinship {
  /** Null for an observation that is no part; `unknown` when the whole is not in the list. */
  whole: { label: string } | 'unknown' | null;
  parts: string[];
}

/**
 * Finds wholes and parts among observations.
 * Output: by observation id; labels in list order. A whole outside the list is `unknown`.
 */
export function kinshipOf(observations: readonly Observation[]): Map<string, Kinship> {
  const byId = new Map(observations.map((observation) => [observation.id, observation]));
  const kinship = new Map<string, Kinship>(
    observations.map(({ id, partOf }) => {
      const whole = partOf === null ? null : byId.get(partOf);
      return [id, { whole: whole === undefined ? 'unknown' : whole && { label: whole.label }, parts: [] }];
    }),
  );
  for (const { id, partOf, label } of byId.values()) {
    if (partOf !== null && partOf !== id) kinship.get(partOf)?.parts.push(label);
  }
  return kinship;
}
