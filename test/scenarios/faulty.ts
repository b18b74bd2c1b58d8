/** Commands that write several files, run with a fault at one of their calls, and what became of their outputs. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEEP } from '../deep.js';
import { projectFile, runAll } from './run.js';

export interface Fault {
  readonly at: number;
  readonly fault: string;
  readonly lasting?: boolean;
}
type Faulty = (asked: Fault & { readonly folder: string }) => { readonly calls: string[]; readonly end: () => void };

const self = process.getBuiltinModule('node:process');
const nodeRequire = process.getBuiltinModule('node:module').createRequire(import.meta.url);
export const LAYER = fileURLToPath(new URL('faults.cjs', import.meta.url));
const { faulty } = nodeRequire(LAYER) as { faulty: Faulty };

const PROFILE = projectFile('examples/mistakes/profile.yaml');
const LOG = '日期,时段,班级/部门,姓名,编号,是否出勤,缺勤原因,检查人\n2020-05-06,晨,焊工1班,张示例,T001,也许,,李示例\n';
const OLD = 'old';

/** A command, what it reads, its outputs that are there before, and the code with which it ends. */
export interface Command {
  readonly argv: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly old: readonly string[];
  readonly code: number;
}
export const COMMANDS: Readonly<Record<string, Command>> = {
  generate: {
    argv: ['generate', 'application', 'checklist', 'p.yaml', '-f', 'html', '-o', 'out', '--force', '--draft'],
    files: { 'p.yaml': projectFile('examples/complete/profile.yaml') },
    old: ['out/申请报告.html', 'out/检查表.html'],
    code: 0,
  },
  init: { argv: ['init', '--force'], files: {}, old: ['profile.yaml', 'logs/entry.csv'], code: 0 },
  audit: {
    argv: 'audit one --jobs 1 -f json -o a.json -f csv -o b.csv --as-of 2020-05-11'.split(' '),
    files: { 'one/profile.yaml': PROFILE },
    old: ['a.json'],
    code: 1,
  },
  lint: {
    argv: 'lint logs --rejects a.csv -f json -o new/a.json --as-of 2020-05-11'.split(' '),
    files: { 'logs/check.csv': LOG },
    old: ['a.csv'],
    code: 1,
  },
};
export const argvOf = ({ argv }: Command): string[] => [...argv, '--lang', 'en'];
export const filesOf = ({ files, old }: Command): Record<string, string> => ({
  ...files,
  ...Object.fromEntries(old.map((path) => [path, OLD])),
});

export interface Outputs {
  readonly code: number | string | null;
  readonly stderr: string;
  readonly files: Readonly<Record<string, string>>;
  /** All there is afterwards, folders too. */
  readonly names: readonly string[];
}

/** Runs a command in this process with the fault, or without, and returns what came of it and the calls that it made. */
export async function runWith(
  command: Command,
  fault?: Fault,
): Promise<Outputs & { readonly calls: readonly string[] }> {
  let layer: ReturnType<Faulty> | undefined;
  let names: string[] = [];
  const begin = () => {
    layer = faulty({ folder: self.cwd(), at: -1, fault: 'EIO', ...fault });
  };
  const end = () => {
    layer?.end();
    names = namesIn(self.cwd());
  };
  try {
    const result = await runAll([begin, argvOf(command), end], { files: filesOf(command) });
    return { ...result, names, calls: layer?.calls ?? [] };
  } finally {
    layer?.end();
  }
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'));
}

/** What a command leaves where nothing goes wrong. */
export interface Clean extends Awaited<ReturnType<typeof runWith>> {
  readonly outputs: readonly string[];
}
const known = new Map<string, Promise<Clean>>();
export function cleanRun(name: string): Promise<Clean> {
  const command = COMMANDS[name] as Command;
  const run = async (): Promise<Clean> => {
    const clean = await runWith(command);
    return { ...clean, outputs: Object.keys(clean.files).filter((path) => !(path in command.files)) };
  };
  const clean = known.get(name) ?? run();
  known.set(name, clean);
  return clean;
}

/** Says what became of the outputs; anything but old, new or named is wrong. */
export function outcomeOf(command: Command, clean: Clean, { code, stderr, files, names }: Outputs): string {
  const stray = names.filter((name) => !clean.names.includes(name));
  if (stray.length > 0) return `left ${stray}`;
  const before = filesOf(command);
  const isNew = (path: string): boolean => files[path] === clean.files[path];
  const isOld = (path: string): boolean => files[path] === before[path];
  if (clean.outputs.every(isOld)) {
    // folders that were made for them are gone as well
    const made = names.filter(
      (name) => !(name in before) && !Object.keys(before).some((path) => path.startsWith(name)),
    );
    return code === 3 && made.length === 0 ? 'old' : `old with code ${code} and ${made}`;
  }
  if (clean.outputs.every(isNew)) return code === command.code ? 'new' : `new with code ${code}`;
  const [, written = '', unwritten = ''] = /could not be undone: (.*); not written: (.*)\n$/.exec(stderr) ?? [];
  const told = { written: written.split(', ').sort(), unwritten: unwritten.split(', ').sort() };
  const really = { written: clean.outputs.filter(isNew).sort(), unwritten: clean.outputs.filter(isOld).sort() };
  return code === 3 && JSON.stringify(told) === JSON.stringify(really) ? 'named' : `mixed: ${stderr}`;
}

/** The numbers of the calls to try: all where the tests look farther, else the first and the last at each place. */
export function tried(calls: readonly string[]): number[] {
  const numbers = calls.map((_, i) => i);
  return DEEP
    ? numbers
    : numbers.filter((i) => {
        const alike = numbers.filter((j) => calls[j] === calls[i]);
        return i === alike[0] || i === alike.at(-1);
      });
}

/** Tries a fault at each place, and returns the outcomes by place. */
export async function table(name: string, fault: string, lasting = false): Promise<Record<string, string>> {
  const clean = await cleanRun(name);
  const command = COMMANDS[name] as Command;
  const outcomes = new Map<string, Set<string>>();
  // what can't be removed is left: the next run does it
  const places = tried(clean.calls).filter((i) => !clean.calls[i]?.startsWith('rm'));
  for (const at of places) {
    const outcome = outcomeOf(command, clean, await runWith(command, { at, fault, lasting }));
    const place = clean.calls[at] as string;
    outcomes.set(place, (outcomes.get(place) ?? new Set()).add(outcome));
  }
  return Object.fromEntries([...outcomes].map(([place, ones]) => [place, [...ones].sort().join(', ')]));
}

/** Makes a folder with the files of a command, and hands it to `act` with what says what there is afterwards. */
export function inFolder<Result>(
  command: Command,
  act: (folder: string, after: (code: number | string | null, stderr: string) => Outputs) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'resume-check-'));
  try {
    for (const [path, content] of Object.entries(filesOf(command))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return act(folder, (code, stderr) => {
      const names = namesIn(folder);
      const paths = names.filter((path) => statSync(join(folder, path)).isFile());
      const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
      return { code, stderr, files, names };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
