/** Any thrown thing as an Error: an AppError stays one, with its code; what nobody foresaw keeps its own words. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(typeof thrown === 'string' ? thrown : JSON.stringify(thrown));
}
