/** `validate`: profiles against the plan. */
import { dirname } from 'node:path';
import { checkProfile, inputsOfProfile } from '../check/check.js';
import { distinct } from '../check/fingerprint.js';
import { addUp } from '../check/summary.js';
import { REPORT_FORMATS } from '../command-line/formats.js';
import type { OptionsOf } from '../command-line/options.js';
import { configuredPlan, configuredRules } from '../config/config.js';
import { UnusableError } from '../errors.js';
import { sha256 } from '../io/hash.js';
import { dateInChina, type Session } from '../io/session.js';
import { filesOfConfig, loadConfig, loadOwnConfig } from '../load/config.js';
import { loadProfile } from '../load/profile.js';
import { ownWaivers } from '../load/waivers.js';
import { LIUZHOU_2020 } from '../plan/plan.js';
import { RULES } from '../rules/index.js';
import type { Report } from '../types.js';
import { dayOfCheck } from './parts/as-of.js';
import { exitCodeOf } from './parts/exit-code.js';
import { RULES_DIGEST, TOOL_VERSION } from './parts/identity.js';
import { keepInputs, pairOutputs, pathsOf, writeOutputs } from './parts/outputs.js';
import { drawsFigures, mostOfASort, renderReport } from './parts/render-report.js';

/** Checks the profiles, writes the report, and returns the exit code. */
export async function validate(
  paths: readonly string[],
  options: OptionsOf<'validate'>,
  session: Session,
): Promise<number> {
  const outputs = pairOutputs(REPORT_FORMATS, options.format, options.output);
  const { stage, showValues } = options;
  const inputs = paths.length > 0 ? paths : ['profile.yaml'];
  const named = options.config === undefined ? undefined : loadConfig(options.config, '.');
  const configs = inputs.map((path) => named ?? loadOwnConfig(dirname(path)));
  keepInputs(outputs, [...inputs, ...configs.flatMap(filesOfConfig)]);
  const sources = inputs.map((path) => loadProfile(path));
  const read = sources.flatMap(inputsOfProfile);
  keepInputs(outputs, pathsOf(read));
  const days = sources.map(({ source }) => dayOfCheck(options.asOf, source, dateInChina(session.now())));
  const dates = new Set(days.map((day) => day.asOf));
  if (dates.size > 1) {
    throw new UnusableError('usage/as-of', {
      zh: '几份概况的 asOf 不同，请用 --as-of 给出同一天',
      en: 'the profiles have different asOf dates; give one day with --as-of',
    });
  }
  const [asOf = ''] = dates;
  const checked = sources.map(({ source, encoding }, i) => {
    const waivers = ownWaivers(configs[i]);
    return checkProfile(source, {
      plan: configuredPlan(LIUZHOU_2020, configs[i]),
      rules: configuredRules(RULES, configs[i]),
      asOf,
      asOfIsAhead: days[i]?.isAhead ?? false,
      ...(stage ? { stage } : {}),
      digest: sha256,
      mostOfASort: mostOfASort(options),
      figures: drawsFigures(outputs),
      encoding,
      ...(waivers.length > 0 ? { waivers: { list: waivers, shared: false } } : {}),
    });
  });
  const institutions = distinct(checked, sha256);
  const summary = addUp(institutions.map((each) => each.summary));
  const report: Report = {
    formatVersion: 1,
    tool: { name: 'resume-check', version: TOOL_VERSION },
    plan: { id: LIUZHOU_2020.id, digest: RULES_DIGEST },
    asOf,
    institutions,
    summary: { institutions: institutions.length, files: read.length, ...summary },
  };
  const shown = new Map(sources.map(({ source }) => [source.file, source]));
  // of several profiles, each may have a configuration of its own: the words that all share are the plan's
  const config = named ?? (configs.length === 1 ? configs[0] : undefined);
  const context = {
    rules: configuredRules(RULES, config),
    plan: configuredPlan(LIUZHOU_2020, config),
    quiet: options.quiet ?? false,
    ...(options.maxFindings === undefined ? {} : { maxFindings: options.maxFindings }),
    excerpt: (file: string, line: number) => shown.get(file)?.excerpt(line, showValues),
    showsValues: showValues === 'full',
  };
  await writeOutputs(
    outputs,
    (format, toFile) => renderReport(format, report, { ...context, toFile }, session),
    session,
  );
  if (institutions.every((each) => each.rules.every((rule) => rule.outcome === 'not-applicable'))) return 2;
  return exitCodeOf(report, options);
}
