import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'extract-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/extract.ts', ...args], { cwd: root, encoding: 'utf8' });

function given(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const text = '一、帮扶。慰问困难职工320户，发放慰问金\n15.6万元。\n';

test('prints one observation a line with the confirmed header', () => {
  const file = given('a.txt', text);
  given(
    'a.meta.json',
    JSON.stringify({
      issuer: '荆州市总工会',
      refArea: '421000',
      coverageStart: '2019-01-01',
      coverageEnd: '2019-12-31',
      frequency: 'A',
    }),
  );
  const { stdout, stderr, status } = run('--jsonl', file);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    doc: 'a.txt',
    surface: '320户',
    value: 320,
    refArea: '421000',
    periodEnd: '2019-12-31',
  });
  for (const row of rows) expect(text.slice(Number(row['start']), Number(row['end']))).toBe(row['surface']);
});

test('one bad file does not stop the others', () => {
  const good = given('b.txt', text);
  const bad = given('bad.txt', Buffer.from([0xff, 0xfe, 0x41]));
  const { stdout, stderr, status } = run('--jsonl', join(folder, 'none.txt'), bad, good);
  expect(status).toBe(2);
  expect(stderr).toMatch(/none\.txt: /);
  expect(stderr).toMatch(/bad\.txt: /);
  expect(stdout.trim().split('\n')).toHaveLength(2);
});

test('a broken header file is told', () => {
  const file = given('c.txt', text);
  given('c.meta.json', '{');
  const { stderr, status } = run(file);
  expect(status).toBe(2);
  expect(stderr).toMatch(/c\.txt: /);
});

test('prints tables for people and for spreadsheets', () => {
  const file = given('d.txt', '2019年荆州市总工会工作总结\n' + text);
  const summary = run('--summary', file);
  expect(summary.stdout).toMatch(/d\.txt: 2019年荆州市总工会工作总结 \(printed\)/);
  expect(summary.stdout).toMatch(/2 observations/);
  const [head, ...rows] = run('--csv', file)
    .stdout.trim()
    .split(/\n(?=d\.txt)/);
  expect(head).toMatch(/^doc,start,end,surface,label,value/);
  expect(rows).toHaveLength(2);
});

test('asks for files and refuses unknown options', () => {
  expect(run()).toMatchObject({ status: 2, stdout: '' });
  expect(run('--xml', 'a.txt').stderr).toMatch(/unknown option: --xml/);
});
