/** Audits one institution: its profile, its logs, and both together. Whatever is broken is a finding, never the end. */
import { check, inputsOfProfile } from '../check/check.js';
import { NO_LOGS, OWN_WAIVERS, unusable } from '../check/handed-in.js';
import { type Config, configuredPlan, configuredRules } from '../config/config.js';
import { isWorded } from '../errors.js';
import { shownPath } from '../io/files.js';
import { sha256 } from '../io/hash.js';
import { institutionFiles } from '../load/institution-files.js';
import { giveLogs, inputsOf, readOneLog } from '../load/logs.js';
import { loadProfile } from '../load/profile.js';
import { LIUZHOU_2020 } from '../plan/plan.js';
import { evidenceOf } from '../profile/evidence.js';
import { RULES } from '../rules/index.js';
import type { Finding, InstitutionReport, Stage } from '../types.js';
import type { Waiver } from '../waivers/waiver.js';
import type { Found } from './discover.js';
import { factsOf } from './facts.js';
import { findingOf, startOf, withFindings } from './finding.js';

/** An institution to audit, and how: plain data, so that a worker can be sent it. */
export interface InstitutionTask {
  readonly institution: Found;
  readonly asOf: string;
  readonly stage?: Stage;
  readonly strict: boolean;
  readonly hints: boolean;
  /** Findings that are listed of one sort; as many as usual if absent. */
  readonly mostOfASort?: number | undefined;
  /** Whether to give what pictures are drawn from. No if absent. */
  readonly figures?: boolean;
  /** The county's configuration. An institution's own may only say where its files are. */
  readonly config?: Config;
  /** The county's waivers. Those of an institution itself are shown, not applied. */
  readonly waivers?: readonly Waiver[];
}

/** Audits an institution. */
export function auditInstitution(task: InstitutionTask): InstitutionReport {
  const { institution, asOf, stage, config, mostOfASort, figures = false } = task;
  const { folder, id } = institution;
  const broken: Finding[] = [];
  const attempt = <Value>(read: () => Value, file: string): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!isWorded(error)) throw error;
      const location = 'location' in error && error.location ? error.location : startOf(shownPath(file));
      broken.push(findingOf(id, unusable(error), 'unusable', { location, params: error.params }));
      return undefined;
    }
  };
  const files = attempt(() => institutionFiles(folder), folder);
  const loaded = files && attempt(() => loadProfile(files.profile), files.profile);
  const readings = (files?.logs ?? []).flatMap((path) => {
    const options = { strict: task.strict, asOf, keepAll: false, most: mostOfASort, temperatures: figures };
    return attempt(() => readOneLog({ path, options, config }), path) ?? [];
  });
  const given = giveLogs(readings, loaded?.source.profile, asOf);
  const checked = check(
    {
      id,
      ...(loaded ? { profile: loaded.source } : {}),
      logs: given,
      judge: loaded ? 'both' : 'logs',
      inputs: [...(loaded ? inputsOfProfile(loaded) : []), ...inputsOf(readings)],
    },
    {
      plan: configuredPlan(LIUZHOU_2020, config),
      rules: configuredRules(RULES, config),
      asOf,
      ...(stage ? { stage } : {}),
      digest: sha256,
      mostOfASort,
      hints: task.hints && (config?.hints ?? true),
      figures,
      ...(task.waivers ? { waivers: { list: task.waivers, shared: true } } : {}),
    },
  );
  const report = loaded
    ? { ...checked, facts: factsOf(evidenceOf(loaded.source, asOf).source.profile, given.logs) }
    : checked;
  const { lacking, ownWaivers } = files ?? {};
  const more = [
    ...broken,
    ...(lacking === undefined ? [] : [noFolder(id, lacking)]),
    ...(ownWaivers === undefined ? [] : [notApplied(id, ownWaivers)]),
  ];
  return more.length > 0 ? withFindings(report, more) : report;
}

/** Says that the logs are not where the institution's configuration says. */
function noFolder(id: string, path: string): Finding {
  return findingOf(id, NO_LOGS, 'noFolder', { location: startOf(shownPath(path)) });
}

/** Says that an institution has waivers of its own. */
function notApplied(id: string, path: string): Finding {
  return findingOf(id, OWN_WAIVERS, 'notApplied', { location: startOf(shownPath(path)) });
}

/** Returns the report of an institution that nothing could be said of, such as one that handed in nothing. */
export function unreported(id: string, name: string | undefined, stage: Stage, finding: Finding): InstitutionReport {
  const empty = check(
    { id, judge: 'logs', inputs: [] },
    { plan: LIUZHOU_2020, rules: [], asOf: '1970-01-01', stage, digest: sha256 },
  );
  return withFindings({ ...empty, ...(name === undefined ? {} : { name }) }, [finding]);
}
