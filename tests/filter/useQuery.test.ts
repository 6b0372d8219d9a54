import { createPinia, setActivePinia } from 'pinia';
import type { EffectScope } from 'vue';
import { effectScope, nextTick, shallowRef } from 'vue';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useQuery } from '../../src/app/composables/useQuery';
import { useCatalogueStore } from '../../src/app/stores/catalogue';
import { AppError } from '../../src/model/appError';
import type { Observation } from '../../src/model/observation';
import type { Filter } from '../../src/statistics/query';
import type { DataClient } from '../../src/worker/client';
import type { Catalogue } from '../../src/worker/protocol';

interface Asked {
  subjects: string[];
  answer: (ids: string[]) => Promise<void>;
  fail: (error: Error) => Promise<void>;
}

const row = (id: string) => ({ id }) as Observation;
const catalogueAt = (revision: number): Catalogue => ({
  revision,
  packageVersion: '1.0.0',
  areas: [],
  indicators: [],
  reports: [],
  reportCount: 0,
  reportsByPlace: {},
  asOf: null,
  annotations: [],
  observationCount: 0,
  simulated: false,
});
const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve));
  await nextTick();
};

/** The far side of the worker's contract, answering when and how a test says. */
function answeringByHand() {
  const asked: Asked[] = [];
  const closed: number[] = [];
  let made = 0;
  const listeners: ((catalogue: Catalogue) => void)[] = [];
  const lost: ((error: AppError) => void)[] = [];
  const connect = (): DataClient => {
    const number = ++made;
    return {
      start: () => Promise.resolve(catalogueAt(number)),
      query: (_name, request) =>
        new Promise((resolve, reject) => {
          asked.push({
            subjects: 'subjects' in request ? request.subjects : [],
            answer: async (ids) => (resolve(ids.map(row)), settle()),
            fail: async (error) => (reject(error), settle()),
          });
        }),
      subscribe: (onChange) => (listeners.push(onChange), Promise.resolve(() => undefined)),
      table: () => Promise.reject(new Error('not asked')),
      tableRows: () => Promise.resolve(null),
      tableFamily: () => Promise.resolve(null),
      boundaries: () => Promise.resolve(null),
      fetchAhead: () => Promise.resolve(null),
      views: () => Promise.resolve([]),
      saveView: () => Promise.resolve(),
      removeView: () => Promise.resolve(),
      watchTrays: () => Promise.resolve(),
      changeTray: () => Promise.resolve(true),
      removeTray: () => Promise.resolve(),
      saveReport: () => Promise.resolve(),
      removeReport: () => Promise.resolve(),
      editObservation: () => Promise.resolve(),
      rejectObservation: () => Promise.resolve(),
      revertObservation: () => Promise.resolve(),
      eraseSimulated: () => Promise.resolve(),
      onLost: (listener) => void lost.push(listener),
      close: () => void closed.push(number),
    };
  };
  return { asked, closed, connect, listeners, lost };
}

const filter: Filter = { granularity: 'A', from: null, to: null, areas: [], categories: [], reports: [] };

let scope: EffectScope;
let far: ReturnType<typeof answeringByHand>;
const subjects = shallowRef<string[] | null>(['a']);

async function open() {
  const catalogue = useCatalogueStore();
  const state = scope.run(() =>
    useQuery('rows', () => (subjects.value === null ? null : { filter, subjects: subjects.value })),
  );
  if (!state) throw new Error('no scope');
  await catalogue.start(far.connect, 'package');
  await settle();
  const ids = () => state.answer.value?.map(({ id }) => id) ?? null;
  return { catalogue, state, ids };
}

beforeEach(() => {
  setActivePinia(createPinia());
  scope = effectScope();
  far = answeringByHand();
  subjects.value = ['a'];
});
afterEach(() => scope.stop());

