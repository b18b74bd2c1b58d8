/** The report as JSON, by schemas/report.schema.json. */
import { fillBoth } from '../text/fill.js';
import type { Finding, InstitutionReport, Remedy, Report } from '../types.js';
import { forJson } from './escape.js';

/** Returns the report as JSON. Both languages are in it; the same report gives the same bytes. */
export function toJson(report: Report): string {
  return forJson(`${JSON.stringify({ ...report, institutions: report.institutions.map(institution) }, null, 2)}\n`);
}

function institution(one: InstitutionReport): unknown {
  return { ...one, findings: one.findings.map(finding) };
}

function finding(one: Finding): unknown {
  const { location, message, params, related, remedy, note, ground, fingerprint, clause, path, rule, severity } = one;
  return {
    rule,
    ...(clause === undefined ? {} : { clause }),
    severity,
    ...location,
    ...(path === undefined || path === '' ? {} : { path }),
    message: fillBoth(message, params),
    params,
    ...(related.length > 0 ? { related } : {}),
    ...(remedy ? { remedy: flatRemedy(remedy) } : {}),
    ...(note ? { note } : {}),
    ...(ground === undefined ? {} : { ground }),
    fingerprint,
  };
}

/** The advice stands beside what to get: `{zh, en, item, quantity, unit}`. */
function flatRemedy({ text, ...rest }: Remedy): unknown {
  return { ...text, ...rest };
}
