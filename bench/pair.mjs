/**
 * Two commands beside each other, as the program of two commits or on two versions of Node: they take turns, and what
 * counts is the ratio of the second to the first, pair by pair. The first pair does not count.
 * `node bench/pair.mjs [--runs 15] -- node ../before/bin/resume-check.js validate a.yaml -- node bin/resume-check.js validate a.yaml`,
 * alone on the machine. Both must end with exit code 0 (`--exit-zero`), in the folder of the call.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRounds, measurer, tableLine } from './measure.mjs';

const [own, first, second] = ['', ...process.argv.slice(2)]
  .join('\0')
  .split('\0--\0')
  .map((part) => part.split('\0'));
const runs = own[1] === '--runs' ? Number(own[2]) : 15;
const folder = mkdtempSync(join(tmpdir(), 'resume-check-bench-'));
try {
  const measure = measurer(folder, process.cwd());
  for (const job of [first, second]) measure(job);
  const { of, compared } = inRounds({ first, second }, runs, measure);
  process.stdout.write(`${runs} pairs\n${tableLine('', 'ms', 'CPU ms', 'peak MiB')}`);
  for (const [name, job] of Object.entries({ first, second })) {
    const cells = [1000 * of(name, 'wall'), 1000 * of(name, 'cpu'), of(name, 'peak')].map((each) => each.toFixed(0));
    process.stdout.write(`${name}: ${job.join(' ')}\n${tableLine('', ...cells)}`);
  }
  process.stdout.write(`second / first: ${compared('second', 'first')}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
