/** Audits one institution: its profile, its logs, and both together. Whatever is broken is a finding, never the end. */
import { check, inputsOfProfile } from '../check/check.js';
import { OWN_CONFIG, OWN_CONFIG_UNUSED, OWN_WAIVERS } from '../check/handed-in.js';
import { toldToReaders } from '../check/known.js';
import { isWorded } from '../errors.js';
import { shownPath } from '../io/files.js';
import { configIn } from '../load/config.js';
import { type InstitutionFiles, institutionFiles, unreadLogsOf } from '../load/institution-files.js';
import { giveLogs, inputsOf, readOneLog } from '../load/logs.js';
import { loadProfile } from '../load/profile.js';
import { evidenceOf } from '../profile/evidence.js';
import { type Run, runOf } from '../run/run.js';
import type { Finding, InstitutionReport, Stage } from '../types.js';
import type { Found } from './discover.js';
import { factsOf } from './facts.js';
import { findingOf, startOf, unusableFile, withFindings } from './finding.js';

/** Audits an institution. */
export function auditInstitution({ folder, id }: Found, run: Run): InstitutionReport {
  const { asOf } = run;
  const files = institutionFiles(folder);
  const broken: Finding[] = files.refused.map(({ path, why }) => unusableFile(id, why, path));
  const unreadLogs = unreadLogsOf(files);
  const attempt = <Value>(read: () => Value, path: string): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!isWorded(error)) throw error;
      broken.push(unusableFile(id, error, path));
      return undefined;
    }
  };
  const { profile: path } = files;
  const loaded = path === undefined ? undefined : attempt(() => loadProfile(path), path);
  const told = loaded ? toldToReaders(loaded.source.profile) : {};
  const readings = files.logs.flatMap((path) => {
    const reading = attempt(() => readOneLog({ path, options: { keepAll: false, ...told } }, run), path);
    if (!reading) unreadLogs.push(path);
    return reading ?? [];
  });
  const given = giveLogs(readings, loaded?.source.profile, asOf, unreadLogs);
  const checked = check(
    {
      id,
      ...(loaded ? { profile: loaded.source } : {}),
      logs: given,
      judge: 'both',
      inputs: [...(loaded ? inputsOfProfile(loaded) : []), ...inputsOf(readings)],
    },
    run,
  );
  const report = loaded
    ? { ...checked, facts: factsOf(evidenceOf(loaded.source, asOf).source.profile, given.logs) }
    : checked;
  const more = [...broken, ...ownOf(id, folder, files)];
  return more.length > 0 ? withFindings(report, more) : report;
}

/** Says what of an institution's own configuration and waivers was followed, and what does not count. */
function ownOf(id: string, folder: string, { config, ownWaivers }: InstitutionFiles): Finding[] {
  const at = (path: string) => ({ location: startOf(shownPath(path)) });
  const second = configIn(folder).others.map((path) => findingOf(id, OWN_CONFIG_UNUSED, 'twice', at(path)));
  if (!config) return second;
  const changed = [
    ...[...config.limits.keys()].map((name) => `limits.${name}`),
    ...[...config.severity.keys()].map((name) => `severity.${name}`),
    ...(config.hints === undefined ? [] : ['hints']),
  ];
  const entries = [...changed.slice(0, MOST_ENTRIES), ...(changed.length > MOST_ENTRIES ? ['…'] : [])].join(', ');
  const { file } = config;
  return [
    ...((config.profile ?? config.logs) === undefined ? [] : [findingOf(id, OWN_CONFIG, 'followed', at(file))]),
    ...(entries === '' ? [] : [findingOf(id, OWN_CONFIG_UNUSED, 'notCounted', { ...at(file), params: { entries } })]),
    ...second,
    ...(ownWaivers === undefined ? [] : [findingOf(id, OWN_WAIVERS, 'notApplied', at(ownWaivers))]),
  ];
}

/** So many entries are named that do not count. */
const MOST_ENTRIES = 5;

/** Returns the report of an institution that nothing could be said of, such as one that handed in nothing. */
export function unreported(id: string, name: string | undefined, stage: Stage, finding: Finding): InstitutionReport {
  const empty = check({ id, judge: 'logs', inputs: [] }, { ...runOf({ asOf: '1970-01-01', stage }), rules: [] });
  return withFindings({ ...empty, ...(name === undefined ? {} : { name }) }, [finding]);
}
