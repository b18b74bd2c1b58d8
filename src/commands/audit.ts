/** `audit`: many institutions at once. */
import { join } from 'node:path';
import { readBureau } from '../audit/bureau.js';
import { type Found, findInstitutions } from '../audit/discover.js';
import { readExpected } from '../audit/expected.js';
import { findingOf, startOf, withFindings } from '../audit/finding.js';
import { auditInstitution, unreported } from '../audit/institution.js';
import { type Partial, writePartial } from '../audit/partial.js';
import { sameLogs } from '../audit/same-logs.js';
import { shardOf } from '../audit/shard.js';
import { sharing } from '../audit/share.js';
import { CRASHED } from '../check/handed-in.js';
import { NO_SUCH_FORMAT, PART_FORMATS, REPORT_FORMATS } from '../command-line/formats.js';
import type { OptionsOf } from '../command-line/options.js';
import { oneOf } from '../command-line/values.js';
import { type Config, settingsOf } from '../config/config.js';
import { isWorded, UnusableError } from '../errors.js';
import { shownPath, sizeOf } from '../io/files.js';
import { sha256 } from '../io/hash.js';
import { Crashed, type Done, OUT_OF_TIME, processors, runInWorkers } from '../io/pool.js';
import { type Progress, startProgress } from '../io/progress.js';
import { dateInChina, type Session } from '../io/session.js';
import { collectSooner } from '../io/v8-flag.js';
import { configIn, type FoundConfig, filesOfConfig, loadConfig, upwards, waiversFile } from '../load/config.js';
import { institutionFiles, isInstitution } from '../load/institution-files.js';
import { loadWaivers } from '../load/waivers.js';
import { type Asked, type Run, runOf } from '../run/run.js';
import { fill } from '../text/fill.js';
import type { InstitutionReport, Wording } from '../types.js';
import { noteConfigs } from './parts/config-notes.js';
import type { AuditFormat } from './parts/finish.js';
import { finishAudit } from './parts/finish-audit.js';
import { notePassedOver } from './parts/left-aside.js';
import { keepInputs, type Output, pairOutputs, pathsOf, writeOutputs } from './parts/outputs.js';
import { drawsFigures, mostOfASort } from './parts/render-report.js';

const AUDITED: Wording = { zh: '已审核 {count}/{all} 家机构', en: '{count} of {all} institutions audited' };

/** What an audit looks at, and who should be there. */
interface Audited extends Pick<Partial, 'expected' | 'waivers' | 'bureau'> {
  /** All that were found, and those of this part. */
  readonly found: readonly Found[];
  readonly own: readonly Found[];
  readonly run: Run;
}

/** Audits the institutions, writes the report, and returns the exit code. */
export async function audit(
  patterns: readonly string[],
  options: OptionsOf<'audit'>,
  session: Session,
): Promise<number> {
  const outputs = outputsOf(options);
  const audited = await load(patterns, options, outputs, session);
  const partial = partOf(audited, await judge(audited, options, session), options);
  // which files hold lists, the profiles say
  keepInputs(
    outputs,
    partial.institutions.flatMap(({ inputs }) => pathsOf(inputs)),
  );
  if (!options.shard) return finishAudit(partial, audited.run, outputs, options, session);
  await writeOutputs(outputs, () => writePartial(partial), session);
  return 0;
}

/** What is written, in formats that with a shard are others than without. */
function outputsOf({ shard, format = [], output }: OptionsOf<'audit'>): Output<AuditFormat>[] {
  const known: readonly [AuditFormat, ...AuditFormat[]] = shard ? PART_FORMATS : REPORT_FORMATS;
  const formats = format.map((each) => oneOf(known, each, '--format', NO_SUCH_FORMAT));
  return pairOutputs(known, formats, output);
}

