/**
 * Daily logs: `lint` on a register of entries with 14 columns and 0.1 % bad rows, beside csv-parse and DuckDB with the
 * same checks, and `wc -l` and a bare read as the floor. Whole processes, one round of all after the other; medians,
 * and ratios within a round. DuckDB is installed into a temporary folder, and left out where that can't be had.
 * `node bench/lint.mjs [--rows 2000000] [--runs 3] [--no-larger]`, alone on the machine; `--no-larger` leaves out the
 * file of four times the rows.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import iconv from 'iconv-lite';
import { PEOPLE, writeEntryLog } from './entry-log.mjs';
import { inRounds, measurer, median, tableLine } from './measure.mjs';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '2000000' },
    runs: { type: 'string', default: '3' },
    'no-larger': { type: 'boolean', default: false },
  },
});
const rows = Number(options.rows);
const runs = Number(options.runs);
const root = new URL('..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'resume-check-bench-'));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const program = join(root, 'bin/resume-check.js');
const node = process.execPath;
const file = (name) => join(folder, name);
const measure = measurer(folder);

/** The same text in GB18030, by pieces that end with a line. */
function toGb18030(from, to) {
  const text = readFileSync(from, 'utf8');
  writeFileSync(to, '');
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at + 2 ** 24) + 1 || text.length;
    writeFileSync(to, iconv.encode(text.slice(at, end), 'gb18030'), { flag: 'a' });
    at = end;
  }
}

/** Whether DuckDB could be had. */
function installDuckDB() {
  try {
    writeFileSync(file('package.json'), '{ "private": true }');
    const packages = ['@duckdb/node-api@1.5.6-r.1'];
    execFileSync(npm, ['install', '--silent', '--no-audit', '--no-fund', ...packages], {
      cwd: folder,
      stdio: 'ignore',
    });
    copyFileSync(join(root, 'bench/peers/duckdb.mjs'), file('duckdb.mjs'));
    return true;
  } catch {
    process.stdout.write('DuckDB could not be installed here\n');
    return false;
  }
}

/** What two processors can do at best: two programs that know nothing of each other. */
const SEPARATELY = (files) =>
  `for one in ${files}/*; do "$0" "$1" ${lint('"$one"').slice(2).join(' ')} >/dev/null & done; wait`;
const lint = (...args) => [node, program, 'lint', ...args, '--as-of', '2026-01-01', '--exit-zero', '--quiet'];

try {
  const written = writeEntryLog(file('entry.csv'), rows);
  toGb18030(file('entry.csv'), file('gb18030.csv'));
  mkdirSync(file('two'));
  // two halves of a year
  writeEntryLog(file('two/a.csv'), rows / 2);
  writeEntryLog(file('two/b.csv'), rows / 2, { from: rows / 2 });
  const expected = { wrong: written[''] + written['365'], fever: written['37.5'] };

  const jobs = {
    'resume-check lint': { rows, job: lint('entry.csv') },
    'resume-check lint, GB18030': { rows, job: lint('gb18030.csv') },
    'resume-check lint, 2 files, --jobs 1': { rows, job: lint('two', '--jobs', '1') },
    'resume-check lint, 2 files, --jobs 2': { rows, job: lint('two', '--jobs', '2') },
    'one process for each of 2 files': { rows, job: ['sh', '-c', SEPARATELY('two'), node, program] },
    'csv-parse': { rows, job: [node, join(root, 'bench/peers/csv-parse.mjs'), 'entry.csv'], isPeer: true },
  };
  if (installDuckDB()) {
    jobs['DuckDB, all cores'] = { rows, job: [node, 'duckdb.mjs', 'entry.csv'], isPeer: true };
    jobs['DuckDB, one thread'] = { rows, job: [node, 'duckdb.mjs', 'entry.csv', '1'], isPeer: true };
  }
  jobs['bare read in Node'] = { rows, job: [node, join(root, 'bench/peers/bare-read.mjs'), 'entry.csv'] };
  if (process.platform !== 'win32') jobs['wc -l'] = { rows, job: ['wc', '-l', 'entry.csv'] };
  if (!options['no-larger']) {
    writeEntryLog(file('larger.csv'), 4 * rows);
    jobs['resume-check lint, 4 × rows'] = { rows: 4 * rows, job: lint('larger.csv') };
    mkdirSync(file('larger'));
    writeEntryLog(file('larger/a.csv'), 2 * rows);
    writeEntryLog(file('larger/b.csv'), 2 * rows, { from: 2 * rows });
    for (const count of ['1', '2']) {
      const job = lint('larger', '--jobs', count);
      jobs[`4 × rows, 2 files, --jobs ${count}`] = { rows: 4 * rows, job };
    }
    jobs['4 × rows, one process for each'] = { rows: 4 * rows, job: ['sh', '-c', SEPARATELY('larger'), node, program] };
  }

  const mib = (statSync(file('entry.csv')).size / 2 ** 20).toFixed(0);
  process.stdout.write(
    `${rows} rows (${mib} MiB) of ${PEOPLE} people, ${runs} rounds, Node ${process.version}, load ${loadavg()[0].toFixed(1)}\n`,
  );
  const { of, ratios, compared } = inRounds(jobs, runs, ({ job, isPeer }, name) => {
    const { stdout, ...result } = measure(job);
    // who is fast because it finds less is no peer
    if (isPeer && stdout !== JSON.stringify(expected)) throw new Error(`${name} found ${stdout}`);
    return result;
  });
  const found = JSON.parse(measure([...lint('entry.csv'), '-f', 'json']).stdout).summary.findings.error;
  if (found < expected.wrong + expected.fever) throw new Error(`lint found ${found}`);

  process.stdout.write(tableLine('', 'seconds', 'CPU s', 'M rows/s', '× csv-parse', 'peak MiB'));
  const digits = (number, count) => (Number.isFinite(number) ? number.toFixed(count) : '-');
  for (const [name, { rows: read }] of Object.entries(jobs)) {
    const speeds = ratios('csv-parse', name).map((ratio) => (ratio * read) / rows);
    process.stdout.write(
      tableLine(
        name,
        of(name, 'wall').toFixed(2),
        digits(of(name, 'cpu'), 2),
        (read / of(name, 'wall') / 1e6).toFixed(2),
        median(speeds).toFixed(1),
        digits(of(name, 'peak'), 0),
      ),
    );
  }
  const tell = (other, name) => process.stdout.write(`${name} / ${other}: ${compared(name, other)}\n`);
  tell('resume-check lint', 'resume-check lint, GB18030');
  tell('resume-check lint, 2 files, --jobs 1', 'resume-check lint, 2 files, --jobs 2');
  tell('resume-check lint', 'resume-check lint, 2 files, --jobs 2');
  tell('resume-check lint', 'one process for each of 2 files');
  if (!options['no-larger']) {
    tell('4 × rows, 2 files, --jobs 1', '4 × rows, 2 files, --jobs 2');
    tell('resume-check lint, 4 × rows', '4 × rows, 2 files, --jobs 2');
    tell('resume-check lint, 4 × rows', '4 × rows, one process for each');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
