/** Audits one institution: its profile, its logs, and both together. Whatever is broken is a finding, never the end. */
import { check, inputsOfProfile } from '../check/check.js';
import { NO_LOGS, OWN_WAIVERS, unusable } from '../check/handed-in.js';
import { toldToReaders } from '../check/known.js';
import { isWorded } from '../errors.js';
import { shownPath } from '../io/files.js';
import { institutionFiles } from '../load/institution-files.js';
import { giveLogs, inputsOf, readOneLog } from '../load/logs.js';
import { loadProfile } from '../load/profile.js';
import { evidenceOf } from '../profile/evidence.js';
import { type Run, runOf } from '../run/run.js';
import type { Finding, InstitutionReport, Stage } from '../types.js';
import type { Found } from './discover.js';
import { factsOf } from './facts.js';
import { findingOf, startOf, withFindings } from './finding.js';

/** Audits an institution. */
export function auditInstitution({ folder, id }: Found, run: Run): InstitutionReport {
  const { asOf } = run;
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
  const told = loaded ? toldToReaders(loaded.source.profile) : {};
  const readings = (files?.logs ?? []).flatMap((path) => {
    return attempt(() => readOneLog({ path, options: { keepAll: false, ...told } }, run), path) ?? [];
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
    run,
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
  const empty = check({ id, judge: 'logs', inputs: [] }, { ...runOf({ asOf: '1970-01-01', stage }), rules: [] });
  return withFindings({ ...empty, ...(name === undefined ? {} : { name }) }, [finding]);
}
