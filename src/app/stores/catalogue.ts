import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { AppError } from '../../model/appError';
import { areaTree } from '../../model/area';
import type { Queries, QueryName } from '../../statistics/query';
import type { DataClient } from '../../worker/client';
import type { Catalogue, LoadProgress, SavedView } from '../../worker/protocol';
import { toError } from '../toError';
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
  const areas = computed(() => areaTree(catalogue.value?.areas ?? []));
  const indicators = computed(() => new Map((catalogue.value?.indicators ?? []).map((item) => [item.code, item])));
  const reports = computed(() => new Map((catalogue.value?.reports ?? []).map((report) => [report.id, report])));
  /** Last day that a report covers; null without reports. */
  const asOf = computed(() => {
    const ends = [...reports.value.values()].map((report) => report.coverageEnd);
    return ends.reduce<string | null>((latest, end) => (latest === null || end > latest ? end : latest), null);
  });
  const known = computed<Known | null>(() =>
    catalogue.value === null
      ? null
      : {
          areas: areas.value,
          reports: new Set(reports.value.keys()),
          subjects: new Set(subjectCodes(catalogue.value.indicators)),
        },
  );

  const simulated = computed(() => catalogue.value?.simulated ?? false);

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
