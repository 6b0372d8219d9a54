import { Dexie, type Table } from 'dexie';
import { coveredSubject, factRow, factRows, unpackFacts, type FactRow } from '../facts';
import type { Question } from '../question';
import type { World } from '../world';
import { addThenAsk, type Contender, type Opened } from './contender';
import { fetchFacts } from './fetchFacts';
import { reduceRows } from './reduceRows';

const chunk = 20_000;

class Rows extends Dexie {
  declare readonly facts: Table<FactRow, number>;

  constructor() {
    super('bench-dexie', { chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ facts: '++, [subject+month], [area+month], [subject+area+month]' });
  }
}

async function store(folder: string): Promise<Record<string, number>> {
  const facts = await fetchFacts(folder);
  const database = new Rows();
  for (let at = 0; at < facts.value.length; at += chunk) {
    const length = Math.min(chunk, facts.value.length - at);
    await database.facts.bulkAdd(Array.from({ length }, (_, i) => factRow(facts, at + i)));
  }
  database.close();
  return {};
}

const rowsOf = (bytes: number[]): FactRow[] => factRows(unpackFacts(new Uint8Array(bytes).buffer));

/** Rows of a question through the compound index that fits, subject by subject; what reports cover is found as a subject. */
async function rowsFor(database: Rows, { subjects }: World, question: Question): Promise<FactRow[]> {
  const { areas, firstMonth, months } = question;
  const last = firstMonth + months - 1;
  const found = await Promise.all(
    [...subjects.keys(), coveredSubject]
      .flatMap((subject) =>
        areas.length === 0
          ? [database.facts.where('[subject+month]').between([subject, firstMonth], [subject, last], true, true)]
          : areas.map((area) =>
              database.facts
                .where('[subject+area+month]')
                .between([subject, area, firstMonth], [subject, area, last], true, true),
            ),
      )
      .map((collection) => collection.toArray()),
  );
  return found.flat();
}

/** Rows behind compound indexes, queried at each refresh, added up in JavaScript: as it is usually written. */
export const dexieIndexed: Contender = {
  store,
  async open(_, known): Promise<Opened> {
    const database = new Rows();
    const world = await known;
    const ask: Opened['ask'] = async (question) =>
      reduceRows(world, question, await rowsFor(database, world, question));
    const insert = async (bytes: number[]) => {
      await database.facts.bulkAdd(rowsOf(bytes));
    };
    const add: Opened['add'] = ({ facts }, question, shows) =>
      addThenAsk(
        () => insert(facts),
        () => ask(question),
        shows,
      );
    return { ask, add };
  },
};

/** The same rows, read once and kept. */
export const dexieOnce: Contender = {
  store,
  async open(_, known): Promise<Opened> {
    const database = new Rows();
    const [rows, world] = await Promise.all([database.facts.toArray(), known]);
    const ask: Opened['ask'] = (question) => Promise.resolve(reduceRows(world, question, rows));
    const insert = async (fresh: FactRow[]) => {
      await database.facts.bulkAdd(fresh);
      rows.push(...fresh);
    };
    return {
      ask,
      add: ({ facts }, question, shows) =>
        addThenAsk(
          () => insert(rowsOf(facts)),
          () => ask(question),
          shows,
        ),
    };
  },
};
