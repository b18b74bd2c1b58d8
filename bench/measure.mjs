/** Runs whole processes for the benchmarks, and tells what they took. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the middle one of some numbers. */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Returns a function that runs a program in a folder and returns its wall time in seconds, what it printed, and of the
 * processes of Node in it together the processor time in seconds, and the largest peak memory in MiB (`undefined` where
 * there was none). It throws if the program fails. What it needs to know this stands in the first folder.
 */
export function measurer(folder, cwd = folder) {
  const [hook, told] = [join(folder, 'told.cjs'), join(folder, 'told')];
  writeFileSync(
    hook,
    `if (require('node:worker_threads').isMainThread)
      process.on('exit', () => {
        const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
        require('node:fs').appendFileSync(${JSON.stringify(told)}, maxRSS + ' ' + (userCPUTime + systemCPUTime) + '\\n');
      });`,
  );
  const env = { ...process.env, NODE_OPTIONS: `--require ${JSON.stringify(hook)}` };
  return ([command, ...args]) => {
    writeFileSync(told, '');
    const begin = process.hrtime.bigint();
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const wall = Number(process.hrtime.bigint() - begin) / 1e9;
    if (status !== 0) throw new Error(`${args[0]} exited ${status}: ${stderr}`);
    const used = readFileSync(told, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split(' ').map(Number));
    rmSync(told);
    if (used.length === 0) return { wall, stdout };
    const peak = Math.max(...used.map(([kib]) => kib)) / 1024;
    return { wall, stdout, peak, cpu: used.reduce((sum, [, micros]) => sum + micros, 0) / 1e6 };
  };
}

/**
 * Runs jobs one after the other, round after round (A B A B), so that what drifts on the machine drifts for all alike.
 * Returns the median of a job, the ratios of one job to another within each round, and these in words.
 */
export function inRounds(jobs, runs, run) {
  const rounds = Array.from({ length: runs }, () =>
    Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, run(job, name)])),
  );
  const of = (name, what) => median(rounds.map((round) => round[name][what]));
  const ratios = (name, other, what = 'wall') => rounds.map((round) => round[name][what] / round[other][what]);
  const compared = (name, other) => {
    const [wall, cpu] = [ratios(name, other), ratios(name, other, 'cpu')];
    const [least, most] = [Math.min(...wall), Math.max(...wall)].map((each) => each.toFixed(2));
    return `${median(wall).toFixed(2)} × the time (${least} to ${most}), ${median(cpu).toFixed(2)} × the CPU time`;
  };
  return { of, ratios, compared };
}

/** Returns a line of a table: a name, and cells set to the right. */
export const tableLine = (name, ...cells) =>
  `${name.padEnd(38)}${cells.map((cell) => String(cell).padStart(14)).join('')}\n`;
