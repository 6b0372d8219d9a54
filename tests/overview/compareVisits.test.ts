import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVisits, hasChanges, keptVisit, readVisit, type Visit } from '../../src/app/changes/compareVisits';

const marked = (marks: Record<string, string>) =>
  Object.entries(marks)
    .map(([id, mark]) => `${mark} ${JSON.stringify(id)}\n`)
    .join('');
const visit = (more: Partial<Visit> = {}): Visit => ({
  reports: marked({ a: '3.x', b: '5.y' }),
  values: { participants: { bucket: '2018', text: '28万人次' } },
  ...more,
});

describe('a visit against the one before', () => {
  test('tells nothing when nothing changed', () => {
    expect(hasChanges(compareVisits(visit(), visit()))).toBe(false);
  });

  test('tells new, changed and removed reports apart', () => {
    const changes = compareVisits(visit(), visit({ reports: marked({ a: '3.z', c: '1.q' }) }));
    expect(changes).toMatchObject({ added: ['c'], edited: ['a'], removed: 1, values: [] });
    expect(hasChanges(changes)).toBe(true);
  });

  test('tells a number that moved, stands at another time, or is new', () => {
    const now = visit({
      values: {
        participants: { bucket: '2019', text: '28万人次' },
        funds: { bucket: '2019', text: '3万元' },
      },
    });
    expect(compareVisits(visit(), now).values).toEqual([
      {
        subject: 'participants',
        before: { bucket: '2018', text: '28万人次' },
        now: { bucket: '2019', text: '28万人次' },
      },
      { subject: 'funds', before: null, now: { bucket: '2019', text: '3万元' } },
    ]);
  });

  test('takes names of prototypes as plain names, and ids with spaces and line feeds as one', () => {
    const ids = ['constructor', '__proto__', '二 三', '一\n行', '"'];
    const reports = visit().reports + marked(Object.fromEntries(ids.map((id) => [id, '1.a'])));
    expect(compareVisits(visit(), visit({ reports })).added).toEqual(ids);
  });

  test('finds what a comparison of all reports finds, wherever they differ', () => {
    const ids = Array.from({ length: 6 }, (_, i) => `r${String(i)}`);
    const marks = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('1.a', '1.b', '11.a'));
    fc.assert(
      fc.property(marks, marks, (seen, now) => {
        const all = compareVisits(visit({ reports: marked(seen) }), visit({ reports: marked(now) }));
        const [before, after] = [Object.keys(seen), Object.keys(now)];
        expect(all).toEqual({
          added: after.filter((id) => !before.includes(id)),
          edited: after.filter((id) => before.includes(id) && seen[id] !== now[id]),
          removed: before.filter((id) => !after.includes(id)).length,
          values: [],
        });
      }),
      { seed: 21, numRuns: 2000 },
    );
  });
});

describe('a kept visit', () => {
  test('reads back what was kept', () => {
    expect(readVisit(keptVisit(visit()))).toEqual(visit());
    expect(readVisit(keptVisit({ reports: '', values: {} }))).toEqual({ reports: '', values: {} });
  });

  test('is none when it is absent, broken or foreign', () => {
    for (const text of [null, '', '{', '{}', '{\n', '[]\n', '7\n', 'null\n1.a "a"\n']) {
      expect(readVisit(text)).toBeNull();
    }
  });

  test('drops what is no mark and no number', () => {
    const kept = readVisit('{"p":{"bucket":1},"q":{"bucket":"2018","text":"3人"}}\n1.x "a"\nrubbish\n7 b\n');
    expect(kept?.values).toEqual({ q: { bucket: '2018', text: '3人' } });
    if (!kept) throw new Error('kept');
    expect(compareVisits(kept, { ...kept, reports: marked({ a: '1.x', b: '2.y' }) })).toMatchObject({
      ...{ added: ['b'], edited: [], removed: 0 },
    });
  });
});
