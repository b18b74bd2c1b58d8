/** Finds the logs that paths name, and reads them. */
import { isUtf8 } from 'node:buffer';
import { dirname, join } from 'node:path';
import { foundOnce } from '../check/found-once.js';
import type { LogsGiven } from '../check/judge-logs.js';
import { knownOf } from '../check/known.js';
import { rowChecks } from '../check/row-checks.js';
import { UnfinishedError, UnusableError } from '../errors.js';
import { isFile, isFolder, isThere, readBlocks, realPath, shownPath, sizeOf } from '../io/files.js';
import { expandGlobs } from '../io/folders.js';
import { Crashed, runInWorkers } from '../io/pool.js';
import type { Progress } from '../io/progress.js';
import { KINDS } from '../logs/kinds/index.js';
import { joinLogs } from '../logs/logs.js';
import { readLog } from '../logs/read/log.js';
import type { ReadOptions } from '../logs/read/options.js';
import type { LogReading } from '../logs/summary.js';
import type { Profile } from '../profile/profile.types.js';
import type { Asked, Run } from '../run/run.js';
import type { Input, Wording } from '../types.js';
import { type InstitutionFiles, institutionFiles, isInstitution, logsOf, type Refused } from './institution-files.js';

/** How logs are read, besides what the run says. */
export type ReadingOptions = Pick<
  ReadOptions,
  'kind' | 'map' | 'encoding' | 'year' | 'operationYear' | 'people' | 'keepAll'
>;

/** The logs that were found, and the profile that stands beside them. */
export interface FoundLogs {
  readonly files: readonly string[];
  readonly refused: readonly Refused[];
  readonly profile?: string;
  /** The folder that was named, or that of the first file. */
  readonly folder: string;
  /** The folder of the institution whose they are, as far as can be seen: with its profile, else the folder itself. */
  readonly home: string;
}

/**
 * Returns the logs that the paths name: files, folders, globs. The folder of an institution names those in its folder of
 * logs, not the lists of its profile.
 *
 * @throws {UnusableError} if there is none, or a path names none.
 */
export function findLogs(paths: readonly string[]): FoundLogs {
  const named = expandGlobs(paths);
  for (const path of named) if (!isFolder(path) && !isFile(path)) throw missing(path);
  const read = named.map((path) => (isFolder(path) ? logsOfFolder(path) : { logs: [path], refused: [] }));
  // the same file may be named twice in different ways; its rows must not be duplicates of themselves
  const files = [...new Map(read.flatMap(({ logs }) => logs.map((path) => [realPath(path), path]))).values()];
  const folder = named.find(isFolder) ?? dirname(files[0] ?? '.');
  const home = homeOf(folder);
  const own = isInstitution(home) ? institutionFiles(home) : undefined;
  const besides = own?.refused.filter(({ holds }) => holds !== 'logs') ?? [];
  const refused = [
    ...new Map([...besides, ...read.flatMap((each) => each.refused)].map((each) => [each.path, each])).values(),
  ];
  if (files.length === 0) throw refused[0]?.why ?? new UnusableError('input/no-logs', NO_LOGS);
  const profile = own?.profile !== undefined && isThere(own.profile) ? own.profile : undefined;
  return { files, refused, folder, home, ...(profile === undefined ? {} : { profile }) };
}

const NO_LOGS: Wording = {
  zh: '没有找到日志（*.csv），没有可核对的。日志在别的文件夹就写出它，例如 resume-check lint 我的学校/logs',
  en: 'no logs (*.csv) were found, there is nothing to check; name their folder, such as resume-check lint my-school/logs',
};

/** The folder of the institution whose logs are in a folder: itself or the one above, else itself. */
function homeOf(folder: string): string {
  const above = dirname(folder);
  return !isInstitution(folder) && isThere(join(above, 'profile.yaml')) ? above : folder;
}

/**
 * The logs of an institution, if that is what a folder is, else whatever logs are in it. What was named is read wherever
 * it leads; what was only found must lie inside.
 */
function logsOfFolder(folder: string): Pick<InstitutionFiles, 'logs' | 'refused'> {
  const own = isInstitution(folder) ? institutionFiles(folder) : undefined;
  return own && own.logs.length + own.refused.length > 0 ? own : logsOf(homeOf(folder), folder);
}

