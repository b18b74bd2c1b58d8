/** Runs the built program in a fresh folder, and says what came of it: code, streams, files. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { main as Main } from '../../src/cli.js';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The built program. */
export const PROGRAM = join(ROOT, 'bin', 'resume-check.js');
/** The commands that say how far they are. */
const LONG = ['lint', 'audit'];

/** Returns a file of the project as text. */
export function projectFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** What surrounds a call. */
export interface Surroundings {
  /** Files of the folder, by their paths in it. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The environment besides PATH. */
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** The folder inside the fresh one in which the program runs. */
  readonly cwd?: string;
  /** Whether a long run says how far it is; else how slow the machine is would be seen in what is written. */
  readonly progress?: boolean;
}

/** What a call came to. */
export interface Result {
  /** The exit code, or the name of the signal that ended it. */
  readonly code: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The files of the folder afterwards, by their paths in it with `/`. */
  readonly files: Readonly<Record<string, string>>;
}

/** The built command line, by Node's own require: jest's would give it other classes of errors than the files have. */
const nodeRequire = process.getBuiltinModule('node:module').createRequire(import.meta.url);
const { main } = nodeRequire('../../dist/cli.cjs') as { main: typeof Main };
/** This process itself, of which jest gives a copy. */
const self = process.getBuiltinModule('node:process');

/** The call that has the folder of this process. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the program in this process, in one thread: a process of its own would cost several times as much. For what is
 * about streams, threads, memory, the environment of a process or its end there is {@link runProgram}.
 */
export function run(argv: readonly string[], surroundings: Surroundings = {}): Promise<Result> {
  return runAll([argv], surroundings);
}

/** A call, as a list of arguments or a line of them with blanks between, or something that is done in its folder. */
export type Step = string | readonly string[] | (() => void);

/**
 * Takes one step after the other in the same folder. Each call but the last must exit with 0. Returns what the last came
 * to, with what all wrote to stderr.
 */
export function runAll(steps: readonly Step[], surroundings: Surroundings = {}): Promise<Result> {
  const result = last.then(() =>
    inFolder(surroundings, async (folder) => {
      const before = { folder: self.cwd(), env: { ...self.env } };
      self.chdir(folder);
      setEnvironment({ PATH: process.env.PATH ?? '', ...surroundings.env });
      try {
        const stderr = collector();
        let [code, stdout] = [0, ''];
        for (const step of steps) {
          if (typeof step === 'function') {
            step();
            continue;
          }
          if (code !== 0) throw new Error(`exit code ${code} before ${step}: ${stderr.text()}`);
          const written = collector();
          const argv = typeof step === 'string' ? step.split(' ').filter(Boolean) : step;
          const call = asAsked(argv, surroundings);
          const streams = { stdout: written.stream, stderr: stderr.stream };
          code = await main(call, { env: self.env, ...streams } as unknown as NodeJS.Process);
          stdout = written.text();
        }
        return { code, stdout, stderr: stderr.text() };
      } finally {
        self.chdir(before.folder);
        setEnvironment(before.env);
      }
    }),
  );
  last = result.catch(() => {});
  return result;
}

function setEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(self.env)) delete self.env[name];
  Object.assign(self.env, env);
}

/** A stream, and what was written to it. */
function collector(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

/** Runs the program as users do, in a process of its own. */
export function runProgram(argv: readonly string[], surroundings: Surroundings = {}): Promise<Result> {
  return runCommand(process.execPath, [PROGRAM, ...asAsked(argv, surroundings)], surroundings);
}

/** The call; one of a command that says how far it is is told not to, unless the test is about that. */
function asAsked(argv: readonly string[], { progress = false }: Surroundings): readonly string[] {
  return progress || !LONG.includes(argv[0] ?? '') ? argv : argv.toSpliced(1, 0, '--no-progress');
}

/** Runs a script of the shell, which finds `resume-check` on its path. */
export async function runShell(script: string, surroundings: Surroundings = {}): Promise<Result> {
  const programs = mkdtempSync(join(tmpdir(), 'resume-check-bin-'));
  const call = `#!/bin/sh
case "$1" in
  ${LONG.join('|')}) command=$1; shift; set -- "$command" --no-progress "$@" ;;
esac
exec '${process.execPath}' '${PROGRAM}' "$@"
`;
  try {
    writeFileSync(join(programs, 'resume-check'), call, { mode: 0o755 });
    const env = { PATH: `${programs}:${process.env.PATH ?? ''}`, ...surroundings.env };
    return await runCommand('sh', ['-c', script], { ...surroundings, env });
  } finally {
    rmSync(programs, { recursive: true, force: true });
  }
}

function runCommand(command: string, argv: readonly string[], surroundings: Surroundings): Promise<Result> {
  return inFolder(surroundings, async (cwd) => {
    const child = spawn(command, argv, {
      cwd,
      env: { PATH: process.env.PATH ?? '', ...surroundings.env },
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: 120_000,
      killSignal: 'SIGKILL',
    });
    const collected: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => collected[0].push(chunk));
    child.stderr.on('data', (chunk: Buffer) => collected[1].push(chunk));
    // a program that does not read its input closes it
    child.stdin.on('error', () => {});
    child.stdin.end(surroundings.stdin ?? '');
    const code = await new Promise<number | string | null>((done, fail) => {
      child.on('error', fail);
      child.on('close', (exitCode, signal) => done(exitCode ?? signal));
    });
    const [stdout, stderr] = collected.map((chunks) => Buffer.concat(chunks).toString('utf8'));
    return { code, stdout: stdout ?? '', stderr: stderr ?? '' };
  });
}

/** Makes a folder with the files, has something done in it, and adds the files that are then there. */
async function inFolder(
  { files = {}, cwd = '' }: Surroundings,
  act: (cwd: string) => Promise<Omit<Result, 'files'>>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'resume-check-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const result = await act(join(folder, cwd));
    return { ...result, files: filesOf(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile())
      .map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')]),
  );
}
