/** `lint`: the daily logs of an institution against the plan, against one another, and against its profile. */
import { resolve } from 'node:path';
import { unusableFile, withFindings } from '../audit/finding.js';
import { check, inputsOfProfile, type LoadedProfile } from '../check/check.js';
import { toldToReaders } from '../check/known.js';
import { REPORT_FORMATS, type ReportFormat } from '../command-line/formats.js';
import type { OptionsOf } from '../command-line/options.js';
import { oneOf } from '../command-line/values.js';
import { folderName } from '../io/folders.js';
import { processors } from '../io/pool.js';
import { startProgress } from '../io/progress.js';
import { takeRoom } from '../io/room.js';
import { dateInChina, type Session } from '../io/session.js';
import { filesOfConfig, loadConfig, upwards } from '../load/config.js';
import { unreadLogsOf } from '../load/institution-files.js';
import { bytesOf, type FoundLogs, findLogs, giveLogs, inputsOf, readLogs } from '../load/logs.js';
import { loadProfile } from '../load/profile.js';
import { ownWaivers } from '../load/waivers.js';
import { KINDS } from '../logs/kinds/index.js';
import type { LogReading } from '../logs/summary.js';
import { toRejects } from '../report/rejects.js';
import { type Run, runOf } from '../run/run.js';
import { fill } from '../text/fill.js';
import type { InstitutionReport, Language } from '../types.js';
import { dayOfCheck } from './parts/as-of.js';
import { noteConfigs } from './parts/config-notes.js';
import { finish, reportOn } from './parts/finish.js';
import { keepApart, keepInputs, type Output, pairOutputs, pathsOf } from './parts/outputs.js';
import { drawsFigures, mostOfASort } from './parts/render-report.js';
import { type Excerpt, shownRows } from './parts/shown-rows.js';

/** What a lint looks at. */
interface Linted {
  readonly found: FoundLogs;
  readonly readings: readonly LogReading[];
  readonly profile: LoadedProfile | undefined;
  readonly run: Run;
}

/** Checks the logs, writes the report, and returns the exit code. */
export async function lint(paths: readonly string[], options: OptionsOf<'lint'>, session: Session): Promise<number> {
  const outputs = pairOutputs(REPORT_FORMATS, options.format, options.output);
  const linted = await load(paths, options, outputs, session);
  const { readings, run } = linted;
  const report = reportOn([judge(linted)], run);
  const { rejects } = options;
  const besides = new Map(rejects === undefined ? [] : [[rejects, toRejects(readings, run.rules, session.language)]]);
  const excerpts = (draw: (excerpt: Excerpt) => Promise<unknown>) => linesShown(linted, options, draw);
  const exitCode = await finish(report, run, outputs, { ...options, excerpts, besides }, session);
  return readings.every(({ summary }) => summary === undefined) ? 2 : exitCode;
}

/** Reads the logs, and the profile that belongs to them. */
async function load(
  paths: readonly string[],
  options: OptionsOf<'lint'>,
  outputs: readonly Output<ReportFormat>[],
  session: Session,
): Promise<Linted> {
  const { stage, encoding, year, strict, rejects } = options;
  const names = KINDS.map(({ name }) => name);
  const kind = options.kind === undefined ? undefined : oneOf(names, options.kind, '--kind');
  const all = findLogs(paths);
  const isTaken = options.profile === undefined;
  const found = { ...all, refused: all.refused.filter(({ holds }) => isTaken || holds !== 'profile') };
  const path = options.profile === false ? undefined : (options.profile ?? found.profile);
  const foundConfig = loadConfig(options.config, [...new Set([resolve(found.folder), ...upwards(found.home)])]);
  const { config } = foundConfig;
  const keep = (inputs: readonly string[]): void => {
    keepInputs(outputs, inputs);
    if (rejects !== undefined) keepApart(rejects, outputs, inputs);
  };
  keep([...found.files, ...(path === undefined ? [] : [path]), ...filesOfConfig(config)]);
  const waivers = ownWaivers(config);
  const profile = path === undefined ? undefined : loadProfile(path);
  keep(profile ? pathsOf(inputsOfProfile(profile)) : []);
  const { asOf, isAhead: asOfIsAhead } = dayOfCheck(options.asOf, profile?.source, dateInChina(session.now()));
  const figures = drawsFigures(outputs);
  const most = mostOfASort(options);
  const run = runOf({
    asOf,
    asOfIsAhead,
    stage,
    config,
    waivers,
    strict,
    hints: options.hints,
    figures,
    mostOfASort: most,
  });
  if (!options.quiet) await noteConfigs([foundConfig], session);
  const bytes = bytesOf(found.files);
  takeRoom(bytes, 'log');
  const words = megabytesRead(bytes, session.language);
  const progress = startProgress(options, session, words, { plain: false });
  const reading = {
    ...(kind === undefined ? {} : { kind }),
    ...(options.map ? { map: new Map(options.map) } : {}),
    ...(encoding === undefined ? {} : { encoding }),
    ...(year === undefined ? {} : { year }),
    ...(profile ? toldToReaders(profile.source.profile) : {}),
    keepAll: rejects !== undefined,
  };
  const threads = { jobs: options.jobs ?? processors(), workerFile: session.workerFile, progress };
  const readings = await readLogs(found.files, reading, run, threads).finally(progress.end);
  return { found, readings, profile, run };
}

function judge({ found, readings, profile, run }: Linted): InstitutionReport {
  const id = folderName(found.folder);
  const report = check(
    {
      id,
      ...(profile ? { profile: profile.source } : {}),
      logs: giveLogs(readings, profile?.source.profile, run.asOf, unreadLogsOf(found)),
      judge: 'logs',
      inputs: [...(profile ? inputsOfProfile(profile) : []), ...inputsOf(readings)],
    },
    run,
  );
  const { refused } = found;
  if (refused.length === 0) return report;
  return withFindings(
    report,
    refused.map(({ why, path }) => unusableFile(id, why, path)),
  );
}

/** Returns what gives the lines of the logs and of the profile. */
async function linesShown(
  { found, readings, profile }: Linted,
  { showValues }: OptionsOf<'lint'>,
  draw: (excerpt: Excerpt) => Promise<unknown>,
): Promise<Excerpt> {
  if (showValues === 'none') return () => undefined;
  const ofLogs = await shownRows(draw, found.files, readings, showValues);
  const source = profile?.source;
  return (file, line) => ofLogs(file, line) ?? (file === source?.file ? source.excerpt(line, showValues) : undefined);
}

/** Words how many bytes of all were read. */
function megabytesRead(all: number, language: Language): (bytes: number) => string {
  const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
  return (bytes) =>
    fill(
      { zh: '正在读日志：{percent}%（{read}/{all} MB）', en: 'reading logs: {percent}% ({read} of {all} MB)' },
      { percent: Math.floor((100 * bytes) / Math.max(1, all)), read: megabytes(bytes), all: megabytes(all) },
      language,
    );
}
