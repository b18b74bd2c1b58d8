/** Which run this is, as the names of temporary files say, and whether one that left some is still going on. */
import { readFileSync, statSync } from 'node:fs';

/** A run, as its name says. */
export interface NamedRun {
  readonly pid: number;
  /** When it began, as the system counts; 0 where that can't be learnt. */
  readonly began: string;
  readonly host: string;
}

/** A run on another machine whose temporary files are older than this has ended: they exist for moments. In milliseconds. */
const LONGEST_ELSEWHERE = 10 * 60 * 1000;

/** Returns the name of this run. */
export function nameOfThisRun(): string {
  return `${process.pid}-${beginOf(process.pid) ?? 0}-${thisHost()}`;
}

/** Returns the run of a name, or `undefined` for any other name. */
export function runNamed(name: string): NamedRun | undefined {
  const [, pid, began, host] = /^(\d{1,10})-(\d+)-(.+)$/.exec(name) ?? [];
  return pid === undefined || began === undefined || host === undefined ? undefined : { pid: Number(pid), began, host };
}

/**
 * Returns whether a run has ended, as far as can be known: on this machine by its process, whose number may be another's by
 * now; on others by the age of what it left.
 */
export function hasEnded({ pid, began, host }: NamedRun, left: string): boolean {
  if (host !== thisHost())
    return Date.now() - (statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? 0) > LONGEST_ELSEWHERE;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // one of another user may not be asked
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  const begin = beginOf(pid);
  return begin !== undefined && begin !== began;
}

/** When a process began, where the system has a file that says so. */
function beginOf(pid: number): string | undefined {
  try {
    // the second field is the name of the program, which may hold blanks and brackets
    return readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ')[19];
  } catch {
    return undefined;
  }
}

function thisHost(): string {
  const name = process.getBuiltinModule('node:os').hostname();
  return name.replace(/[^\w.-]/g, '_').slice(0, 60) || '_';
}
