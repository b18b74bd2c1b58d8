/**
 * A mutation trial: changes one thing at a time in the code that judges, runs the tests that should notice, and tells
 * which changes none of them noticed. Not part of `npm test`, since it takes an hour. It works on a copy of the project in
 * the folder for temporary files, as the files are now, and several may run at once.
 *
 *     node scripts/mutants.mjs                    all limits, and 150 changes elsewhere, chosen by a fixed seed
 *     node scripts/mutants.mjs --changed main     only in lines that differ from a commit, in any folder of src; all of them
 *     node scripts/mutants.mjs --sample 500       more of them; `--sample all` for every one
 *     node scripts/mutants.mjs --seed 7           others
 *     node scripts/mutants.mjs --shard 2/4        the second quarter, for several trials at once
 *     node scripts/mutants.mjs --only seats       those in files whose path contains the word
 *     node scripts/mutants.mjs --list             without running a test
 *
 * What is changed: the operator and value (by one) of every limit; comparisons and logical operators; conditions, to
 * always and never; negations; severities. A survivor is either a gap in the tests or a change without a difference:
 * a person must say which.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LIMITS, mutantsOf } from './mutants/make.mjs';
import { JEST, needsBuild, testsOf } from './mutants/tests.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Where the code is that judges. */
const JUDGING = ['src/rules/', 'src/check/', 'src/seats/', 'src/logs/'];
/** A run that takes longer, and thrice as long as all tests without a change, does not end any more: that is noticing too. */
const LONGEST_RUN = 180_000;

const { values: options } = parseArgs({
  options: {
    changed: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '20200506' },
    shard: { type: 'string', default: '1/1' },
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
  },
});

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
const linesOf = (text) => text.split('\n').filter((line) => line !== '');

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbersFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The lines of src that differ from a commit: file → ranges of lines. Files that git does not know yet are new. */
function changedLines(commit) {
  const changed = new Map(
    linesOf(git('ls-files', '--others', '--exclude-standard', 'src')).map((file) => [
      file,
      [[1, Number.POSITIVE_INFINITY]],
    ]),
  );
  let file = '';
  for (const line of linesOf(
    git('diff', '--unified=0', '--no-ext-diff', '--no-prefix', '--relative', commit, '--', 'src'),
  )) {
    if (line.startsWith('+++ ')) file = line.slice(4);
    const [, from, count = '1'] = /^@@ \S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (from !== undefined && count !== '0')
      changed.set(file, [...(changed.get(file) ?? []), [Number(from), Number(from) + Number(count) - 1]]);
  }
  return changed;
}

function chosen() {
  const all = readdirSync(`${root}src`, { recursive: true })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const changed = options.changed === undefined ? undefined : changedLines(options.changed);
  const isMeant = ({ file, line, lastLine }) =>
    !changed || (changed.get(file) ?? []).some(([from, to]) => line <= to && lastLine >= from);
  const files = changed
    ? all.filter((file) => changed.has(file) && file !== LIMITS)
    : JUDGING.flatMap((folder) => all.filter((file) => file.startsWith(folder)));
  const others = files.flatMap((file) => mutantsOf(root, file)).filter(isMeant);
  const random = numbersFrom(Number(options.seed));
  for (let i = others.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [others[i], others[j]] = [others[j], others[i]];
  }
  const size = options.sample ?? (changed ? 'all' : '150');
  const sample = size === 'all' ? others : others.slice(0, Number(size));
  const [shard, shards] = options.shard.split('/').map(Number);
  return [...mutantsOf(root, LIMITS).filter(isMeant), ...sample]
    .filter(({ file }) => file.includes(options.only))
    .filter((_, i) => i % shards === shard - 1);
}

/** Copies the project as it is, with what was built; the packages are shared. */
function copyProject() {
  const copy = join(realpathSync(mkdtempSync(join(tmpdir(), 'mutants-'))), '/');
  process.on('exit', () => rmSync(copy, { recursive: true, force: true, maxRetries: 5 }));
  const files = linesOf(git('ls-files', '--cached', '--others', '--exclude-standard', '-z').replaceAll('\0', '\n'));
  for (const file of [...files, 'build', 'dist']) {
    if (existsSync(root + file)) cpSync(root + file, copy + file, { recursive: true });
  }
  symlinkSync(realpathSync(`${root}node_modules`), `${copy}node_modules`, 'junction');
  return copy;
}

/** Ends a program and all that it started. */
function end({ pid }) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // all of it has ended
  }
}

/** Runs a program in a folder; returns whether it succeeds, and in time. */
function succeeds(cwd, args, { longest, stdio = 'ignore' }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, stdio, detached: true });
    running = child;
    const clock = longest && setTimeout(() => end(child), longest);
    child.on('close', (code) => {
      clearTimeout(clock);
      end(child);
      resolve(code === 0);
    });
  });
}

/**
 * Runs tests of a copy, as far as the first that fails; returns whether all pass. The built program comes last: it is
 * built anew for it.
 */
async function pass(copy, tests, { how, ...limits }) {
  const run = async (some) => {
    const paths = some.map((test) => copy + test);
    const call = [...how, '--cacheDirectory', `${copy}.jest`, '--bail', '--runTestsByPath', ...paths];
    return paths.length === 0 || succeeds(copy, [...JEST, ...call], limits);
  };
  const built = tests.filter(needsBuild);
  if (!(await run(tests.filter((test) => !needsBuild(test))))) return false;
  return built.length === 0 || ((await succeeds(copy, ['scripts/build.mjs'], limits)) && run(built));
}

let running;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (running) end(running);
    process.exit(130);
  });
}

const say = (text) => process.stdout.write(`${text}\n`);
const mutants = chosen();
const survivors = [];
const told = ({ file, line, column, from, to }) => `${file}:${line}:${column}  ${from.replace(/\s+/g, ' ')}  →  ${to}`;
if (options.list || mutants.length === 0) for (const mutant of mutants) say(told(mutant));
else await trial();

async function trial() {
  const copy = copyProject();
  const tests = new Map([...new Set(mutants.map(({ file }) => file))].map((file) => [file, testsOf(copy, file)]));
  for (const [file, own] of tests) if (own.length === 0) say(`no test is about ${file}`);
  const begin = Date.now();
  const all = [...new Set([...tests.values()].flat())];
  if (!(await pass(copy, all, { how: ['--verbose=false'], stdio: ['ignore', 'ignore', 'inherit'] }))) {
    say('the tests fail as it is: fix them first');
    process.exitCode = 1;
    return;
  }
  // one after the other, the likeliest to fail first: mostly the others need not begin
  const how = ['--runInBand', '--testSequencer', './scripts/mutants/in-order.mjs'];
  const longest = Math.max(LONGEST_RUN, 3 * (Date.now() - begin));
  for (const [i, mutant] of mutants.entries()) {
    const path = copy + mutant.file;
    const original = readFileSync(path, 'utf8');
    writeFileSync(path, original.slice(0, mutant.start) + mutant.to + original.slice(mutant.end));
    const own = tests.get(mutant.file);
    const noticed = own.length > 0 && !(await pass(copy, own, { how, longest }));
    writeFileSync(path, original);
    if (!noticed) survivors.push(mutant);
    say(`${String(i + 1).padStart(4)}/${mutants.length} ${noticed ? 'caught  ' : 'SURVIVED'} ${told(mutant)}`);
  }
  say(`\n${mutants.length} changes: ${mutants.length - survivors.length} caught, ${survivors.length} survived`);
  for (const survivor of survivors) say(`  ${told(survivor)}`);
}
