export const errorCodes = [
  'db-newer-than-app',
  'db-blocked',
  'db-refused',
  'db-quota',
  'db-broken',
  'package-unreachable',
  'package-invalid',
  'worker-lost',
  'font-missing',
  'export-failed',
  'cancelled',
] as const;
/** Codes of a failing world; only `app/locales` turns them into sentences. */
export type ErrorCode = (typeof errorCodes)[number];

/** The world failing (disk, network, fonts), as opposed to trouble in a report, which is an Issue. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: Record<string, string | number>;

  constructor(code: ErrorCode, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
}
