/** The report as JSON, by schemas/report.schema.json. */

import { jsonOf } from '../text/escape.js';
import type { Finding, InstitutionReport, Remedy, Report } from '../types.js';
import { messageOf } from './finding-text.js';

/** Returns the report as JSON. Both languages are in it; the same report gives the same bytes. */
export function toJson(report: Report): string {
  const { summary, county, ...rest } = report;
  const institutions = report.institutions.map(institution);
  const flat = { ...rest, institutions, ...(county ? { county: institution(county) } : {}), summary };
  return `${jsonOf(flat, 2)}\n`;
}

/** What pictures are drawn from is no part of it: the JSON is the same whatever other formats are asked for. */
function institution({ figures: _, ...one }: InstitutionReport): unknown {
  return { ...one, findings: one.findings.map(finding) };
}

function finding(one: Finding): unknown {
  const {
    location,
    cells,
    params,
    related,
    remedy,
    note,
    ground,
    fingerprint,
    clause,
    path,
    day,
    cell,
    rule,
    kind,
    severity,
    waiver,
  } = one;
  return {
    rule,
    kind,
    ...(clause === undefined ? {} : { clause }),
    severity,
    ...location,
    ...(path === undefined || path === '' ? {} : { path }),
    ...(day === undefined ? {} : { day }),
    ...(cell ? { cell } : {}),
    ...(cells === undefined ? {} : { cells }),
    message: { zh: messageOf(one, 'zh'), en: messageOf(one, 'en') },
    params,
    ...(related.length > 0 ? { related } : {}),
    ...(remedy ? { remedy: flatRemedy(remedy) } : {}),
    ...(note ? { note } : {}),
    ...(ground === undefined ? {} : { ground }),
    ...(waiver ? { waiver } : {}),
    fingerprint,
  };
}

/** The advice stands beside what to get: `{zh, en, item, quantity, unit}`. */
function flatRemedy({ text, ...rest }: Remedy): unknown {
  return { ...text, ...rest };
}
