/**
 * Installs the packed package once and runs it with one Node after the other, forwards and backwards, each command
 * twice: what one Node leaves behind must not stop another, and all must print and write the same.
 *
 *     node scripts/nodes-test.mjs            the Nodes below, from npm
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPacked, pack } from './packed.mjs';

/** The oldest that is supported, two more of the same V8, and the lines that are maintained. */
const NODES = ['20.19.0', '20.20.2', '20.19.6', '22.22.3', '24.18.1'];
const EXAMPLES = join('node_modules', 'resume-check', 'examples');
const PROFILE = join(EXAMPLES, 'complete', 'profile.yaml');
/** The calls that the Nodes take turns with, and the exit code of each: every command that starts in its own way. */
const CALLS = [
  [['--version'], 0],
  [['validate', PROFILE, '-f', 'json'], 0],
  [['lint', join(EXAMPLES, 'running', 'logs'), '--jobs', '2', '--no-progress'], 0],
  [['audit', ...['complete', 'mistakes'].map((name) => join(EXAMPLES, name)), '--jobs', '2', '--no-progress'], 1],
  [['generate', 'checklist', PROFILE, '-f', 'docx,html', '-o', 'papers'], 0],
];
/** What takes long is compared once for each Node. */
const LONG = [
  [['audit', join(EXAMPLES, 'running'), '--no-progress'], 1],
  [['generate', 'all', PROFILE, '-f', 'docx,html', '-o', 'papers'], 0],
];

/** The program of a version of Node, brought by npm without a script of its own. */
function nodeOf(version) {
  const packageName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@${version}`;
  const call = ['--yes', '--package', packageName, '--', 'node', '-p', 'process.execPath + " " + process.version'];
  const [path, actual] = execFileSync('npx', call, { encoding: 'utf8' }).trim().split(' ');
  if (actual !== `v${version}`) throw new Error(`asked for Node ${version}, got ${actual}`);
  return path;
}

/** What a call came to: its streams, and a digest of the papers. */
function outcomeOf(node, call, home, cache) {
  const program = join('node_modules', 'resume-check', 'bin', 'resume-check.js');
  const env = { PATH: process.env.PATH, TMPDIR: cache, TEMP: cache, RESUME_CHECK_LANG: 'zh' };
  const { status, signal, stdout, stderr } = spawnSync(node, [program, ...call], { cwd: home, encoding: 'utf8', env });
  const hash = createHash('sha256').update(stdout).update(stderr);
  if (call[0] === 'generate') {
    for (const name of readdirSync(join(home, 'papers')).sort()) hash.update(readFileSync(join(home, 'papers', name)));
    rmSync(join(home, 'papers'), { recursive: true });
  }
  return { ended: status ?? signal, stderr, digest: hash.digest('hex') };
}

const folder = mkdtempSync(join(tmpdir(), 'resume-check-nodes-'));
try {
  const { home } = installPacked(pack(join(folder, 'checkout')).tarball, folder);
  const cache = join(folder, 'cache');
  mkdirSync(cache);
  const nodes = NODES.map((version) => [version, nodeOf(version)]);
  const seen = new Map();
  let runs = 0;
  const compare = (version, node, [call, code], time) => {
    const { ended, stderr, digest } = outcomeOf(node, call, home, cache);
    const where = `Node ${version}, ${call[0]}, ${time} time`;
    if (ended !== code) throw new Error(`${where}: ended with ${ended}, not ${code}: ${stderr}`);
    if (seen.has(call) && seen.get(call) !== digest) throw new Error(`${where}: prints or writes something else`);
    seen.set(call, digest);
    runs++;
  };
  for (const [version, node] of [...nodes, ...nodes.toReversed()]) {
    for (const call of CALLS) for (const time of ['first', 'second']) compare(version, node, call, time);
  }
  for (const [version, node] of nodes) for (const call of LONG) compare(version, node, call, 'only');
  process.stdout.write(`packed package: the same on Node ${NODES.join(', ')} in turns, ${runs} runs\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
