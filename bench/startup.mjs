/**
 * Start-up: `validate` on the complete example, each run paired with `node -e 0`, beside ajv-cli and Spectral checking
 * the same file against the same schema; wall time, and processor time of runs of their own, since counting it costs some. The peers are installed into a temporary folder. Quote the medians; machines
 * drift, the ratios count. `node bench/startup.mjs [runs]`, alone on the machine.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { inRounds, measurer, tableLine } from './measure.mjs';

const runs = Number(process.argv[2] ?? 15);
const root = new URL('..', import.meta.url).pathname;
const profile = join(root, 'examples/complete/profile.yaml');
const folder = mkdtempSync(join(tmpdir(), 'resume-check-bench-'));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Wall time of a whole process in milliseconds. */
function time([command, ...args]) {
  const begin = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) throw new Error(`${args[0]} exited ${status}: ${stdout}${stderr}`);
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

/** The schema without this project's own formats and keywords, which the peers don't know. */
function forPeers({ format, 'x-en': _e, 'x-type': _t, 'x-personal': _p, 'x-ref': _r, 'x-file': _f, ...node }) {
  if (node.properties)
    node.properties = Object.fromEntries(Object.entries(node.properties).map(([key, child]) => [key, forPeers(child)]));
  if (node.items) node.items = forPeers(node.items);
  return format === 'date' ? { ...node, format } : node;
}

/** The value with texts where the schema wants texts. */
function asTexts(value, node) {
  if (Array.isArray(value)) return value.map((item) => asTexts(item, node.items));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, asTexts(child, node.properties[key])]));
  }
  return node.type === 'string' ? String(value) : typeof value === 'bigint' ? Number(value) : value;
}

try {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync(
    npm,
    [
      'install',
      '--silent',
      '--no-audit',
      '--no-fund',
      'ajv-cli@5.0.0',
      'ajv-formats@2.1.1',
      '@stoplight/spectral-cli@6',
    ],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  );
  const schema = JSON.parse(readFileSync(join(root, 'schemas/profile.schema.json'), 'utf8'));
  const plain = forPeers(schema);
  writeFileSync(join(folder, 'schema.json'), JSON.stringify(plain));
  // the peers read dates and long numbers as YAML says; quoted, they are the texts that the schema asks for
  const texts = asTexts(parse(readFileSync(profile, 'utf8'), { intAsBigInt: true }), schema);
  writeFileSync(
    join(folder, 'profile.yaml'),
    stringify(texts, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }),
  );
  writeFileSync(
    join(folder, 'ruleset.json'),
    JSON.stringify({
      rules: {
        profile: {
          given: '$',
          severity: 'error',
          // biome-ignore lint/suspicious/noThenProperty: Spectral's own word
          then: { function: 'schema', functionOptions: { schema: plain } },
        },
      },
    }),
  );
  const node = process.execPath;
  const jobs = {
    'resume-check --version': [node, join(root, 'bin/resume-check.js'), '--version'],
    'resume-check validate': [node, join(root, 'bin/resume-check.js'), 'validate', profile],
    'resume-check validate -f json': [node, join(root, 'bin/resume-check.js'), 'validate', profile, '-f', 'json'],
    'ajv-cli (schema only)': [
      node,
      'node_modules/ajv-cli/dist/index.js',
      'validate',
      '--spec=draft2020',
      '--strict=false',
      '-c',
      'ajv-formats',
      '-s',
      'schema.json',
      '-d',
      'profile.yaml',
    ],
    'Spectral (schema only)': [
      node,
      'node_modules/@stoplight/spectral-cli/dist/index.js',
      'lint',
      '-r',
      'ruleset.json',
      'profile.yaml',
    ],
  };
  const bare = [node, '-e', '0'];
  process.stdout.write(
    `${readFileSync(profile, 'utf8').split('\n').length - 1} lines of YAML, ${runs} paired runs, Node ${process.version}\n`,
  );
  const measure = measurer(folder);
  process.stdout.write(tableLine('', 'ms', 'CPU ms'));
  for (const [name, job] of Object.entries(jobs)) {
    for (const each of [bare, job]) time(each);
    const pair = { [name]: job, 'node -e 0': bare };
    const { of, compared } = inRounds(pair, runs, (each) => ({ wall: time(each), cpu: 1000 * measure(each).cpu }));
    process.stdout.write(tableLine(name, of(name, 'wall').toFixed(0), of(name, 'cpu').toFixed(0)));
    process.stdout.write(`  / node -e 0: ${compared(name, 'node -e 0')}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
