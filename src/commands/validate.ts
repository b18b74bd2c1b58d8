/** `validate`: profiles against the plan. */
import { dirname } from 'node:path';
import { checkProfile, inputsOfProfile, type LoadedProfile } from '../check/check.js';
import { REPORT_FORMATS, type ReportFormat } from '../command-line/formats.js';
import type { OptionsOf } from '../command-line/options.js';
import { UnusableError } from '../errors.js';
import { expandGlobs } from '../io/folders.js';
import { dateInChina, type Session } from '../io/session.js';
import { type FoundConfig, filesOfConfig, loadConfig, upwards } from '../load/config.js';
import { loadProfile } from '../load/profile.js';
import { ownWaivers } from '../load/waivers.js';
import { type Run, runOf } from '../run/run.js';
import { dayOfCheck } from './parts/as-of.js';
import { noteConfigs } from './parts/config-notes.js';
import { finish, reportOn } from './parts/finish.js';
import { keepInputs, type Output, pairOutputs, pathsOf } from './parts/outputs.js';
import { drawsFigures, mostOfASort } from './parts/render-report.js';

/** Checks the profiles, writes the report, and returns the exit code. */
export async function validate(
  paths: readonly string[],
  options: OptionsOf<'validate'>,
  session: Session,
): Promise<number> {
  const outputs = pairOutputs(REPORT_FORMATS, options.format, options.output);
  const named = expandGlobs(paths.length > 0 ? paths : ['profile.yaml']);
  const { profiles, found, shared } = load(named, options, outputs, session);
  if (!options.quiet) await noteConfigs(found, session);
  const report = reportOn(
    profiles.map(({ source, encoding, run }) => checkProfile(source, { ...run, encoding })),
    shared,
  );
  const shown = new Map(profiles.map(({ source }) => [source.file, source]));
  const excerpt = (file: string, line: number) => shown.get(file)?.excerpt(line, options.showValues);
  const exitCode = await finish(report, shared, outputs, { ...options, excerpts: async () => excerpt }, session);
  const nothingApplies = report.institutions.every(({ rules }) =>
    rules.every((rule) => rule.outcome === 'not-applicable'),
  );
  return nothingApplies ? 2 : exitCode;
}

/** Returns the profiles, each with its own run, and the run by which the report on all of them is worded. */
function load(
  inputs: readonly string[],
  options: OptionsOf<'validate'>,
  outputs: readonly Output<ReportFormat>[],
  session: Session,
): { profiles: (LoadedProfile & { run: Run })[]; found: readonly FoundConfig[]; shared: Run } {
  const found = inputs.map((path) => loadConfig(options.config, upwards(dirname(path))));
  const configs = found.map(({ config }) => config);
  keepInputs(outputs, [...inputs, ...configs.flatMap(filesOfConfig)]);
  const loaded = inputs.map((path) => loadProfile(path));
  keepInputs(outputs, pathsOf(loaded.flatMap(inputsOfProfile)));
  const days = loaded.map(({ source }) => dayOfCheck(options.asOf, source, dateInChina(session.now())));
  const [asOf = '', ...others] = new Set(days.map((day) => day.asOf));
  if (others.length > 0) {
    throw new UnusableError('usage/as-of', {
      zh: '几份概况的 asOf 不同，请用 --as-of 给出同一天',
      en: 'the profiles have different asOf dates; give one day with --as-of',
    });
  }
  const figures = drawsFigures(outputs);
  const profiles = loaded.map((profile, i) => {
    const config = configs[i];
    const { stage } = options;
    const asked = { asOf, asOfIsAhead: days[i]?.isAhead ?? false, stage, config, waivers: ownWaivers(config) };
    return { ...profile, run: runOf({ ...asked, figures, mostOfASort: mostOfASort(options) }) };
  });
  // of several profiles, each may have a configuration of its own: the words that all share are the plan's
  const [first] = configs;
  const isOne = configs.every((config) => config?.file === first?.file);
  return { profiles, found, shared: runOf({ asOf, config: isOne ? first : undefined }) };
}
