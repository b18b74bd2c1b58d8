/**
 * An error or a signal at every call that writes: the outputs of a command are all old or all new afterwards, or the message
 * says which are new, and nothing else is left; what a killed run left, the next one removes and names.
 */
import { spawnSync } from 'node:child_process';
import { DEEP } from '../deep.js';
import {
  argvOf,
  COMMANDS,
  type Command,
  cleanRun,
  type Fault,
  filesOf,
  inFolder,
  LAYER,
  type Outputs,
  outcomeOf,
  runWith,
  table,
  tried,
} from './faulty.js';
import { PROGRAM } from './run.js';

const self = process.getBuiltinModule('node:process');

/** What a single error comes to at each place. A folder is made again, a file that can't be linked is copied. */
const ONCE = {
  'mkdir unseen folder': 'new',
  'mkdir folder of the run': 'new',
  'rename unseen folder to hidden folder': 'new',
  'open new': 'old',
  'writeFile new': 'old',
  'fsync new': 'old',
  'close new': 'old',
  'link place to old': 'new',
  'chmod new': 'old',
  'rename new to place': 'old',
  'fsync place': 'new',
};
/** What it comes to where everything fails from there on but removing. */
const LASTING = {
  ...ONCE,
  'mkdir unseen folder': 'old',
  'mkdir folder of the run': 'old',
  'rename unseen folder to hidden folder': 'old',
  'link place to old': 'old',
};

/** Where the folder of an output is made. */
const FOLDER = { 'mkdir place': 'old' };

describe.each(Object.keys(COMMANDS))('%s', (name) => {
  test('with a single error anywhere: all old, or all new', async () => {
    expect(await table(name, 'ENOSPC')).toEqual({ ...ONCE, ...FOLDER });
  });

  test('with nothing but errors from anywhere on: what can not be put back is named', async () => {
    const { 'rename new to place': moved = '', ...rest } = await table(name, 'EIO', true);
    const { 'rename new to place': _, ...expected } = LASTING;
    expect(rest).toEqual({ ...expected, ...FOLDER });
    // one that is new can be removed, where an old one can't be put back
    expect(['named', 'named, old']).toContain(moved);
  });

  test('with half of a file written without an error: all old', async () => {
    const { calls } = await cleanRun(name);
    const clean = await cleanRun(name);
    const writes = tried(calls).filter((i) => calls[i] === 'writeFile new');
    for (const at of writes) {
      const result = await runWith(COMMANDS[name] as Command, { at, fault: 'short' });
      expect([at, outcomeOf(COMMANDS[name] as Command, clean, result)]).toEqual([at, 'old']);
    }
    expect(writes.length).toBeGreaterThan(1);
  });
});

/** Runs a command in a process of its own with a fault, and hands on what came of it, and how to run it again without. */
function inProcess<Result>(
  command: Command,
  fault: Fault,
  then: (outputs: Outputs, again: () => Outputs) => Result,
): Result {
  return inFolder(command, (cwd, after) => {
    const call = (env: NodeJS.ProcessEnv): Outputs => {
      const options = { cwd, env: { PATH: self.env.PATH, ...env }, encoding: 'utf8' } as const;
      const { status, signal, stderr } = spawnSync(self.execPath, [PROGRAM, ...argvOf(command)], options);
      return after(signal ?? status, stderr);
    };
    const env = { NODE_OPTIONS: `--require ${JSON.stringify(LAYER)}`, FAULT: JSON.stringify(fault) };
    return then(call(env), () => call({}));
  });
}

/**
 * The calls that are met by a signal: where the tests look farther all but the last, which a process of its own does not always
 * make; else one before the files are moved and one then.
 */
const some = (calls: readonly string[]): number[] =>
  DEEP ? calls.map((_, i) => i).slice(0, -1) : [calls.indexOf('fsync new'), calls.lastIndexOf('rename new to place')];

const onUnix = process.platform === 'win32' ? describe.skip : describe;
onUnix.each(Object.keys(COMMANDS))('%s, met by a signal', (name) => {
  const command = COMMANDS[name] as Command;

  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const each = DEEP ? signals : [signals[Object.keys(COMMANDS).indexOf(name) % 3] as string];
  test.each(each)('%s: all old, or all new', async (fault) => {
    const clean = await cleanRun(name);
    for (const at of some(clean.calls)) {
      const outcome = inProcess(command, { at, fault }, (outputs) => {
        const { code } = outputs;
        const ended = outcomeOf(command, clean, { ...outputs, code: 3 });
        return [at, code, ended.startsWith('new') ? 'new' : ended];
      });
      expect([
        [at, fault, 'old'],
        [at, fault, 'new'],
      ]).toContainEqual(outcome);
    }
  });

  test('SIGKILL: what is left the next run removes, and names what was not written', async () => {
    const clean = await cleanRun(name);
    for (const at of some(clean.calls)) {
      inProcess(command, { at, fault: 'SIGKILL' }, ({ code, files, names }, again) => {
        expect([at, code]).toEqual([at, 'SIGKILL']);
        const before = filesOf(command);
        // each file by itself is whole
        for (const path of clean.outputs) expect([before[path], clean.files[path]]).toContain(files[path]);
        const unwritten = Object.keys(files).filter((path) => /\.resume-check\/.*\/new$/.test(path)).length;
        const isLeft = names.some((path) => /\.resume-check(?:-[0-9a-f]{8})?\/[^/]+$/.test(path));
        const next = again();
        expect([at, outcomeOf(command, clean, next)]).toEqual([at, 'new']);
        expect([at, next.stderr.includes('an earlier run was ended')]).toEqual([at, isLeft]);
        expect([at, next.stderr.includes('ended before it had written')]).toEqual([at, unwritten > 0]);
      });
    }
  });
});
