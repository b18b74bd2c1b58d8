/** The boundaries of the house: which folder may import what, what the pure ones may not touch, what the lock file holds. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { CLAUSES } from '../src/plan/clauses.js';
import { RULES } from '../src/rules/index.js';
import type { Rule } from '../src/rules/rule.js';
import { withPrograms } from './programs.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What each folder of src, or file directly in it, may import of the others. Data flows one way. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  types: [],
  errors: ['types'],
  counts: ['types'],
  'input-check': ['types'],
  text: ['types'],
  plan: ['types'],
  logs: ['types', 'counts', 'input-check', 'text', 'plan'],
  profile: ['types', 'errors', 'counts', 'input-check', 'text', 'plan', 'logs'],
  seats: ['types', 'input-check', 'plan', 'profile', 'text'],
  rules: ['types', 'plan', 'profile', 'seats', 'logs'],
  waivers: ['types', 'errors', 'text', 'logs', 'profile'],
  check: ['types', 'errors', 'counts', 'input-check', 'plan', 'profile', 'seats', 'rules', 'logs', 'text', 'waivers'],
  config: ['types', 'errors', 'text', 'plan', 'profile', 'rules'],
  report: ['types', 'counts', 'input-check', 'plan', 'rules', 'check', 'text', 'logs', 'seats'],
  documents: ['types', 'errors', 'text', 'plan', 'profile', 'rules', 'seats'],
  io: ['types', 'errors', 'text'],
  run: ['types', 'plan', 'logs', 'rules', 'check', 'config', 'io'],
  load: ['types', 'errors', 'profile', 'logs', 'rules', 'check', 'config', 'run', 'text', 'io', 'waivers'],
  audit: [
    'types',
    'errors',
    'counts',
    'input-check',
    'plan',
    'profile',
    'logs',
    'rules',
    'check',
    'run',
    'text',
    'io',
    'load',
    'waivers',
  ],
  'command-line': ['types', 'errors', 'text', 'profile', 'seats', 'logs', 'audit'],
  commands: [
    'types',
    'errors',
    'counts',
    'plan',
    'profile',
    'logs',
    'seats',
    'rules',
    'check',
    'config',
    'report',
    'documents',
    'run',
    'text',
    'io',
    'load',
    'audit',
    'command-line',
  ],
  cli: ['types', 'errors', 'text', 'report', 'io', 'run', 'command-line', 'commands'],
};

/** The packages that each folder may import. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  text: ['fastest-levenshtein', 'get-east-asian-width'],
  profile: ['yaml'],
  report: ['chalk', 'cli-table3', 'csv-stringify/sync', 'd3-scale', 'd3-shape'],
  documents: ['handlebars', 'parse5', 'docx', 'fflate'],
  io: ['filenamify', 'tinyglobby', '@resvg/resvg-wasm'],
  logs: ['csv-parse/sync', 'csv-stringify/sync', 'fastest-levenshtein'],
  'command-line': ['commander'],
  cli: ['commander'],
};

/** The folders that must run anywhere: without Node's modules and globals, the clock, chance, or the machine's language. */
const PURE = [
  'types',
  'errors',
  'counts',
  'input-check',
  'text',
  'plan',
  'seats',
  'profile',
  'logs',
  'rules',
  'waivers',
  'check',
  'report',
];
const MAY_TOUCH_FILES = ['io', 'commands'];

interface SourceFile {
  /** Its path from src, with `/`. */
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  /** What it imports: paths from src, and the names of modules. */
  readonly files: readonly string[];
  readonly modules: readonly string[];
}

function sourceFile(path: string): SourceFile {
  const text = readFileSync(join(ROOT, 'src', path), 'utf8');
  const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const files = imported.filter((name) => name.startsWith('.'));
  return {
    path,
    folder: path.includes('/') ? (path.split('/')[0] ?? '') : basename(path, '.ts'),
    text,
    files: files.map((name) => posix.normalize(posix.join(dirname(path), name)).replace(/\.js$/, '.ts')),
    modules: imported.filter((name) => !name.startsWith('.')),
  };
}

/** How deep statements stand in one another, counted anew in each function; `else if` is no step deeper. */
function depthOf(node: ts.Node, outside = 0): number {
  const isElse = node.parent && ts.isIfStatement(node.parent) && node.parent.elseStatement === node;
  const nests =
    ts.isIterationStatement(node, false) ||
    ts.isSwitchStatement(node) ||
    ts.isTryStatement(node) ||
    ts.isIfStatement(node);
  const own = ts.isFunctionLike(node) ? 0 : outside + (nests && !isElse ? 1 : 0);
  let deepest = own;
  ts.forEachChild(node, (child) => {
    deepest = Math.max(deepest, depthOf(child, own));
  });
  return deepest;
}

const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map(sourceFile);
const FOLDERS = [...new Set(SOURCES.map(({ folder }) => folder))].sort();
const folderOf = (path: string): string =>
  path.includes('/') ? (path.split('/')[0] ?? '') : path.replace(/\.ts$/, '');

