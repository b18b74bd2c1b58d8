/**
 * Audits: a hundred institutions with a month of logs, by one thread and by two, beside a shell loop of `lint` over the
 * same folders; and how memory grows with the number of institutions. Whole processes, one round of all after the other;
 * medians, and ratios within a round, of wall and of processor time.
 * `node bench/audit.mjs [--institutions 100] [--trainees 264] [--runs 3] [--no-memory]`, alone on the machine.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCounty } from './county.mjs';
import { inRounds, measurer, median, tableLine } from './measure.mjs';

const { values: options } = parseArgs({
  options: {
    institutions: { type: 'string', default: '100' },
    trainees: { type: 'string', default: '264' },
    runs: { type: 'string', default: '3' },
    'no-memory': { type: 'boolean', default: false },
  },
});
const [institutions, trainees, runs] = [options.institutions, options.trainees, options.runs].map(Number);
const folder = mkdtempSync(join(tmpdir(), 'resume-check-bench-'));
const measure = measurer(folder);
const program = join(new URL('..', import.meta.url).pathname, 'bin/resume-check.js');
const common = ['--exit-zero', '--quiet', '--as-of'];
/** The day after the last of the logs: nothing is missing. */
const MONTH = { lastDay: '2020-06-23', asOf: '2020-06-24' };
const WEEK = { lastDay: '2020-05-31', asOf: '2020-06-01' };
const audit = (county, jobs, { asOf } = MONTH) => [
  process.execPath,
  program,
  'audit',
  county,
  ...['--jobs', String(jobs)],
  ...common,
  asOf,
];
const LOOP = `for school in county/*; do "$0" "$1" lint "$school/logs" ${common.join(' ')} ${MONTH.asOf} >/dev/null || exit; done`;
/** What two processors can do at best: two programs that know nothing of each other. */
const SEPARATELY = `for half in odd even; do "$0" "$1" ${audit('@"$half"', 1).slice(2).join(' ')} >/dev/null & done; wait`;

/** Small counties, and ten times as many of the same institutions: with a month of logs, and with a week. */
const MEMORY = [
  [20, { trainees: 60, ...MONTH }],
  [200, { trainees: 60, ...MONTH }],
  [100, { trainees: 20, ...WEEK }],
  [1000, { trainees: 20, ...WEEK }],
];

try {
  const rows = writeCounty(join(folder, 'county'), institutions, { trainees, ...MONTH });
  process.stdout.write(
    `${institutions} institutions, ${rows} rows, ${runs} rounds, Node ${process.version}, load ${loadavg()[0].toFixed(1)}\n`,
  );
  const folders = readdirSync(join(folder, 'county')).map((name) => `county/${name}\n`);
  ['odd', 'even'].forEach((half, i) => {
    writeFileSync(join(folder, half), folders.filter((_, at) => at % 2 === i).join(''));
  });
  const jobs = {
    'audit --jobs 1': audit('county', 1),
    'audit --jobs 2': audit('county', 2),
    'two processes, half of them each': ['sh', '-c', SEPARATELY, process.execPath, program],
    'shell loop over lint': ['sh', '-c', LOOP, process.execPath, program],
  };
  const { of, compared } = inRounds(jobs, runs, measure);
  const [one, two] = [1, 2].map((count) => measure([...audit('county', count), '-f', 'json']).stdout);
  if (one !== two) throw new Error('one thread and two report different things');
  process.stdout.write(tableLine('', 'seconds', 'CPU s', 'M rows/s', 'peak MiB'));
  for (const name of Object.keys(jobs)) {
    const cells = [of(name, 'wall').toFixed(2), of(name, 'cpu').toFixed(2), (rows / of(name, 'wall') / 1e6).toFixed(2)];
    process.stdout.write(tableLine(name, ...cells, of(name, 'peak').toFixed(0)));
  }
  for (const name of Object.keys(jobs).slice(1)) {
    process.stdout.write(`${name} / audit --jobs 1: ${compared(name, 'audit --jobs 1')}\n`);
  }

  if (!options['no-memory']) {
    for (const [count, size] of MEMORY) writeCounty(join(folder, `memory-${count}`), count, size);
    process.stdout.write(`\n${tableLine('peak MiB by institutions', ...MEMORY.map(([count]) => count))}`);
    for (const threads of [1, 2]) {
      const peaks = MEMORY.map(([count, days]) =>
        median(Array.from({ length: runs }, () => measure(audit(`memory-${count}`, threads, days)).peak)),
      );
      const growth = [peaks[1] / peaks[0], peaks[3] / peaks[2]].map((times) => times.toFixed(2));
      process.stdout.write(tableLine(`audit --jobs ${threads}`, ...peaks.map((peak) => peak.toFixed(0))));
      process.stdout.write(`  10 × as many: ${growth.join(' and ')} × the memory\n`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
