/** The report as SARIF 2.1.0, within the limits of GitHub's code scanning. */

import { countOf } from '../counts.js';
import { readingOf } from '../rules/assumptions.js';
import type { Rule } from '../rules/rule.js';
import { groupedBy } from '../rules/shared/grouped-by.js';
import { jsonOf, uriOf, visible } from '../text/escape.js';
import { fill } from '../text/fill.js';
import { redact } from '../text/redact.js';
import type { Finding, InstitutionReport, Language, Location, Report, Severity } from '../types.js';
import { gravest, messageOf, remedyOf, waiverOf } from './finding-text.js';
import { FORMAT_WORDS } from './format-words.js';
import { Identities } from './identity.js';
import { judgedOf } from './judged.js';
import { byId, findingTitle, type RulesById } from './rule-text.js';

/** What SARIF needs besides the report. */
export interface SarifOptions {
  readonly language: Language;
  readonly rules: readonly Rule[];
  /** Whether nothing is left out, whatever GitHub takes. No if absent. */
  readonly all?: boolean;
}

/** GitHub refuses a file with more runs, or a run with more results. */
const MOST_RUNS = 20;
const MOST_RESULTS = 25_000;
/** In all runs together, so that the file stays below the 10 MB that GitHub takes, compressed. */
const MOST_IN_ALL = 100_000;

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

interface Item {
  readonly institution: InstitutionReport;
  readonly finding: Finding;
}

/** What each run needs. */
interface Drawing {
  readonly most: number;
  readonly identities: Identities;
  readonly rules: RulesById;
  readonly language: Language;
}

/**
 * Returns the report as SARIF: a run for each institution; in an audit, and of many, one for those whose ids fall
 * together.
 */
export function toSarif(report: Report, { language, rules, all = false }: SarifOptions): string {
  const institutions = judgedOf(report);
  const identities = new Identities(institutions);
  const isOfMany = report.county !== undefined || institutions.length > MOST_RUNS;
  const groups = groupedBy(institutions, (one) => (isOfMany ? groupOf(one) : identities.idOf(one)));
  const most = all
    ? Number.POSITIVE_INFINITY
    : Math.min(MOST_RESULTS, Math.floor(MOST_IN_ALL / Math.max(1, groups.size)));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [...groups]
      .sort(([a], [b]) => (!isOfMany || a === b ? 0 : a < b ? -1 : 1))
      .map(([name, group]) =>
        run(report, group, `resume-check/${name}/`, { most, identities, rules: byId(rules), language }),
      ),
  };
  return `${jsonOf(log, 1)}\n`;
}

/**
 * GitHub tells runs by their category, and closes what the next run of a category has no more. So the category of an
 * institution must not depend on which others there are, and no file has more than so many runs: it is made of the id
 * alone.
 */
function groupOf({ id }: InstitutionReport): string {
  const sum = [...id].reduce((hash, character) => (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521, 0);
  return `audit-${String((sum % MOST_RUNS) + 1).padStart(2, '0')}`;
}

function run(
  report: Report,
  institutions: readonly InstitutionReport[],
  category: string,
  { most, identities, rules, language }: Drawing,
): unknown {
  const items = institutions.flatMap((institution) =>
    institution.findings.map((finding): Item => ({ institution, finding })),
  );
  const kept = new Set(items.length > most ? gravest(items, most) : items);
  const listed = items.filter((item) => kept.has(item));
  const cut = items.filter((item) => !kept.has(item)).map(({ finding }) => finding);
  const omitted = institutions.reduce((sum, { omitted }) => sum + omitted, 0) + countOf(cut);
  const ids = [...new Set(listed.map(({ finding }) => finding.rule))].sort();
  const index = new Map(ids.map((id, i) => [id, i]));
  const example = new Map(listed.map(({ finding }) => [finding.rule, finding]));
  const anyWaived = listed.some(({ finding }) => finding.waiver);
  return {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        rules: [...example]
          .sort(([a], [b]) => (index.get(a) ?? 0) - (index.get(b) ?? 0))
          .map(([, finding]) => descriptor(finding, rules, language)),
      },
    },
    language: language === 'zh' ? 'zh-CN' : 'en-US',
    automationDetails: { id: visible(category) },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        ...(omitted > 0
          ? {
              toolExecutionNotifications: [
                {
                  descriptor: { id: 'not-listed' },
                  level: 'warning',
                  message: { text: fill(FORMAT_WORDS.notListed, { count: omitted }, language) },
                  properties: { count: omitted },
                },
              ],
            }
          : {}),
      },
    ],
    properties: { asOf: report.asOf, plan: report.plan },
    results: listed.map((item) => result(item, index.get(item.finding.rule) ?? 0, anyWaived, { identities, language })),
  };
}

/** What is said of a rule. Its words are in both languages: one file serves all readers. */
function descriptor(finding: Finding, rules: RulesById, language: Language): unknown {
  const rule = rules.get(finding.rule);
  const title = findingTitle(finding, rules);
  const help = rule
    ? (['zh', 'en'] as const).map((each) => [rule.advice[each], readingOf(rule)?.[each]].filter(Boolean).join('\n'))
    : [title.zh, title.en];
  return {
    id: finding.rule,
    name: pascal(finding.rule),
    shortDescription: { text: title[language] },
    fullDescription: { text: plain(rule ? rule.demand[language] : title[language]) },
    help: { text: plain(help.join('\n\n')) },
    defaultConfiguration: { level: LEVELS[rule?.severity ?? finding.severity] },
    properties: { tags: rule ? [...rule.clauses] : ['input'] },
  };
}

function result(
  { institution, finding }: Item,
  ruleIndex: number,
  anyWaived: boolean,
  { identities, language }: Pick<Drawing, 'identities' | 'language'>,
): unknown {
  const { rule, severity, clause, path, cell, cells, related, fingerprint, waiver } = finding;
  const remedy = remedyOf(finding, language);
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: plain(messageOf(finding, language)) + (remedy === '' ? '' : `\n→ ${plain(remedy)}`) },
    locations: [
      {
        ...physical(finding.location),
        ...(path === undefined || path === ''
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: visible(redact(path)) }] }),
      },
    ],
    ...(related.length > 0 ? { relatedLocations: related.map((location, id) => ({ id, ...physical(location) })) } : {}),
    // the name is the one that GitHub knows
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'resumeCheck/v1': fingerprint },
    // once one result has them, all must
    ...(anyWaived ? { suppressions: waiver ? [suppression(waiver, language)] : [] } : {}),
    properties: {
      institution: visible(identities.idOf(institution)),
      ...(clause === undefined ? {} : { clause }),
      ...(cell ? { column: cell.letter } : {}),
      ...(cells === undefined ? {} : { cells }),
    },
  };
}

function physical({ file, line, column, endLine, endColumn }: Location): { readonly physicalLocation: unknown } {
  const uri = uriOf(redact(file));
  return {
    physicalLocation: {
      artifactLocation: uri.startsWith('file:') ? { uri } : { uri, uriBaseId: '%SRCROOT%' },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

function suppression(waiver: NonNullable<Finding['waiver']>, language: Language): unknown {
  return {
    kind: 'external',
    status: 'accepted',
    justification: visible(waiverOf(waiver, language)),
    properties: { expires: waiver.expires },
  };
}

/** SARIF takes `{0}` for a placeholder and `[text](target)` for a link, in plain text too. */
function plain(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      visible(line)
        .replace(/[{}]/g, '$&$&')
        .replace(/\](?=\()/g, '] '),
    )
    .join('\n');
}

function pascal(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
