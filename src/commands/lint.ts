/** `lint`: the daily logs of an institution against the plan, against one another, and against its profile. */
import { check, inputsOfProfile } from '../check/check.js';
import { REPORT_FORMATS } from '../command-line/formats.js';
import type { OptionsOf } from '../command-line/options.js';
import { oneOf } from '../command-line/values.js';
import { configuredPlan, configuredRules } from '../config/config.js';
import { writeWhole } from '../io/files.js';
import { folderName } from '../io/folders.js';
import { sha256 } from '../io/hash.js';
import { processors } from '../io/pool.js';
import { startProgress } from '../io/progress.js';
import { dateInChina, type Session } from '../io/session.js';
import { filesOfConfig, loadConfig } from '../load/config.js';
import { bytesOf, findLogs, giveLogs, inputsOf, readLogs } from '../load/logs.js';
import { loadProfile } from '../load/profile.js';
import { ownWaivers } from '../load/waivers.js';
import { KINDS } from '../logs/kinds/index.js';
import { LIUZHOU_2020 } from '../plan/plan.js';
import { toRejects } from '../report/rejects.js';
import { RULES } from '../rules/index.js';
import { fill } from '../text/fill.js';
import type { Language, Report } from '../types.js';
import { dayOfCheck } from './parts/as-of.js';
import { exitCodeOf } from './parts/exit-code.js';
import { RULES_DIGEST, TOOL_VERSION } from './parts/identity.js';
import { keepApart, keepInputs, pairOutputs, pathsOf, writeOutputs } from './parts/outputs.js';
import { drawsFigures, mostOfASort, renderReport } from './parts/render-report.js';
import { type Excerpt, shownRows } from './parts/shown-rows.js';

/** Checks the logs, writes the report, and returns the exit code. */
export async function lint(paths: readonly string[], options: OptionsOf<'lint'>, session: Session): Promise<number> {
  const outputs = pairOutputs(REPORT_FORMATS, options.format, options.output);
  const { stage, showValues, encoding, year } = options;
  const names = KINDS.map(({ name }) => name);
  const kind = options.kind === undefined ? undefined : oneOf(names, options.kind, '--kind');
  const found = findLogs(paths);
  const path = options.profile === false ? undefined : (options.profile ?? found.profile);
  const config = loadConfig(options.config, found.folder);
  const inputs = [...found.files, ...(path === undefined ? [] : [path]), ...filesOfConfig(config)];
  keepInputs(outputs, inputs);
  const figures = drawsFigures(outputs);
  if (options.rejects !== undefined) keepApart(options.rejects, outputs, inputs);
  const [plan, rules] = [configuredPlan(LIUZHOU_2020, config), configuredRules(RULES, config)];
  const waivers = ownWaivers(config);
  const jobs = options.jobs ?? processors();
  const profile = path === undefined ? undefined : loadProfile(path);
  const ofProfile = profile ? inputsOfProfile(profile) : [];
  keepInputs(outputs, pathsOf(ofProfile));
  if (options.rejects !== undefined) keepApart(options.rejects, outputs, pathsOf(ofProfile));
  const { asOf, isAhead } = dayOfCheck(options.asOf, profile?.source, dateInChina(session.now()));
  const words = megabytesRead(bytesOf(found.files), session.language);
  const progress = startProgress(options, session, words, { plain: false });
  const readings = await readLogs(
    found.files,
    {
      ...(kind === undefined ? {} : { kind }),
      ...(options.map ? { map: new Map(options.map) } : {}),
      ...(encoding === undefined ? {} : { encoding }),
      ...(year === undefined ? {} : { year }),
      strict: options.strict ?? false,
      asOf,
      keepAll: options.rejects !== undefined,
      most: mostOfASort(options),
      temperatures: figures,
    },
    config,
    { jobs, workerFile: session.workerFile, progress },
  ).finally(progress.end);
  const institution = check(
    {
      id: folderName(found.folder),
      ...(profile ? { profile: profile.source } : {}),
      logs: giveLogs(readings, profile?.source.profile, asOf),
      judge: 'logs',
      inputs: [...ofProfile, ...inputsOf(readings)],
    },
    {
      plan,
      rules,
      asOf,
      asOfIsAhead: isAhead,
      hints: options.hints !== false && (config?.hints ?? true),
      ...(stage ? { stage } : {}),
      digest: sha256,
      mostOfASort: mostOfASort(options),
      figures,
      ...(waivers.length > 0 ? { waivers: { list: waivers, shared: false } } : {}),
    },
  );
  const report: Report = {
    formatVersion: 1,
    tool: { name: 'resume-check', version: TOOL_VERSION },
    plan: { id: LIUZHOU_2020.id, digest: RULES_DIGEST },
    asOf,
    institutions: [institution],
    summary: { institutions: 1, files: institution.inputs.length, ...institution.summary },
  };
  if (options.rejects !== undefined) writeWhole(options.rejects, toRejects(readings, rules, session.language));
  const context = {
    rules,
    plan,
    quiet: options.quiet ?? false,
    showsValues: showValues === 'full',
    ...(options.maxFindings === undefined ? {} : { maxFindings: options.maxFindings }),
  };
  const rowsOfProfile: Excerpt = (file, line) =>
    file === profile?.source.file ? profile.source.excerpt(line, showValues) : undefined;
  await writeOutputs(
    outputs,
    async (format, toFile) => {
      const draw = (excerpt?: Excerpt): Promise<string> =>
        renderReport(format, report, { ...context, toFile, ...(excerpt ? { excerpt } : {}) }, session);
      if (format !== 'text' || showValues === 'none') return draw();
      const ofLogs = await shownRows(draw, found.files, readings, showValues);
      return draw((file, line) => ofLogs(file, line) ?? rowsOfProfile(file, line));
    },
    session,
  );
  if (readings.every(({ summary }) => summary === undefined)) return 2;
  return exitCodeOf(report, options);
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
