import { AppError } from '../model/appError';
import type { DataPackage, PackageHead } from '../read/package/dataPackage';
import { readDescriptor, type Descriptor } from '../read/package/descriptor';
import type { PackageProblem } from '../read/package/problem';
import { holdsObservations, readHead } from '../read/package/readHead';
import { readState } from '../store/commit';
import { commitPackage, needsPackage } from '../store/commitPackage';
import type { Database } from '../store/database';
import { rowsOfFile } from '../store/cutBlocks';
import { stagePackage } from '../store/stagePackage';
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
  prepare?: ((head: PackageHead) => Promise<DataPackage>) | undefined;
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

/** Files to come, `ahead` of them being fetched while one is worked on; takes each once, in order. */
function fetchedAhead(paths: readonly string[], ahead: number, fetchFile: (path: string) => Promise<string>) {
  const coming: Promise<string>[] = [];
  let asked = 0;
  const ask = () => {
    const path = paths[asked++];
    if (path === undefined) return;
    const text = fetchFile(path);
    // Waited for later: until then nobody listens to a failure.
    text.catch(() => undefined);
    coming.push(text);
  };
  for (let i = 0; i < ahead; i++) ask();
  return async (): Promise<string> => {
    const text = await coming.shift();
    ask();
    return text ?? '';
  };
}

/** How many files of observations are fetched while others are read and written. */
const filesAhead = 2;

/** Reads a package and writes it as it comes: no more than a few of its files are in memory. */
async function takePackage(database: Database, descriptor: Descriptor, options: LoadOptions, timeoutMs?: number) {
  const { url, fetchText, report, now } = options;
  const { resources } = descriptor;
  const beside = resources.filter((resource) => !holdsObservations(resource)).flatMap(({ paths }) => paths);
  const files = options.prepare ? [] : resources.filter(holdsObservations).flatMap(({ paths }) => paths);
  const total = beside.length + files.length;
  let done = 0;
  report('fetch', done, total);
  const fetchFile = async (path: string) => {
    const text = await fetchText(new URL(path, url).href, timeoutMs);
    done += 1;
    // Those that come later come while others are checked.
    if (done <= beside.length + 1) report('fetch', done, total);
    return text;
  };
  const nextFile = fetchedAhead(files, filesAhead, fetchFile);
  const texts = new Map(await Promise.all(beside.map(async (path) => [path, await fetchFile(path)] as const)));
  const read = readHead(descriptor, texts);
  if (!read.ok) throw invalid(read.problems);
  const { head, observations } = read;
  const saving = { at: now(), onProgress: (written: number, of: number) => options.report('write', written, of) };
  if (options.prepare) {
    report('check', 0, 0);
    const { savePackage } = await import('../store/savePackage');
    await savePackage(database, await options.prepare(head), saving);
    return;
  }
  const stage = stagePackage(database, head, now);
  let isTaken = false;
  try {
    for (const [index, path] of files.entries()) {
      const text = await nextFile();
      // Told when there is something to check: until then it is the network that is waited for.
      report('check', index, files.length);
      const file = observations.add(path, text);
      if (!file.ok) throw invalid(file.problems);
      await stage.add(rowsOfFile(file));
    }
    const lost = observations.finish();
    if (lost.length > 0) throw invalid(lost);
    report('write', 0, 0);
    const staged = await stage.finish(observations.reportOf);
    isTaken = (await commitPackage(database, head, staged, saving)).written;
  } finally {
    if (!isTaken) await stage.abandon();
  }
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

/** What has become of the package that was stored. */
export interface Loaded {
  /** Whether nothing else has taken its place. */
  isAsBefore: boolean;
  /** Why a newer one could not be taken while the stored one goes on, else null. */
  trouble: PlainError | null;
}

/**
 * Brings the package at `url` into the database when it is newer than the stored one; resources are fetched only then.
 * Errors: without a stored package `package-unreachable` {url, status}, `package-invalid` {count, resource, row, column,
 * problem, value: of the first problem}, `db-quota`, `db-broken`.
 */
export async function loadPackage(database: Database, options: LoadOptions): Promise<Loaded> {
  const state = await readState(database);
  const isFirst = state.packageVersion === null;
  options.report('fetch', 0, 0);
  try {
    const descriptor = await newsOf(isFirst, options);
    if (!descriptor || !needsPackage(state, descriptor.version)) return { isAsBefore: true, trouble: null };
    await takePackage(database, descriptor, options, isFirst ? undefined : patience.fileMs);
    return { isAsBefore: false, trouble: null };
  } catch (error) {
    if (isFirst) throw error;
    return { isAsBefore: true, trouble: toPlainError(error) };
  }
}
