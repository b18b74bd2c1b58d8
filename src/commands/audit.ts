/** `audit`: many institutions at once. */
import { join } from 'node:path';
import { readBureau } from '../audit/bureau.js';
import { type Found, findInstitutions } from '../audit/discover.js';
import { readExpected } from '../audit/expected.js';
import { findingOf, startOf, withFindings } from '../audit/finding.js';
import { auditInstitution, type InstitutionTask, unreported } from '../audit/institution.js';
import { whole } from '../audit/merge.js';
import { type Partial, writePartial } from '../audit/partial.js';
import { reportOf } from '../audit/report.js';
import { sameLogs } from '../audit/same-logs.js';
import { shardOf } from '../audit/shard.js';
import { sharing } from '../audit/share.js';
import { CRASHED } from '../check/handed-in.js';
import { NO_SUCH_FORMAT, PART_FORMATS, REPORT_FORMATS } from '../command-line/formats.js';
import type { OptionsOf } from '../command-line/options.js';
import { oneOf } from '../command-line/values.js';
import { type Config, configuredPlan, configuredRules, settingsOf } from '../config/config.js';
import { isWorded } from '../errors.js';
import { shownPath, sizeOf } from '../io/files.js';
import { sha256 } from '../io/hash.js';
import { Crashed, type Done, processors, runInWorkers } from '../io/pool.js';
import { type Progress, startProgress } from '../io/progress.js';
import { dateInChina, type Session } from '../io/session.js';
import { collectSooner } from '../io/v8-flag.js';
import { filesOfConfig, loadConfig } from '../load/config.js';
import { type InstitutionFiles, institutionFiles } from '../load/institution-files.js';
import { loadWaivers } from '../load/waivers.js';
import { LIUZHOU_2020 } from '../plan/plan.js';
import { RULES } from '../rules/index.js';
import { fill } from '../text/fill.js';
import type { InstitutionReport, Wording } from '../types.js';
import { exitCodeOf } from './parts/exit-code.js';
import { RULES_DIGEST, TOOL_VERSION } from './parts/identity.js';
import { notePassedOver, noteUnused } from './parts/left-aside.js';
import { keepInputs, pairOutputs, pathsOf, writeOutputs } from './parts/outputs.js';
import { drawsFigures, mostOfASort, renderReport } from './parts/render-report.js';

const AUDITED: Wording = { zh: '已审核 {count}/{all} 家机构', en: '{count} of {all} institutions audited' };

/** Audits the institutions, writes the report, and returns the exit code. */
export async function audit(
  patterns: readonly string[],
  options: OptionsOf<'audit'>,
  session: Session,
): Promise<number> {
  const { shard, stage, jobs = processors(), asOf = dateInChina(session.now()) } = options;
  const partOutputs = shard ? pairOutputs(PART_FORMATS, asked(PART_FORMATS, options.format), options.output) : [];
  const outputs = shard ? [] : pairOutputs(REPORT_FORMATS, asked(REPORT_FORMATS, options.format), options.output);
  const config = options.config === undefined ? undefined : loadConfig(options.config, '.');
  const { found, passedOver } = findInstitutions(patterns);
  if (!options.quiet) await notePassedOver(passedOver, session);
  keepInputs([...outputs, ...partOutputs], everyInput(patterns, options, config, found));
  const expected = options.expect === undefined ? [] : readExpected(options.expect);
  const bureau =
    options.bureau === undefined
      ? undefined
      : readBureau(options.bureau, { asOf, strict: options.strict ?? false, most: mostOfASort(options) });
  const waivers = options.waivers === undefined ? undefined : loadWaivers(options.waivers);
  const all = mostOfASort(options) !== undefined;
  const settings = { stage, strict: options.strict ?? false, hints: options.hints ?? true, ...(all ? { all } : {}) };
  const alike = settings.hints
    ? sameLogs(found.map(({ id, folder }) => ({ id, folder, logs: logsOf(folder) })))
    : undefined;
  const how: Omit<InstitutionTask, 'institution'> = {
    asOf,
    strict: settings.strict,
    hints: settings.hints,
    figures: shard !== undefined || drawsFigures(outputs),
    mostOfASort: mostOfASort(options),
    ...(stage ? { stage } : {}),
    ...(config ? { config } : {}),
    ...(waivers ? { waivers } : {}),
  };
  const tasks = found
    .filter(({ id }) => !shard || shardOf(id, shard.count) === shard.index)
    .map((institution): InstitutionTask => ({ institution, ...how }));
  const { language } = session;
  const words = (count: number): string => fill(AUDITED, { count, all: tasks.length }, language);
  const progress = startProgress(options, session, words, { plain: true });
  const audited = await auditAll(tasks, jobs, session.workerFile, progress).finally(progress.end);
  // which files hold lists, the profiles say
  keepInputs(
    [...outputs, ...partOutputs],
    audited.flatMap(({ inputs }) => pathsOf(inputs)),
  );
  const configDigest = sha256(settingsOf(config));
  const partial: Partial = {
    formatVersion: 1,
    tool: { name: 'resume-check', version: TOOL_VERSION },
    plan: { id: LIUZHOU_2020.id, digest: RULES_DIGEST },
    asOf,
    options: sha256(JSON.stringify([settings, configDigest, expected, waivers])),
    config: configDigest,
    of: shard?.count ?? 1,
    shards: [shard?.index ?? 1],
    found: found.map(({ id }) => id),
    expected,
    ...(waivers ? { waivers } : {}),
    ...(bureau ? { bureau } : {}),
    institutions: audited.map((report, i) => {
      const same = alike?.get(tasks[i]?.institution.folder ?? '') ?? [];
      return same.length > 0 ? withFindings(report, same) : report;
    }),
  };
  if (shard) {
    await writeOutputs(partOutputs, () => writePartial(partial), session);
    return 0;
  }
  const report = reportOf(whole(partial));
  if (waivers && !options.quiet) await noteUnused(waivers, report.institutions, partial.found, session);
  const rules = configuredRules(RULES, config);
  const context = {
    rules,
    plan: configuredPlan(LIUZHOU_2020, config),
    quiet: options.quiet ?? false,
    ...(options.maxFindings === undefined ? {} : { maxFindings: options.maxFindings }),
    isAudit: true,
  };
  await writeOutputs(
    outputs,
    (format, toFile) => renderReport(format, report, { ...context, toFile }, session),
    session,
  );
  return exitCodeOf(report, options);
}

