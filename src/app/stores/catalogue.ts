import { defineStore } from 'pinia';
import { computed, shallowRef, unref, type ComputedRef } from 'vue';
import { AppError } from '../../model/appError';
import { areaTree } from '../../model/area';
import type { Report } from '../../model/report';
import type { Queries, QueryName } from '../../statistics/query';
import type { DataClient } from '../../worker/client';
import type { Catalogue, LoadProgress, SavedView } from '../../worker/protocol';
import { toError } from '../toError';
import { ownTask } from '../turns';
import { subjectCodes } from '../subjectCodes';
import type { Known } from '../url/choice';

export type CatalogueStatus = 'idle' | 'loading' | 'ready' | 'failed';

/** Areas, indicators and reports of the loaded data, how loading goes, and the way to ask the worker. */
export const useCatalogueStore = defineStore('catalogue', () => {
  const status = shallowRef<CatalogueStatus>('idle');
  const catalogue = shallowRef<Catalogue | null>(null);
  const progress = shallowRef<LoadProgress>({ phase: 'open', done: 0, total: 0 });
  const failure = shallowRef<Error | null>(null);

  const revision = computed(() => catalogue.value?.revision ?? 0);
  const simulated = computed(() => catalogue.value?.simulated ?? false);
  const reportCount = computed(() => catalogue.value?.reportCount ?? 0);
  const asOf = computed(() => catalogue.value?.asOf ?? null);

  // A newer catalogue holds what has not changed as it was: what is made of it stays, and so does all that is drawn of that.
  const areaRows = computed(() => catalogue.value?.areas ?? []);
  const indicatorRows = computed(() => catalogue.value?.indicators ?? []);
  const annotations = computed(() => catalogue.value?.annotations ?? []);
  const areas = computed(() => areaTree(areaRows.value));
  const indicators = computed(() => new Map(indicatorRows.value.map((item) => [item.code, item])));
  const subjects = computed(() => new Set(subjectCodes(indicatorRows.value)));
  /** Those known so far. */
  const reports = computed(() => new Map((catalogue.value?.reports ?? []).map((report) => [report.id, report])));
  const reportById = new Map<string, ComputedRef<Report | undefined>>();

  /** The report of an id, where it is known; who reads it hears of no other, and there are thousands. */
  function report(id: string): Report | undefined {
    const one = reportById.get(id) ?? computed(() => reports.value.get(id));
    reportById.set(id, one);
    return one.value;
  }

  /** While some have yet to arrive every report may be one of them. */
  const isReport = (id: string) => report(id) !== undefined || reports.value.size < reportCount.value;
  const known = computed<Known | null>(() =>
    catalogue.value === null ? null : { areas: areas.value, isReport, subjects: subjects.value },
  );

  let connect: (() => DataClient) | null = null;
  let packageUrl = '';
  let client: DataClient | null = null;

  const fail = (error: unknown) => {
    failure.value = toError(error);
    status.value = 'failed';
  };

  async function open(): Promise<void> {
    if (!connect) throw new Error('catalogue is opened before a client was given');
    status.value = 'loading';
    failure.value = null;
    progress.value = { phase: 'open', done: 0, total: 0 };
    client?.close();
    const current = connect();
    client = current;
    const isCurrent = () => client === current;
    current.onLost((error) => isCurrent() && fail(error));
    try {
      const loaded = await current.start(packageUrl, (step) => isCurrent() && (progress.value = step));
      if (!isCurrent()) return;
      catalogue.value = loaded;
      // The page needs the tree of places: it is grown in a task of its own before the one that draws.
      await ownTask();
      unref(areas);
      await ownTask();
      if (!isCurrent()) return;
      status.value = 'ready';
      await current.subscribe((changed) => isCurrent() && receive(changed));
    } catch (error) {
      if (isCurrent()) fail(error);
    }
  }

  /** Takes a newer catalogue; one that arrives late is older than what is shown and is dropped. */
  function receive(changed: Catalogue): void {
    if (changed.revision >= revision.value) catalogue.value = changed;
  }

  /** Starts loading with a way to make clients; `retry` makes a new one and begins again. */
  async function start(makeClient: () => DataClient, url: string): Promise<void> {
    connect = makeClient;
    packageUrl = url;
    await open();
  }

  async function query<K extends QueryName>(
    name: K,
    request: Queries[K]['request'],
    asker?: number,
  ): Promise<Queries[K]['answer']> {
    if (!client) throw new AppError('worker-lost');
    return client.query(name, request, asker);
  }

  /** Hands the client of the moment to whoever needs more of it than questions. Rejects with AppError. */
  async function ask<T>(use: (client: DataClient) => Promise<T>): Promise<T> {
    if (!client) throw new AppError('worker-lost');
    return use(client);
  }

  async function boundaries(place: string): Promise<string | null> {
    if (!client) throw new AppError('worker-lost');
    return client.boundaries(place);
  }

  /** The views that a person has saved, oldest first. */
  async function views(): Promise<SavedView[]> {
    if (!client) throw new AppError('worker-lost');
    return client.views();
  }
  async function saveView(view: SavedView): Promise<void> {
    await client?.saveView(view);
  }
  async function removeView(id: string): Promise<void> {
    await client?.removeView(id);
  }

  /** Erases simulated data; the page must be opened anew afterwards. */
  async function eraseSimulated(): Promise<void> {
    await client?.eraseSimulated();
  }

  return {
    status,
    simulated,
    eraseSimulated,
    catalogue,
    progress,
    failure,
    revision,
    areas,
    indicators,
    reports,
    report,
    reportCount,
    annotations,
    asOf,
    known,
    start,
    retry: open,
    query,
    ask,
    boundaries,
    views,
    saveView,
    removeView,
  };
});
