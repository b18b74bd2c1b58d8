/** `validate`: profiles against the plan. */
import { checkProfile } from '../check/check-profile.js';
import { addUp } from '../check/summary.js';
import { UnusableError } from '../errors.js';
import { sha256 } from '../io/hash.js';
import { dateInChina, type Session } from '../io/session.js';
import { LIUZHOU_2020 } from '../plan/plan.js';
import type { ShowValues } from '../profile/excerpt.js';
import type { ProfileSource } from '../profile/read.js';
import { toJson } from '../report/json.js';
import { RULES } from '../rules/index.js';
import { redact } from '../text/redact.js';
import { type Report, SEVERITIES, type Severity, STAGES, type Stage } from '../types.js';
import { RULES_DIGEST, TOOL_VERSION } from './identity.js';
import { loadProfile } from './load.js';
import { dateOption, oneOf, wholeNumber } from './options.js';
import { keepInputs, pairOutputs, writeOutputs } from './outputs.js';

/** The options of the command as commander gives them. */
export interface ValidateOptions {
  readonly format?: readonly string[];
  readonly output?: readonly string[];
  readonly stage?: string;
  readonly asOf?: string;
  readonly failOn: string;
  readonly maxWarnings?: string;
  readonly exitZero?: boolean;
  readonly quiet?: boolean;
  readonly showValues: string;
}

/** Checks the profiles, writes the report, and returns the exit code. */
export async function validate(paths: readonly string[], options: ValidateOptions, session: Session): Promise<number> {
  const outputs = pairOutputs(['text', 'json'], options.format, options.output);
  const failOn = oneOf<Severity>(SEVERITIES, options.failOn, '--fail-on');
  const stage = options.stage === undefined ? undefined : oneOf<Stage>(STAGES, options.stage, '--stage');
  const showValues = oneOf<ShowValues>(['none', 'masked', 'full'], options.showValues, '--show-values');
  const maxWarnings = wholeNumber(options.maxWarnings, '--max-warnings');
  const given = dateOption(options.asOf, '--as-of');
  const inputs = paths.length > 0 ? paths : ['profile.yaml'];
  keepInputs(outputs, inputs);
  const sources = inputs.map((path) => loadProfile(path));
  const asOfFor = (source: ProfileSource): string => given ?? asOfOf(source) ?? dateInChina(session.now());
  const dates = new Set(sources.map(({ source }) => asOfFor(source)));
  if (dates.size > 1) {
    throw new UnusableError('usage/as-of', {
      zh: '几份概况的 asOf 不同，请用 --as-of 给出同一天',
      en: 'the profiles have different asOf dates; give one day with --as-of',
    });
  }
  const [asOf = ''] = dates;
  const institutions = sources.map(({ source, encoding }) =>
    checkProfile(source, {
      plan: LIUZHOU_2020,
      rules: RULES,
      asOf,
      ...(stage ? { stage } : {}),
      digest: sha256,
      encoding,
    }),
  );
  const summary = addUp(institutions.map((each) => each.summary));
  const report: Report = {
    formatVersion: 1,
    tool: { name: 'resume-check', version: TOOL_VERSION },
    plan: { id: LIUZHOU_2020.id, digest: RULES_DIGEST },
    asOf,
    institutions,
    summary: { institutions: institutions.length, files: sources.length, ...summary },
  };
  const shown = new Map(sources.map(({ source }) => [source.file, source]));
  await writeOutputs(
    outputs,
    async (format, toFile) => {
      if (format === 'json') return redact(toJson(report));
      const { toText } = await import('../report/text.js');
      // the table library is loaded only when there is something to get
      const anything = report.institutions.some((each) => each.findings.some((finding) => finding.remedy?.item));
      const drawTable = anything ? (await import('../report/table.js')).drawTable : () => [];
      const text = toText(report, {
        language: session.language,
        ...session.terminal,
        colour: session.terminal.colour && !toFile,
        quiet: options.quiet ?? false,
        rules: RULES,
        planTitle: LIUZHOU_2020.title,
        drawTable,
        excerpt: (file, line) => shown.get(file)?.excerpt(line, showValues),
      });
      return showValues === 'full' ? text : redact(text);
    },
    session,
  );
  if (institutions.every((each) => each.rules.every((rule) => rule.outcome === 'not-applicable'))) return 2;
  if (options.exitZero) return 0;
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const failed = grave.some((severity) => summary.findings[severity] > 0);
  const tooManyWarnings = maxWarnings !== undefined && summary.findings.warning > maxWarnings;
  return failed || tooManyWarnings ? 1 : 0;
}

/**
 * Returns the as-of date that the profile gives.
 *
 * @throws {UnusableError} if it is not well formed: another day would be judged than the one that was meant.
 */
function asOfOf(source: ProfileSource): string | undefined {
  const refused = source.findings.find((finding) => finding.path === 'asOf');
  if (refused) {
    throw new UnusableError(
      'input/as-of',
      {
        zh: 'asOf 不是真实的日期，不知道按哪一天核对；改正它，或用 --as-of 给出日期',
        en: 'asOf is no real date, so the day to judge on is not known; correct it, or give --as-of',
      },
      {},
      refused.location,
    );
  }
  return source.profile.asOf;
}