describe('the folders of src', () => {
  test('are those of the table', () => {
    expect(FOLDERS.filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
    expect(FOLDERS).toEqual(expect.arrayContaining([...PURE, ...MAY_TOUCH_FILES, 'cli']));
  });

  test('make a table without a circle: each comes after what it imports', () => {
    const names = Object.keys(MAY_IMPORT);
    const backward = names.flatMap((name, i) =>
      (MAY_IMPORT[name] ?? []).filter((other) => names.indexOf(other) >= i).map((other) => `${name} → ${other}`),
    );
    expect(backward).toEqual([]);
  });

  test.each(FOLDERS.map((folder) => [folder, MAY_IMPORT[folder] ?? []] as const))(
    '%s imports only %j',
    (folder, allowed) => {
      const inside = SOURCES.filter((source) => source.folder === folder);
      expect(inside.length).toBeGreaterThan(0);
      const others = inside.flatMap(({ path, files }) =>
        files
          .filter((file) => !file.startsWith('../'))
          .filter((file) => folderOf(file) !== folder && !allowed.includes(folderOf(file)))
          .map((file) => `${path} → ${file}`),
      );
      expect(others).toEqual([]);
    },
  );

  test('take the plan, its clauses and its rules from the run that is handed down', () => {
    const importers = (file: string, names: RegExp): string[] => {
      const takes = new RegExp(`^(?:im|ex)port (?!type)[^;]*\\b(?:${names.source})\\b[^;]* from`, 'm');
      return SOURCES.filter(({ files, text }) => files.includes(file) && takes.test(text)).map(({ path }) => path);
    };
    expect(importers('plan/plan.ts', /LIUZHOU_2020/)).toEqual(['run/plan.ts']);
    expect(importers('plan/clauses.ts', /CLAUSES|HEADINGS/)).toEqual(['plan/citation.ts', 'plan/plan.ts']);
    // the others list the rules, and judge by none
    const listing = ['completion', 'explain', 'parts/notices', 'rules'].map((name) => `commands/${name}.ts`);
    expect(importers('rules/index.ts', /RULES/)).toEqual([...listing, 'load/config.ts', 'run/run.ts']);
  });

  test('import from outside src only schemas and what is built', () => {
    const outside = SOURCES.flatMap(({ files }) => files.filter((file) => file.startsWith('../')));
    expect(outside.filter((file) => !/^\.\.\/(?:schemas|build)\/[\w.-]+$/.test(file))).toEqual([]);
  });

  test.each(FOLDERS)('%s uses only the packages of the table', (folder) => {
    const modules = SOURCES.filter((source) => source.folder === folder).flatMap((source) => source.modules);
    const packages = modules.filter((name) => !name.startsWith('node:'));
    expect(packages.filter((name) => !(MAY_USE[folder] ?? []).includes(name))).toEqual([]);
  });
});

describe('the files of src', () => {
  test('import one another without a circle', () => {
    const files = new Map(SOURCES.map((source) => [source.path, source.files]));
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      if (way.includes(path) || done.has(path)) return;
      for (const file of files.get(path) ?? []) visit(file, [...way, path]);
      done.add(path);
    };
    for (const { path } of SOURCES) visit(path, []);
    expect(circles).toEqual([]);
  });

  test('import files that exist', () => {
    const known = new Set(SOURCES.map(({ path }) => path));
    const unknown = SOURCES.flatMap(({ files }) => files.filter((file) => !file.startsWith('../') && !known.has(file)));
    expect(unknown).toEqual([]);
  });

  test.each(SOURCES.map(({ path, text }) => [path, text] as const))('%s begins by saying what it is for', (_, text) => {
    expect(text).toMatch(/^\/\*\*\s+(?:\* )?[^\s*].{15,}/);
  });

  test.each(SOURCES.filter(({ folder }) => PURE.includes(folder)).map(({ path, text }) => [path, text] as const))(
    '%s runs anywhere',
    (path, text) => {
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isIdentifier(node) && FOREIGN.has(node.text)) found.push(node.text);
        if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) {
          found.push('new Date()');
        }
        if (ts.isPropertyAccessExpression(node) && FOREIGN.has(node.getText())) found.push(node.getText());
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
      expect(found).toEqual([]);
    },
  );

  /** Node's globals, the clock, chance, and what depends on the machine's language and time zone. */
  const FOREIGN = new Set([
    ...['process', 'Buffer', 'console', 'require', 'module', '__dirname', '__filename', 'setTimeout', 'fetch'],
    ...['Date.now', 'Math.random', 'Intl', 'localeCompare', 'toLocaleString', 'toLocaleDateString'],
    ...['getFullYear', 'getMonth', 'getDate', 'getDay', 'getHours', 'getTimezoneOffset'],
  ]);

  /** A search that goes through rows and places, and bytes that are read one by one. */
  const DEEP = ['logs/read/records.ts', 'seats/layouts.ts'];

  test('nest no more than four deep', () => {
    const deep = SOURCES.filter(
      ({ path, text }) => depthOf(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)) > 4,
    );
    expect(deep.map(({ path }) => path)).toEqual(DEEP);
  });

  test('import modules of Node only outside the pure folders, and node:fs only in io and commands', () => {
    const ofNode = SOURCES.flatMap(({ folder, path, modules }) =>
      modules.filter((name) => name.startsWith('node:')).map((name) => ({ folder, path, name })),
    );
    expect(ofNode.filter(({ folder }) => PURE.includes(folder))).toEqual([]);
    const files = ofNode.filter(({ name }) => /^node:fs\b/.test(name));
    expect(files.filter(({ folder }) => !MAY_TOUCH_FILES.includes(folder))).toEqual([]);
  });
});

