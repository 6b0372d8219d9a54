/**
 * Finds the browser that the tests drive, and with `--install` gets one.
 * Order: CHROMIUM_PATH, an installed Chrome/Chromium/Edge, Playwright's own, then Playwright's download, then Debian's
 * package when root.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const isRoot = () => process.getuid?.() === 0;

/** @param {string} path Whether it starts and names its version; a snap stub or a broken link does not. */
const answers = (path) => {
  if (!existsSync(path)) return false;
  // Chrome for Windows opens a window at --version instead of printing it, so there the file is enough.
  if (platform() === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version', ...(isRoot() ? ['--no-sandbox'] : [])], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  return status === 0 && /\d+\.\d+/.test(stdout ?? '');
};

const installedPlaces = () => {
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
  if (platform() === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return [
      ...onPath,
      ...['', homedir()].flatMap((root) => apps.map((a) => `${root}/Applications/${a}.app/Contents/MacOS/${a}`)),
    ];
  }
  if (platform() === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      Boolean,
    );
    return roots.flatMap((root) => [
      join(root, 'Google/Chrome/Application/chrome.exe'),
      join(root, 'Chromium/Application/chrome.exe'),
      join(root, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  }
  return onPath;
};

const playwrightsOwn = async () => {
  try {
    const { chromium } = await import('playwright');
    return chromium.executablePath();
  } catch {
    return '';
  }
};

const launch = (path) => ({
  path,
  args: [
    ...(isRoot() ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

/**
 * The browser to drive: `{ path, args }`, or null to leave the choice to Playwright.
 * Throws when CHROMIUM_PATH is set and does not answer.
 */
export function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!answers(given)) throw new Error(`CHROMIUM_PATH is no browser that starts: ${given}`);
    return launch(given);
  }
  const found = installedPlaces().find(answers);
  return found ? launch(found) : null;
}

const run = (command, args, timeout) => {
  console.log(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', timeout, shell: platform() === 'win32' }).status === 0;
};

const hasChineseFont = () => {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return status !== 0 ? existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') : stdout.trim() !== '';
};

const installFromDebian = (packages) =>
  isRoot() &&
  existsSync('/usr/bin/apt-get') &&
  run('apt-get', ['update', '-q'], 300_000) &&
  run('apt-get', ['install', '-y', '-q', ...packages], 900_000);

const install = async () => {
  if (platform() === 'linux' && !hasChineseFont() && !installFromDebian(['fonts-noto-cjk'])) {
    console.error(
      'No Chinese font is installed, and charts are checked for painted Chinese: install one (Debian: fonts-noto-cjk) and try again.',
    );
    return 1;
  }
  if (findBrowser()) return 0;
  if (answers(await playwrightsOwn())) return 0;
  if (run('npx', ['playwright', 'install', 'chromium'], 300_000) && answers(await playwrightsOwn())) return 0;
  if (installFromDebian(['chromium']) && findBrowser()) return 0;
  console.error(
    'The browser tests need Chrome, Chromium or Edge and none could be found or downloaded.\n' +
      'Install one, or set CHROMIUM_PATH to its executable, and run the tests again.',
  );
  return 1;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.exitCode = process.argv.includes('--install') ? await install() : findBrowser() ? 0 : 1;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