/** The formats asked for, which with a shard are others than without. */
function asked<Format extends string>(known: readonly Format[], formats: readonly string[] = []): Format[] {
  return formats.map((format) => oneOf(known, format, '--format', NO_SUCH_FORMAT));
}

/** Audits each institution, in worker threads where there are several. */
async function auditAll(
  tasks: readonly InstitutionTask[],
  jobs: number,
  workerFile: string | undefined,
  progress: Progress,
): Promise<InstitutionReport[]> {
  collectSooner();
  const kept = sharing();
  let count = 0;
  if (workerFile === undefined || jobs < 2 || tasks.length < 2) {
    return tasks.map((task) => {
      const report = kept(survived(attempt(task), task));
      progress.at(++count);
      return report;
    });
  }
  const sizes = tasks.map(({ institution }) =>
    logsOf(institution.folder).reduce((sum, { path }) => sum + sizeOf(path), 0),
  );
  const done = await progress.during(
    runInWorkers<{ institution: InstitutionTask }, InstitutionReport>(
      workerFile,
      tasks.map((institution) => ({ institution })),
      jobs,
      () => progress.at(++count),
      { kept, sizes },
    ),
  );
  return done.map((each, i) => survived(each, tasks[i] as InstitutionTask));
}

/** Audits an institution in this thread, where an error takes no more with it than it would in a worker. */
function attempt(task: InstitutionTask): Done<InstitutionReport> {
  try {
    return auditInstitution(task);
  } catch (error) {
    if (isWorded(error)) throw error;
    return new Crashed((error as NodeJS.ErrnoException).code ?? 'ERR_WORKER');
  }
}

/** What came of an institution whose worker may have died of it. */
function survived(done: Done<InstitutionReport>, { institution, stage = 'run' }: InstitutionTask): InstitutionReport {
  if (!(done instanceof Crashed)) return done;
  const { id, folder } = institution;
  const finding = findingOf(id, CRASHED, done.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crashed', {
    location: startOf(shownPath(folder)),
    params: { code: done.code },
  });
  return unreported(id, undefined, stage, finding);
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
  const { profile = join(folder, 'profile.yaml'), logs = [], ownWaivers } = readable(folder) ?? {};
  return [join(folder, 'resume-check.yaml'), profile, ...logs, ...(ownWaivers === undefined ? [] : [ownWaivers])];
}

/** The logs of an institution, to compare with those of others. */
function logsOf(folder: string): { path: string; file: string }[] {
  return (readable(folder)?.logs ?? []).map((path) => ({ path, file: shownPath(path) }));
}

/** Where an institution keeps its files. One whose files can't be read says so when it is audited. */
function readable(folder: string): InstitutionFiles | undefined {
  try {
    return institutionFiles(folder);
  } catch (error) {
    if (isWorded(error)) return undefined;
    throw error;
  }
}