/** What is there but no file is refused too: logs are read more than once, which a pipe can't be. */
function missing(path: string): UnusableError {
  const file = shownPath(path);
  return new UnusableError(
    'input/missing',
    {
      zh: '找不到这个文件，或它不是普通文件。日志是 CSV 文件，也可以写出它们的文件夹',
      en: 'no such file, or not a regular one; name the CSV files of the logs, or their folder',
    },
    { file },
    { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
  );
}

function isText(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}

/** One file to read. */
export interface LogTask {
  readonly path: string;
  readonly options: ReadingOptions;
}

/** Reads one log. `onRead` is told after every block how many bytes of the file were read; a file may be read again. */
export function readOneLog({ path, options }: LogTask, run: Run, onRead?: (bytes: number) => void): LogReading {
  const { kinds, rules, strict, asOf, figures, mostOfASort: most } = run;
  const { limits } = run.plan;
  const open = (): Iterable<Uint8Array> => (onRead ? counted(readBlocks(path), onRead) : readBlocks(path));
  return readLog(shownPath(path), open, {
    ...options,
    kinds,
    strict,
    asOf,
    limits,
    most,
    temperatures: figures,
    onRow: rowChecks(rules, limits),
    isText,
  });
}

function* counted(blocks: Iterable<Uint8Array>, onRead: (bytes: number) => void): Generator<Uint8Array> {
  let bytes = 0;
  for (const block of blocks) {
    bytes += block.length;
    onRead(bytes);
    yield block;
  }
}

/** Files below this many bytes together are not worth a second thread, which takes 50 ms to start. */
const WORTH_A_THREAD = 8 * 1024 * 1024;

/** Returns how many bytes files have together. */
export function bytesOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + sizeOf(path), 0);
}

/** Whether logs are read by several threads: where there are several, and enough of them. */
function readInThreads(paths: readonly string[], { jobs, workerFile }: Threads): boolean {
  return jobs > 1 && paths.length > 1 && workerFile !== undefined && bytesOf(paths) >= WORTH_A_THREAD;
}

/** How many threads there may be, and what they run. */
interface Threads {
  readonly jobs: number;
  readonly workerFile: string | undefined;
}

/**
 * Reads logs, several at a time where that is faster. The progress is counted in bytes; those of other threads when they
 * are done with a file.
 */
export async function readLogs(
  paths: readonly string[],
  options: ReadingOptions,
  run: Run,
  { jobs, workerFile, progress }: Threads & { readonly progress: Progress },
): Promise<LogReading[]> {
  const tasks = paths.map((path): LogTask => ({ path, options }));
  const sizes = paths.map(sizeOf);
  let done = 0;
  const read = (task: LogTask): LogReading => readOneLog(task, run, (bytes) => progress.at(done + bytes));
  const isDone = (i: number): void => {
    done += sizes[i] as number;
    progress.at(done);
  };
  if (workerFile === undefined || !readInThreads(paths, { jobs, workerFile })) {
    return tasks.map((task, i) => {
      const reading = read(task);
      isDone(i);
      return reading;
    });
  }
  const results = await progress.during(
    runInWorkers<{ log: LogTask; asked: Asked }, LogReading>(
      workerFile,
      tasks.map((log) => ({ log, asked: run.asked })),
      jobs,
      isDone,
      { sizes, here: ({ log }) => read(log) },
    ),
  );
  return results.map((result, i) => {
    if (!(result instanceof Crashed)) return result;
    throw new UnfinishedError(
      'io/worker',
      { zh: '读 {file} 时内存不够（{code}）', en: 'ran out of memory while reading {file} ({code})' },
      { file: shownPath(paths[i] as string), code: result.code },
    );
  });
}

/** Joins what was read of an institution's logs. `unread` are files that were not read at all: they may be of any kind. */
export function giveLogs(
  readings: readonly LogReading[],
  profile: Profile | undefined,
  asOf: string,
  unread: readonly string[] = [],
): LogsGiven {
  const summaries = readings.flatMap(({ summary }) => summary ?? []);
  const ofAnyKind = KINDS.map(({ name }) => name);
  const lost = [
    ...readings.flatMap(({ file, candidates }) => (candidates ? [{ file, candidates }] : [])),
    ...unread.map((path) => ({ file: shownPath(path), candidates: ofAnyKind })),
  ];
  const logs = joinLogs(summaries, profile && knownOf(profile), asOf, lost);
  return { readings: foundOnce(readings, logs), logs };
}

/** The files as a report lists them. */
export function inputsOf(readings: readonly LogReading[]): Input[] {
  return readings.map(({ file, summary, encoding, rowCount }) => ({
    file,
    kind: summary?.log.kind ?? 'unknown',
    encoding: encoding ?? 'unknown',
    rows: rowCount,
  }));
}
