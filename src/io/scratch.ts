/** The folder of the system's temporary ones in which another program makes a PDF: gone afterwards, whatever happens. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanedUp } from './interrupts.js';
import { hasEnded, nameOfThisRun, runNamed } from './runs.js';

const BEGIN = 'resume-check-pdf-';
const FOLDER = new RegExp(`^${BEGIN}(.+)-\\w{6}$`);

/** Does something in a folder of its own. `ends` is what else must be ended if a signal comes. */
export async function inScratch<Result>(act: (folder: string) => Promise<Result>, ends: () => void): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), `${BEGIN}${nameOfThisRun()}-`));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const clean = (): void => {
    ends();
    remove();
  };
  return cleanedUp(clean, () => act(folder).finally(remove));
}

/** Removes those of runs that have ended, and returns them. */
export function removeScratch(): string[] {
  return readdirSync(tmpdir()).flatMap((name) => {
    const run = runNamed(FOLDER.exec(name)?.[1] ?? '');
    const folder = join(tmpdir(), name);
    if (!run || !hasEnded(run, folder)) return [];
    try {
      rmSync(folder, { recursive: true, maxRetries: 5 });
      return [folder];
    } catch {
      // that of another user
      return [];
    }
  });
}
