/**
 * A mutation trial: changes one thing at a time in the code that judges, runs the tests that should notice, and tells
 * which changes none of them noticed. Not part of `npm test`, since it takes an hour. Run it on a copy of the project:
 * while a trial runs, a source file is wrong, though it is put back in the end, also after Ctrl-C.
 *
 *     node scripts/mutants.mjs                    all limits, and 150 changes elsewhere, chosen by a fixed seed
 *     node scripts/mutants.mjs --sample 500       more of them; `--sample all` for every one
 *     node scripts/mutants.mjs --seed 7           others
 *     node scripts/mutants.mjs --shard 2/4        the second quarter, for several copies at once
 *     node scripts/mutants.mjs --only seats       those in files whose path contains the word
 *     node scripts/mutants.mjs --list             without running a test
 *
 * What is changed: the operator and value (by one) of every limit; comparisons and logical operators; conditions, to
 * always and never; negations; severities. A survivor is either a gap in the tests or a change without a difference:
 * a person must say which.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const LIMITS = 'src/plan/limits.ts';
/** The tests that are run after a change in a folder. */
const TESTS = {
  'src/plan/': ['test/plan', 'test/rules', 'test/catalogue'],
  'src/rules/': ['test/rules', 'test/catalogue'],
  'src/check/': ['test/check', 'test/rules', 'test/report'],
  'src/seats/': ['test/seats', 'test/rules'],
  'src/logs/': ['test/logs', 'test/rules', 'test/profile', 'test/catalogue'],
};
/** A run that takes longer does not end any more, which is noticing too. */
const LONGEST_RUN = 180_000;

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string', default: '150' },
    seed: { type: 'string', default: '20200506' },
    shard: { type: 'string', default: '1/1' },
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
  },
});

const COMPARISONS = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
};
const SEVERITIES = ['error', 'warning', 'info'];

/** The changes that can be made to a file: a range and what is put there. */
function mutantsOf(file) {
  const text = readFileSync(root + file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found = [];
  const change = (start, end, to) => {
    const { line, character } = source.getLineAndCharacterOfPosition(start);
    found.push({ file, start, end, to, from: text.slice(start, end), line: line + 1, column: character + 1 });
  };
  const replace = (node, to) => change(node.getStart(), node.getEnd(), to);
  const condition = (node) => {
    replace(node, 'true');
    replace(node, 'false');
  };
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return;
    if (file === LIMITS && ts.isPropertyAssignment(node)) {
      const { initializer } = node;
      if (node.name.getText() === 'operator') {
        for (const to of COMPARISONS[initializer.text]) replace(initializer, `'${to}'`);
      }
      if (node.name.getText() === 'value') {
        for (const by of [-1, 1]) replace(initializer, String(Number(initializer.getText()) + by));
      }
    } else if (file !== LIMITS) {
      if (ts.isBinaryExpression(node)) {
        const operator = node.operatorToken;
        for (const to of COMPARISONS[operator.getText()] ?? []) replace(operator, to);
      }
      if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
        replace(node, node.operand.getText());
      }
      if (ts.isIfStatement(node) || ts.isWhileStatement(node)) condition(node.expression);
      if (ts.isConditionalExpression(node)) condition(node.condition);
      if (ts.isStringLiteral(node) && SEVERITIES.includes(node.text)) {
        replace(node, `'${node.text === 'warning' ? 'error' : 'warning'}'`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

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

function chosen() {
  const files = ['src/rules', 'src/check', 'src/seats', 'src/logs'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((name) => name.endsWith('.ts'))
      .sort(),
  );
  const others = files.flatMap(mutantsOf);
  const random = numbersFrom(Number(options.seed));
  for (let i = others.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [others[i], others[j]] = [others[j], others[i]];
  }
  const sample = options.sample === 'all' ? others : others.slice(0, Number(options.sample));
  const [shard, shards] = options.shard.split('/').map(Number);
  return [...mutantsOf(LIMITS), ...sample]
    .filter(({ file }) => file.includes(options.only))
    .filter((_, i) => i % shards === shard - 1);
}

/** Runs the tests of the file; returns whether they fail. */
function isNoticed(file) {
  const [, tests] = Object.entries(TESTS).find(([folder]) => file.startsWith(folder));
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--bail', '--silent'];
  return new Promise((resolve) => {
    running = spawn(process.execPath, [...jest, ...tests], { cwd: root, stdio: 'ignore' });
    const clock = setTimeout(() => running.kill('SIGKILL'), LONGEST_RUN);
    running.on('close', (code) => {
      clearTimeout(clock);
      resolve(code !== 0);
    });
  });
}

let running;
let restore = () => {};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    restore();
    running?.kill('SIGKILL');
    process.exit(130);
  });
}
process.on('exit', () => restore());

const say = (text) => process.stdout.write(`${text}\n`);
const mutants = chosen();
const survivors = [];
const told = ({ file, line, column, from, to }) => `${file}:${line}:${column}  ${from.replace(/\s+/g, ' ')}  →  ${to}`;
if (options.list) for (const mutant of mutants) say(told(mutant));
else await trial();

async function trial() {
  if (await isNoticed(LIMITS)) {
    say('the tests fail as it is: mend them first');
    process.exitCode = 1;
    return;
  }
  for (const [i, mutant] of mutants.entries()) {
    const path = root + mutant.file;
    const original = readFileSync(path, 'utf8');
    restore = () => writeFileSync(path, original);
    writeFileSync(path, original.slice(0, mutant.start) + mutant.to + original.slice(mutant.end));
    const noticed = await isNoticed(mutant.file);
    restore();
    restore = () => {};
    if (!noticed) survivors.push(mutant);
    say(`${String(i + 1).padStart(4)}/${mutants.length} ${noticed ? 'caught  ' : 'SURVIVED'} ${told(mutant)}`);
  }
  say(`\n${mutants.length} changes: ${mutants.length - survivors.length} caught, ${survivors.length} survived`);
  for (const survivor of survivors) say(`  ${told(survivor)}`);
}
