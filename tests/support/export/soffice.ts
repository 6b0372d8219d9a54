import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** Whether LibreOffice is installed: where it is not, tests that need it are shown as skipped, with this reason. */
export const hasSoffice = has('soffice');

/** An Office file as LibreOffice lays it out: a PDF. */
export async function toPdf(blob: Blob, extension: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    const file = join(folder, `file.${extension}`);
    writeFileSync(file, new Uint8Array(await blob.arrayBuffer()));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'ignore',
      timeout: 240_000,
    });
    return new Uint8Array(readFileSync(join(folder, 'file.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
