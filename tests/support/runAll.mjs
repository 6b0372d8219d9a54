/** Runs every check, cheapest first, and stops at the first that fails: `npm test`. */
import { spawnSync } from 'node:child_process';

const steps = [
  ['Browser', 'node', ['tests/support/browser.mjs', '--install']],
  ['Types', 'npx', ['vue-tsc', '-b']],
  ['Lint', 'npm', ['run', '--silent', 'lint']],
  ['Unused code and packages', 'npx', ['knip']],
  ['Unit, store and browser tests', 'npx', ['vitest', 'run']],
  ['Pure tests in another time zone', 'npx', ['vitest', 'run', '--project', 'pure'], { TZ: 'America/Los_Angeles' }],
  ['Build', 'npm', ['run', '--silent', 'build']],
  ['End to end', 'npx', ['playwright', 'test', '-c', 'tests/e2e/playwright.config.ts']],
];

for (const [name, command, args, env] of steps) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  if (status !== 0) {
    console.error(`\n${name}: failed`);
    process.exit(status ?? 1);
  }
}
console.log(`\nAll ${String(steps.length)} steps passed.`);
