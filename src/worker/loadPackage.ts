import { AppError } from '../model/appError';
import type { Dataset } from '../model/dataset';
import { readDataPackage, type DataPackage } from '../read/package/dataPackage';
import { readDescriptor, type Descriptor } from '../read/package/descriptor';
import type { PackageProblem } from '../read/package/problem';
import { readState } from '../store/commit';
import type { Database } from '../store/database';
import { needsPackage, savePackage } from '../store/savePackage';
import type { FetchText } from './fetchText';
import type { LoadPhase, PlainError } from './protocol';
import { toPlainError } from './result';

/** How long a start with stored data waits for news of a newer package, and for each of its files; milliseconds. */
const patience = { newsMs: 4000, fileMs: 30_000 };

/** Told at every step of a start; gives a promise where telling takes time. */
export type ReportProgress = (phase: LoadPhase, done: number, total: number) => unknown;

export interface LoadOptions {
  url: string;
  fetchText: FetchText;
  /** ISO date and time of now. */
  now: () => string;
  report: ReportProgress;
  /** Makes what is stored out of what was fetched: simulated data on the package's areas and indicators. */
  prepare?: ((source: DataPackage) => Promise<DataPackage>) | undefined;
}

/** All that is stored, as long as the data is at a revision. */
export interface Fresh {
  dataset: Dataset;
  dataRevision: number;
}

interface Loaded {
  fresh: Fresh | null;
  trouble: PlainError | null;
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

async function fetchPackage(
  descriptor: Descriptor,
  { url, fetchText, report }: LoadOptions,
  timeoutMs?: number,
): Promise<DataPackage> {
  const { resources } = descriptor;
  let done = 0;
  report('fetch', done, resources.length);
  const texts = await Promise.all(
    resources.map(async ({ name, path }) => {
      const text = await fetchText(new URL(path, url).href, timeoutMs);
      report('fetch', ++done, resources.length);
      return [name, text] as const;
    }),
  );
  report('check', 0, 0);
  const result = readDataPackage(descriptor, new Map(texts));
  if (!result.ok) throw invalid(result.problems);
  return result.dataPackage;
}

async function takePackage(database: Database, fetched: DataPackage, options: LoadOptions): Promise<Fresh | null> {
  options.report('write', 0, 0);
  const source = (await options.prepare?.(fetched)) ?? fetched;
  const { alone } = await savePackage(database, source, {
    at: options.now(),
    onProgress: (done, total) => options.report('write', done, total),
  });
  return alone === null ? null : { dataset: source.dataset, dataRevision: alone };
}

/** The descriptor, or null when data is stored and nobody answers: being offline is no trouble then. */
async function newsOf(isFirst: boolean, { url, fetchText }: LoadOptions): Promise<Descriptor | null> {
  let text: string;
  try {
    text = await fetchText(url, isFirst ? undefined : patience.newsMs);
  } catch (error) {
    if (isFirst) throw error;
    return null;
  }
  const result = readDescriptor(text);
  if (!result.ok) throw invalid(result.problems);
  return result.descriptor;
}

/**
 * Brings the package at `url` into the database when it is newer than the stored one; resources are fetched only then.
 * Output: the package's data where nothing else is stored, which saves reading it back; and why a newer package could not
 * be taken while the stored one goes on, else null.
 * Errors: without a stored package `package-unreachable` {url, status}, `package-invalid` {count, resource, row, column,
 * problem, value: of the first problem}, `db-quota`, `db-broken`.
 */
export async function loadPackage(database: Database, options: LoadOptions): Promise<Loaded> {
  const state = await readState(database);
  const isFirst = state.packageVersion === null;
  options.report('fetch', 0, 0);
  try {
    const descriptor = await newsOf(isFirst, options);
    if (!descriptor || !needsPackage(state, descriptor.version)) return { fresh: null, trouble: null };
    const source = await fetchPackage(descriptor, options, isFirst ? undefined : patience.fileMs);
    return { fresh: await takePackage(database, source, options), trouble: null };
  } catch (error) {
    if (isFirst) throw error;
    return { fresh: null, trouble: toPlainError(error) };
  }
}
