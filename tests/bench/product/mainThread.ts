import type { Page } from 'playwright';

/** A task of the page's main thread: by the clock, and what of it was the thread's own work, in milliseconds. */
export interface Task {
  clockMs: number;
  ownMs: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string; data?: { url?: string } };
}

/** Tasks of the page's main thread while something is done, the longest first. A page that is opened comes from `origin`. */
export async function tasksDuring(page: Page, origin: string, work: () => Promise<void>): Promise<Task[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'toplevel,devtools.timeline' });
  await work();
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  const ours = new Set(
    events
      .filter(({ args }) => args?.data?.url?.startsWith(origin))
      .map(threadOf)
      .filter((thread) => mains.has(thread)),
  );
  return events
    .filter((event) => event.ph === 'X' && event.name === 'ThreadControllerImpl::RunTask' && ours.has(threadOf(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ clockMs: dur / 1000, ownMs: tdur / 1000 }))
    .sort((a, b) => b.clockMs - a.clockMs);
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