describe('the rules', () => {
  const rulesFolder = SOURCES.filter(({ path }) => /^rules\/[\w-]+\.ts$/.test(path)).map(({ path }) => path);
  const files = rulesFolder.filter((path) => !/\/(?:rule|index|assumptions)\.ts$/.test(path));
  const headings = new Map<string, string>(CLAUSES.map(({ citation, heading }) => [citation, heading]));

  test.each(files)('of %s stand under the heading after which the file is named', async (path) => {
    const { RULES: own } = (await import(`../src/${path.replace(/\.ts$/, '.js')}`)) as { RULES: readonly Rule[] };
    expect(own.length).toBeGreaterThan(0);
    const file = basename(path, '.ts');
    const astray = own.filter((rule) => {
      const heading = headings.get(rule.clauses[0]);
      return file !== heading && !file.startsWith(`${heading}-`);
    });
    expect(astray.map(({ id }) => id)).toEqual([]);
    expect(own.filter((rule) => !RULES.includes(rule))).toEqual([]);
  });
});

describe('the packages', () => {
  interface Locked {
    readonly version?: string;
    readonly resolved?: string;
    readonly hasInstallScript?: true;
  }
  const lockText = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  const packages = (JSON.parse(lockText) as { packages: Readonly<Record<string, Locked>> }).packages;

  test('are locked without an address to download them from', () => {
    expect(lockText).not.toContain('"resolved"');
    expect(lockText).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  test('stay so: .npmrc tells npm to leave the addresses out', () => {
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8').split(/\r?\n/)).toContain('omit-lockfile-registry-resolved=true');
  });

  test('npm pack prints the name of the package alone, which pre-commit takes for it', () => {
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8').split(/\r?\n/)).toContain('foreground-scripts=false');
  });

  test('run nothing when they are installed, and npm need not warn of it', () => {
    const { allowScripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const scripts = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = scripts.map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(allowScripts).toEqual(Object.fromEntries(names.map((name) => [name, false])));
  });

  const numbers = (version: string): number[] => version.split('.').map(Number);
  const atLeast = (version: string, least: string): boolean => {
    const [have, want] = [numbers(version), numbers(least)];
    const first = want.findIndex((number, i) => number !== have[i]);
    return first < 0 || (have[first] ?? 0) > (want[first] ?? 0);
  };

  test.each([
    ['yaml', '2.9.0'],
    ['ajv', '8.20.0'],
    ['csv-parse', '7.0.3'],
    ['handlebars', '4.7.10'],
  ])('%s is at least %s', (name, least) => {
    const version = packages[`node_modules/${name}`]?.version ?? '0.0.0';
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect([version, atLeast(version, least)]).toEqual([version, true]);
  });

  test.each([
    ['2.9.0', '2.9.0', true],
    ['2.10.0', '2.9.0', true],
    ['2.8.9', '2.9.0', false],
    ['3.0.0', '2.9.0', true],
    ['4.7.9', '4.7.10', false],
  ])('%s compared with %s: %s', (version, least, expected) => {
    expect(atLeast(version, least)).toBe(expected);
  });
});

withPrograms('git').describe('the files of the project', () => {
  let files: readonly string[] = [];
  beforeAll(() => {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const listed = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\0');
    // some may be deleted since
    files = listed.filter((path) => path !== '' && existsSync(join(ROOT, path)));
  });

  test('hold no path of the machine on which they were written', () => {
    // put together here, so that this file does not hold them either
    const machine = [
      ['', 'work', 'main'],
      ['', 'work', 'shared'],
      ['', 'root', ''],
      ['', 'home', 'runner'],
      ['', 'Users', ''],
    ].map((parts) => parts.join('/'));
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return machine.filter((each) => text.includes(each)).map((each) => `${path}: ${each}`);
    });
    expect(found).toEqual([]);
  });

  test('of the tests name no folder of programs, which are looked for along the PATH', () => {
    const tests = files.filter((path) => path.startsWith('test/'));
    expect(tests.length).toBeGreaterThan(50);
    expect(tests.filter((path) => /\/usr\/(?:local\/)?s?bin\b/.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual(
      [],
    );
  });

  test('have names that every system can hold', () => {
    // the lists and logs of examples and cases are called as people call them; Han characters have one form in Unicode
    const plain = (path: string): string =>
      /^(?:examples|test\/cases)\/.+\.csv$/.test(path) ? path.replace(/\p{Script=Han}/gu, '_') : path;
    const awkward = files.filter(
      (path) => !/^[\w./-]+$/.test(plain(path)) || path !== path.normalize('NFC') || path.length > 120,
    );
    expect(awkward).toEqual([]);
  });
});
