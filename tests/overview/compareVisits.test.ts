import { describe, expect, test } from 'vitest';
import { compareVisits, hasChanges, readVisit, type Visit } from '../../src/app/changes/compareVisits';

const visit = (more: Partial<Visit> = {}): Visit => ({
  reports: { a: '3.x', b: '5.y' },
  values: { participants: { bucket: '2018', text: '28万人次' } },
  ...more,
});

describe('a visit against the one before', () => {
  test('tells nothing when nothing changed', () => {
    expect(hasChanges(compareVisits(visit(), visit()))).toBe(false);
  });

  test('tells new, changed and removed reports apart', () => {
    const changes = compareVisits(visit(), visit({ reports: { a: '3.z', c: '1.q' } }));
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

  test('takes names of prototypes as plain names', () => {
    const now = visit({ reports: { ...visit().reports, constructor: '1.a' } });
    expect(compareVisits(visit(), now).added).toEqual(['constructor']);
  });
});

describe('a kept visit', () => {
  test('reads back what was kept', () => {
    expect(readVisit(JSON.stringify(visit()))).toEqual(visit());
  });

  test('is none when it is absent, broken or foreign', () => {
    for (const text of [null, '', '{', '[]', '7', '{"reports":[]}', '{"reports":{},"values":3}']) {
      expect(readVisit(text)).toBeNull();
    }
  });

  test('drops what is no mark and no number', () => {
    const text = '{"reports":{"a":"1.x","b":7},"values":{"p":{"bucket":1},"q":{"bucket":"2018","text":"3人"}}}';
    expect(readVisit(text)).toEqual({ reports: { a: '1.x' }, values: { q: { bucket: '2018', text: '3人' } } });
  });
});