async function load(
  patterns: readonly string[],
  options: OptionsOf<'audit'>,
  outputs: readonly Output<AuditFormat>[],
  session: Session,
): Promise<Audited> {
  const { shard, stage, strict, hints, asOf = dateInChina(session.now()) } = options;
  const { found, passedOver, counties } = findInstitutions(patterns);
  const foundConfig = configOf(options.config, counties);
  const { config } = foundConfig;
  if (!options.quiet) {
    await notePassedOver(passedOver, session);
    await noteConfigs([foundConfig], session);
  }
  keepInputs(outputs, everyInput(patterns, options, config, found));
  const expected = options.expect === undefined ? [] : readExpected(options.expect);
  const most = mostOfASort(options);
  const bureau =
    options.bureau === undefined ? undefined : readBureau(options.bureau, { asOf, strict, mostOfASort: most });
  const granted = options.waivers ?? waiversFile(config);
  const waivers = granted === undefined ? undefined : loadWaivers(granted);
  const shared = waivers && { list: waivers, shared: true };
  const figures = shard !== undefined || drawsFigures(outputs);
  return {
    found,
    own: found.filter(({ id }) => !shard || shardOf(id, shard.count) === shard.index),
    expected,
    ...(waivers ? { waivers } : {}),
    ...(bureau ? { bureau } : {}),
    run: runOf({ asOf, stage, config, waivers: shared, strict, hints, figures, mostOfASort: most }),
  };
}

/**
 * Returns the county's configuration: the one that was named, else the one in the folder where the institutions lie, or
 * above it. That of an institution never counts.
 *
 * @throws {UnusableError} if they lie in several folders that have different ones.
 */
function configOf(named: string | undefined, counties: readonly string[]): FoundConfig {
  const [first = { isFound: false, unused: [] }, ...others] = counties.map((county): FoundConfig => {
    const folders = upwards(county);
    const found = loadConfig(
      named,
      folders.filter((folder) => !isInstitution(folder)),
    );
    const own =
      named === undefined ? folders.filter(isInstitution).flatMap((folder) => configIn(folder).first ?? []) : [];
    return { ...found, unused: [...found.unused, ...own.map(shownPath)] };
  });
  const other = others.find(({ config }) => config?.file !== first.config?.file);
  if (!other) return first;
  const files = [first, other].flatMap(({ config }) => config?.file ?? []).join(', ');
  throw new UnusableError('usage/configs', SEVERAL, { files });
}

const SEVERAL: Wording = {
  zh: '各文件夹的配置不同（{files}），没有核对；用 --config 写出要用的一份',
  en: 'the folders have different configurations ({files}), nothing was audited; name the one to use with --config',
};

/** Audits the institutions, and compares their logs with those of all that were found. */
async function judge(
  { found, own, run }: Audited,
  { jobs = processors(), timeout, hints = true, ...options }: OptionsOf<'audit'>,
  session: Session,
): Promise<InstitutionReport[]> {
  const alike = hints ? sameLogs(found.map(({ id, folder }) => ({ id, folder, logs: logsOf(folder) }))) : undefined;
  const words = (count: number): string => fill(AUDITED, { count, all: own.length }, session.language);
  const progress = startProgress(options, session, words, { plain: true });
  const threads = { jobs, workerFile: session.workerFile, progress, ...(timeout === undefined ? {} : { timeout }) };
  const reports = await auditAll(own, run, threads).finally(progress.end);
  return reports.map((report, i) => {
    const same = alike?.get(own[i]?.folder ?? '') ?? [];
    return same.length > 0 ? withFindings(report, same) : report;
  });
}

/** Returns what was found as a part of the audit, or as all of it. */
function partOf(
  { found, own: _, run, ...lists }: Audited,
  institutions: readonly InstitutionReport[],
  { shard, stage, strict = false, hints = true }: OptionsOf<'audit'>,
): Partial {
  const config = sha256(settingsOf(run.asked.config));
  const { expected, waivers } = lists;
  const all = run.mostOfASort !== undefined;
  const settings = { stage, strict, hints, ...(all ? { all } : {}) };
  return {
    formatVersion: 1,
    ...run.identity,
    options: sha256(JSON.stringify([settings, config, expected, waivers])),
    config,
    of: shard?.count ?? 1,
    shards: [shard?.index ?? 1],
    found: found.map(({ id }) => id),
    ...lists,
    institutions,
  };
}