describe('useQuery', () => {
  test('asks once the data is there, and keeps the answer before while the next is pending', async () => {
    const { state, ids } = await open();
    expect([state.status.value, ids()]).toEqual(['pending', null]);
    await far.asked[0]?.answer(['first']);
    expect([state.status.value, ids()]).toEqual(['ready', ['first']]);
    subjects.value = ['b'];
    await settle();
    expect([state.status.value, ids()]).toEqual(['pending', ['first']]);
    await far.asked[1]?.answer(['second']);
    expect([state.status.value, ids()]).toEqual(['ready', ['second']]);
  });

  test('an answer to an outdated request is dropped, whether it is late or fails', async () => {
    const { state, ids } = await open();
    subjects.value = ['b'];
    await settle();
    subjects.value = ['c'];
    await settle();
    expect(far.asked.map((one) => one.subjects)).toEqual([['a'], ['b'], ['c']]);
    await far.asked[2]?.answer(['newest']);
    await far.asked[0]?.answer(['late']);
    await far.asked[1]?.fail(new Error('late'));
    expect([state.status.value, ids(), state.error.value]).toEqual(['ready', ['newest'], null]);
  });

  test('an equal request in a new object is not asked again', async () => {
    await open();
    subjects.value = ['a'];
    await settle();
    expect(far.asked).toHaveLength(1);
  });

  test('a change of the data asks again', async () => {
    const { catalogue, ids } = await open();
    await far.asked[0]?.answer(['old']);
    far.listeners[0]?.(catalogueAt(7));
    await settle();
    expect(catalogue.revision).toBe(7);
    expect(far.asked).toHaveLength(2);
    await far.asked[1]?.answer(['new']);
    expect(ids()).toEqual(['new']);
  });

  test('a failure is told and the answer before stays; the next answer mends it', async () => {
    const { state, ids } = await open();
    await far.asked[0]?.answer(['first']);
    subjects.value = ['b'];
    await settle();
    await far.asked[1]?.fail(new AppError('db-broken'));
    expect([state.status.value, ids(), state.error.value?.message]).toEqual(['failed', ['first'], 'db-broken']);
    subjects.value = ['a'];
    await settle();
    await far.asked[2]?.answer(['again']);
    expect([state.status.value, ids(), state.error.value]).toEqual(['ready', ['again'], null]);
  });

  test('what is cancelled is shown to nobody', async () => {
    const { state } = await open();
    await far.asked[0]?.fail(new AppError('cancelled'));
    expect([state.status.value, state.error.value]).toEqual(['pending', null]);
  });

  test('a null request asks nothing; whatever was under way is dropped', async () => {
    const { state, ids } = await open();
    subjects.value = null;
    await settle();
    await far.asked[0]?.answer(['late']);
    expect([state.status.value, ids(), far.asked.length]).toEqual(['pending', null, 1]);
  });

  test('after its scope has ended nothing arrives', async () => {
    const { state, ids } = await open();
    scope.stop();
    await far.asked[0]?.answer(['late']);
    expect([state.status.value, ids()]).toEqual(['pending', null]);
  });
});

describe('the catalogue', () => {
  test('a retry closes the old client and listens to the new one alone', async () => {
    const { catalogue } = await open();
    far.lost[0]?.(new AppError('worker-lost'));
    expect([catalogue.status, catalogue.failure?.message]).toEqual(['failed', 'worker-lost']);
    await catalogue.retry();
    expect([catalogue.status, catalogue.failure, catalogue.revision]).toEqual(['ready', null, 2]);
    expect(far.closed).toEqual([1]);
    far.listeners[0]?.(catalogueAt(99));
    far.lost[0]?.(new AppError('worker-lost'));
    expect([catalogue.status, catalogue.revision]).toEqual(['ready', 2]);
  });

  test('a catalogue older than the one shown is passed over', async () => {
    const { catalogue } = await open();
    far.listeners[0]?.(catalogueAt(5));
    far.listeners[0]?.(catalogueAt(4));
    expect(catalogue.revision).toBe(5);
  });
});
