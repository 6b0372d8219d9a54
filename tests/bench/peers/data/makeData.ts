import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Area } from '../../../../src/model/area';
import { simulateReports, type SimulatedReport } from '../../../../src/simulate/simulateReports';
import { skewedSchedule } from '../../../../src/simulate/skewedSchedule';
import { syntheticAreas } from '../../../../src/simulate/syntheticAreas';
import { packFacts, sortFacts, unpackFacts, type Facts } from '../facts';
import type { Import, World } from '../world';
import { csvHead, csvLines } from './csv';
import { resolvedFacts } from './resolvedFacts';

const seed = 20_261_121;
const firstMonth = 2022 * 12;
const subjects = ['participants', 'beneficiaries', 'funds', 'unions', 'members', 'activities'];
const months = 240;
/**
 * A country has 3,000 counties. Of less data there are as many fewer, so that each has the same history at every size: some
 * six reports in twenty years, a few one every month. More data makes them report more often.
 */
const countiesFor = (size: number) => Math.min(3000, Math.ceil((size * 3) / 10_000) * 10);
/** Observations that a monthly report brings, those of the longer ones that sum them up shared out; roughly. */
const perMonthlyReport = 54;
const importCount = 9;
const tables = ['areas', 'reports', 'observations'] as const;

/** Ids as a published package wants them, without the generator's prefix. */
function published({ report, observations }: SimulatedReport): SimulatedReport {
  const plain = (id: string) => id.replace(/^sim-/, '');
  return {
    report: { ...report, id: plain(report.id) },
    observations: observations.map((one) => ({
      ...one,
      id: plain(one.id),
      reportId: plain(one.reportId),
      partOf: one.partOf === null ? null : plain(one.partOf),
      section: '一',
    })),
  };
}

/** Areas province by province: what one reports never bears on another, so each can be resolved by itself. */
function provincesOf(areas: readonly Area[]): Area[][] {
  const roots = areas.filter(({ level }) => level === 'province');
  return roots.map(({ code }) => areas.filter((area) => area.code.startsWith(code.slice(0, 2))));
}

function importsOf(areas: readonly Area[], world: Omit<World, 'imports'>): Import[] {
  const month = world.firstMonth + world.months;
  // Two prefectures have more counties than reports are wanted.
  const two = areas.filter(({ code }) => /^100[0-2]/.test(code));
  const issued = [...simulateReports({ seed, areas: two, firstMonth: month, months: 1 })].map(published);
  const ofCounties = issued.filter(
    ({ report }) => world.counties.includes(report.refArea) && report.issueNumber === '1' && report.frequency === 'M',
  );
  return ofCounties.slice(0, importCount).map(({ report, observations }) => ({
    report,
    observations,
    county: world.counties.indexOf(report.refArea),
    month: world.months,
    facts: [
      ...new Uint8Array(
        packFacts([resolvedFacts({ areas: two, indicators: [], reports: [report], observations }, world)]),
      ),
    ],
  }));
}

/** The descriptor of our package, of those tables alone that simulated areas can have. */
function descriptor(observationPaths: readonly string[]): string {
  const whole = JSON.parse(readFileSync(join('data', 'datapackage.json'), 'utf8')) as { resources: { name: string }[] };
  const kept = [...tables, 'indicators'] as string[];
  const resources = whole.resources.filter(({ name }) => kept.includes(name));
  const split = resources.map((one) => (one.name === 'observations' ? { ...one, path: observationPaths } : one));
  return JSON.stringify({ ...whole, resources: split });
}

/** About so many observations make a file; a report is never cut. */
const perFile = 50_000;

/** Writes observations into files, the header in the first. */
function observationFiles(folder: string) {
  const paths: string[] = [];
  let room = 0;
  const append = (observations: readonly object[]) => {
    const path = paths.at(-1);
    if (path === undefined || observations.length === 0) return;
    appendFileSync(join(folder, path), csvLines('observations', observations));
  };
  return {
    paths,
    write: (reports: readonly SimulatedReport[]) => {
      let gathered: object[] = [];
      for (const { observations } of reports) {
        if (room <= 0) {
          append(gathered);
          gathered = [];
          paths.push(`observations-${String(paths.length + 1).padStart(4, '0')}.csv`);
          if (paths.length === 1) writeFileSync(join(folder, paths[0] ?? ''), csvHead('observations'));
          room = perFile;
        }
        for (const one of observations) gathered.push(one);
        room -= observations.length;
      }
      append(gathered);
    },
  };
}

/** Writes a published package of about `size` simulated observations into a folder, and beside it the same data as facts. */
export function makeData(size: number, folder: string): World {
  const areas = syntheticAreas(countiesFor(size));
  const schedule = skewedSchedule({ seed, areas, firstMonth, months, reports: Math.round(size / perMonthlyReport) });
  const counties = areas.filter(({ level }) => level === 'county').map(({ code }) => code);
  const known = { counties, subjects, firstMonth, months };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (table: 'areas' | 'reports', rows: object[]) =>
    appendFileSync(join(folder, `${table}.csv`), csvLines(table, rows));
  for (const table of ['areas', 'reports'] as const) writeFileSync(join(folder, `${table}.csv`), csvHead(table));
  const files = observationFiles(folder);
  copyFileSync(join('data', 'indicators.csv'), join(folder, 'indicators.csv'));
  write('areas', areas);
  const facts: Facts[] = [];
  let observationCount = 0;
  for (const province of provincesOf(areas)) {
    const made = Array.from(simulateReports({ seed, areas: province, firstMonth, months, schedule }), published);
    const reports = made.map(({ report }) => report);
    const observations = made.flatMap((one) => one.observations);
    write('reports', reports);
    files.write(made);
    facts.push(resolvedFacts({ areas: province, indicators: [], reports, observations }, known));
    observationCount += observations.length;
  }
  writeFileSync(join(folder, 'datapackage.json'), descriptor(files.paths));
  const all = sortFacts(unpackFacts(packFacts(facts)));
  writeFileSync(join(folder, 'facts.bin'), new Uint8Array(packFacts([all])));
  const base = { ...known, observations: observationCount, facts: all.value.length };
  const world: World = { ...base, imports: importsOf(areas, base) };
  writeFileSync(join(folder, 'world.json'), JSON.stringify(world));
  return world;
}