/** How institutions are audited. */
interface Threads {
  readonly jobs: number;
  readonly workerFile: string | undefined;
  readonly progress: Progress;
  readonly timeout?: number;
}

/** Audits each institution, in worker threads also where it is only one: what it may die of ends no more than itself. */
async function auditAll(
  institutions: readonly Found[],
  run: Run,
  { workerFile, progress, ...threads }: Threads,
): Promise<InstitutionReport[]> {
  collectSooner();
  const kept = sharing();
  let count = 0;
  if (workerFile === undefined) {
    return institutions.map((institution) => {
      const report = kept(survived(attempt(institution, run), institution, run));
      progress.at(++count);
      return report;
    });
  }
  const sizes = institutions.map(({ folder }) => logsOf(folder).reduce((sum, { path }) => sum + sizeOf(path), 0));
  const done = await progress.during(
    runInWorkers<{ institution: Found; asked: Asked }, InstitutionReport>(
      workerFile,
      institutions.map((institution) => ({ institution, asked: run.asked })),
      threads.jobs,
      () => progress.at(++count),
      { kept, sizes, ...threads },
    ),
  );
  return done.map((each, i) => survived(each, institutions[i] as Found, run, threads.timeout));
}

/** Audits an institution in this thread, where an error takes no more with it than it would in a worker. */
function attempt(institution: Found, run: Run): Done<InstitutionReport> {
  try {
    return auditInstitution(institution, run);
  } catch (error) {
    if (isWorded(error)) throw error;
    return new Crashed((error as NodeJS.ErrnoException).code ?? 'ERR_WORKER');
  }
}

/** What came of an institution whose worker may have died of it. */
function survived(
  done: Done<InstitutionReport>,
  { id, folder }: Found,
  { stage = 'run' }: Run,
  timeout = 0,
): InstitutionReport {
  if (!(done instanceof Crashed)) return done;
  const { code } = done;
  const why = ({ ERR_WORKER_OUT_OF_MEMORY: 'memory', [OUT_OF_TIME]: 'timeout' } as const)[code] ?? 'crashed';
  const location = startOf(shownPath(folder));
  const finding = findingOf(id, CRASHED, why, { location, params: { code, seconds: timeout } });
  // nobody knows
  return { ...unreported(id, undefined, stage, finding), compliant: null, compliantWithWaivers: null };
}

/** Whatever the audit may read: no report is written over it. */
function everyInput(
  patterns: readonly string[],
  { expect, bureau, waivers }: OptionsOf<'audit'>,
  config: Config | undefined,
  found: readonly Found[],
): string[] {
  const given = [expect, bureau, waivers].filter((each) => each !== undefined);
  const lists = patterns.filter((each) => each.startsWith('@')).map((each) => each.slice(1));
  return [...given, ...lists, ...filesOfConfig(config), ...found.flatMap(({ folder }) => inputsIn(folder))];
}

/** Whatever an institution may be read from. */
function inputsIn(folder: string): string[] {
  const { profile = join(folder, 'profile.yaml'), logs, ownWaivers } = institutionFiles(folder);
  const { first = join(folder, 'resume-check.yaml'), others } = configIn(folder);
  return [first, ...others, profile, ...logs, ...(ownWaivers === undefined ? [] : [ownWaivers])];
}

/** The logs of an institution, to compare with those of others. */
function logsOf(folder: string): { path: string; file: string }[] {
  return institutionFiles(folder).logs.map((path) => ({ path, file: shownPath(path) }));
}
