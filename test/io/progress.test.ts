/** Progress: what is written when, by a clock that the test sets. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Progress, startProgress } from '../../src/io/progress.js';
import { readLogs } from '../../src/load/logs.js';
import { runOf } from '../../src/run/run.js';
import { CLEAN } from '../scenarios/lint-logs.js';

const words = (done: number): string => `${done} done`;

/** Progress on a screen that keeps what is written, with a clock that stands still until it is set. */
function started({
  isTerminal = true,
  plain = false,
  ...options
}: {
  isTerminal?: boolean;
  plain?: boolean;
  quiet?: boolean;
  progress?: boolean;
}) {
  const written: string[] = [];
  let time = 5_000;
  const session = {
    now: () => new Date(time),
    screen: { isTerminal, write: (text: string) => void written.push(text) },
  };
  const progress = startProgress(options, session, words, { plain });
  /** Says at each of the milliseconds after the start that as many are done. */
  const runTo = (...moments: readonly number[]): string[] => {
    for (const moment of moments) {
      time = 5_000 + moment;
      progress.at(moment);
    }
    return written;
  };
  return { progress, written, runTo };
}

test('in a terminal one line is rewritten, from the first second on, and cleared', () => {
  const { progress, written, runTo } = started({});
  expect(runTo(0, 500, 999)).toEqual([]);
  expect(runTo(1_000, 1_050, 1_099, 1_100)).toEqual(['\r1000 done\u001b[K', '\r1100 done\u001b[K']);
  progress.end();
  expect(written.slice(2)).toEqual(['\r\u001b[K']);
});

test('a short run shows nothing, and clears nothing', () => {
  const { progress, written, runTo } = started({});
  runTo(1, 2, 900);
  progress.end();
  expect(written).toEqual([]);
});

test('where there is no terminal a line is written every ten seconds, if it is asked for', () => {
  const { progress, written, runTo } = started({ isTerminal: false, plain: true });
  runTo(1_000, 9_999, 10_000, 12_000, 19_999, 20_000);
  progress.end();
  expect(written).toEqual(['10000 done\n', '20000 done\n']);
});

test.each([
  ['not asked for, without a terminal', { isTerminal: false }],
  ['with --quiet', { quiet: true }],
  ['with --quiet, without a terminal', { quiet: true, isTerminal: false, plain: true }],
  ['with --no-progress', { progress: false }],
  ['with --no-progress, without a terminal', { progress: false, isTerminal: false, plain: true }],
])('%s nothing is written', async (_, options) => {
  const { progress, written, runTo } = started(options);
  runTo(1_000, 20_000, 60_000);
  await expect(progress.during(Promise.resolve(7))).resolves.toBe(7);
  progress.end();
  expect(written).toEqual([]);
});

test('what is waited for comes back, and fails as it fails', async () => {
  const { progress } = started({});
  await expect(progress.during(Promise.resolve(7))).resolves.toBe(7);
  await expect(progress.during(Promise.reject(new Error('gone')))).rejects.toThrow('gone');
});

test('the progress of reading logs ends with the bytes of all of them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'resume-check-progress-'));
  try {
    const paths = ['a.csv', 'b.csv'].map((name) => join(folder, name));
    for (const path of paths) writeFileSync(path, CLEAN);
    const size = Buffer.byteLength(CLEAN);
    const said: number[] = [];
    const progress: Progress = { at: (done) => void said.push(done), during: (work) => work, end: () => {} };
    await readLogs(paths, { keepAll: false }, runOf({ asOf: '2020-05-08' }), {
      jobs: 1,
      workerFile: undefined,
      progress,
    });
    expect(said.at(-1)).toBe(2 * size);
    expect(new Set(said)).toEqual(new Set([size, 2 * size]));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
