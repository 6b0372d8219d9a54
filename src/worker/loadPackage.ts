import { AppError } from '../model/appError';
import { readDataPackage, type DataPackage } from '../read/package/dataPackage';
import { readDescriptor, type Descriptor } from '../read/package/descriptor';
import type { PackageProblem } from '../read/package/problem';
import { readState } from '../store/commit';
import type { Database } from '../store/database';
import { needsPackage, savePackage } from '../store/savePackage';
import type { FetchText } from './fetchText';
import type { LoadPhase, PlainError } from './protocol';
import { toPlainError } from './result';

/** How long a start with stored data waits for news of a newer package; milliseconds. */
const newsTimeoutMs = 4000;

/** Told at every step of a start. */
export type ReportProgress = (phase: LoadPhase, done: number, total: number) => void;

export interface LoadOptions {
  url: string;
  fetchText: FetchText;
  /** ISO date and time of now. */
  now: () => string;
  report: ReportProgress;
}

function invalid(problems: PackageProblem[]): AppError {
  const [first] = problems;
  return new AppError('package-invalid', {
    count: problems.length,
    resource: first?.resource ?? '',
    row: first?.row ?? 0,
    column: first?.column ?? '',
    problem: first?.code ?? '',
    value: first?.value ?? '',
  });
}

async function fetchDescriptor({ url, fetchText }: LoadOptions, timeoutMs?: number): Promise<Descriptor> {
  const result = readDescriptor(await fetchText(url, timeoutMs));
  if (!result.ok) throw invalid(result.problems);
  return result.descriptor;
}

async function fetchPackage(descriptor: Descriptor, { url, fetchText, report }: LoadOptions): Promise<DataPackage> {
  const { resources } = descriptor;
  let done = 0;
  report('fetch', done, resources.length);
  const texts = await Promise.all(
    resources.map(async ({ name, path }) => {
      const text = await fetchText(new URL(path, url).href);
      report('fetch', ++done, resources.length);
      return [name, text] as const;
    }),
  );
  report('check', 0, 0);
  const result = readDataPackage(descriptor, new Map(texts));
  if (!result.ok) throw invalid(result.problems);
  return result.dataPackage;
}

async function takePackage(database: Database, descriptor: Descriptor, options: LoadOptions): Promise<void> {
  const source = await fetchPackage(descriptor, options);
  options.report('write', 0, 0);
  await savePackage(database, source, {
    at: options.now(),
    onProgress: (done, total) => options.report('write', done, total),
  });
}

/**
 * Brings the package at `url` into the database when it is newer than the stored one; resources are fetched only then.
 * Output: null, or why a newer package could not be taken while the stored one goes on. Being offline is no trouble then.
 * Errors: without a stored package `package-unreachable`, `package-invalid` {count, resource, row, column, problem,
 * value: of the first problem}; `db-quota`, `db-broken`.
 */
export async function loadPackage(database: Database, options: LoadOptions): Promise<PlainError | null> {
  const state = await readState(database);
  const isFirst = state.packageVersion === null;
  options.report('fetch', 0, 0);
  try {
    const descriptor = await fetchDescriptor(options, isFirst ? undefined : newsTimeoutMs);
    if (needsPackage(state, descriptor.version)) await takePackage(database, descriptor, options);
    return null;
  } catch (error) {
    if (isFirst) throw error;
    const plain = toPlainError(error);
    return plain.code === 'package-unreachable' ? null : plain;
  }
}
