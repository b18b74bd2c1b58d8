/** Runs the built program as a child process in a fresh folder, and says what came of it: code, streams, files. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The built program. */
export const PROGRAM = join(ROOT, 'bin', 'resume-check.js');

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

/** Runs the program. */
export function run(argv: readonly string[], surroundings: Surroundings = {}): Promise<Result> {
  return runCommand(process.execPath, [PROGRAM, ...argv], surroundings);
}

/** Runs a script of the shell, which finds `resume-check` on its path. */
export async function runShell(script: string, surroundings: Surroundings = {}): Promise<Result> {
  const programs = mkdtempSync(join(tmpdir(), 'resume-check-bin-'));
  const call = `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`;
  try {
    writeFileSync(join(programs, 'resume-check'), call, { mode: 0o755 });
    const env = { PATH: `${programs}:${process.env.PATH ?? ''}`, ...surroundings.env };
    return await runCommand('sh', ['-c', script], { ...surroundings, env });
  } finally {
    rmSync(programs, { recursive: true, force: true });
  }
}

async function runCommand(command: string, argv: readonly string[], surroundings: Surroundings): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'resume-check-'));
  try {
    for (const [path, content] of Object.entries(surroundings.files ?? {})) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const child = spawn(command, argv, {
      cwd: join(folder, surroundings.cwd ?? ''),
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
    return { code, stdout: stdout ?? '', stderr: stderr ?? '', files: filesOf(folder) };
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
