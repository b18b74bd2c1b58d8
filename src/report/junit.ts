/** The report as JUnit XML: a suite for each institution, a case for each rule, in the form that Ant and Jenkins share. */

import { countOf } from '../counts.js';
import type { Rule } from '../rules/rule.js';
import { groupedBy } from '../rules/shared/grouped-by.js';
import { forXml } from '../text/escape.js';
import { fill } from '../text/fill.js';
import type { Finding, InstitutionReport, Language, Report, RuleResult } from '../types.js';
import { exactCount } from './exact.js';
import { messageOf, placeOf, remedyOf, waiverOf } from './finding-text.js';
import { FORMAT_WORDS } from './format-words.js';
import { Identities } from './identity.js';
import { judgedOf } from './judged.js';
import { byId, type RulesById, titleOf, withClause } from './rule-text.js';
import { errorsOfForm, isWrongForm } from './verdict.js';
import { OUTCOME_WORDS, SEVERITY_WORDS } from './words.js';

/** What JUnit XML needs besides the report. */
export interface JunitOptions {
  readonly language: Language;
  readonly rules: readonly Rule[];
  /** Whether all findings of a rule are listed. No if absent. */
  readonly all?: boolean;
}

/** Findings of one rule that are listed. Viewers show a failure as one text. */
const MOST_ALIKE = 100;

/** What every suite needs. */
interface Drawing {
  readonly report: Report;
  readonly rules: RulesById;
  readonly language: Language;
  readonly identities: Identities;
  /** Findings of one rule that are listed. */
  readonly most: number;
}

interface Case {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly type?: string;
  /** Of a failure: in short. */
  readonly message?: string;
  readonly lines: readonly string[];
}

/** Returns the report as JUnit XML. */
export function toJunit(report: Report, { language, rules, all = false }: JunitOptions): string {
  const institutions = judgedOf(report);
  const identities = new Identities(institutions);
  const most = all ? Number.POSITIVE_INFINITY : MOST_ALIKE;
  const drawing = { report, rules: byId(rules), language, identities, most };
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>'];
  institutions.forEach((one, i) => {
    lines.push(...suite(one, i, drawing));
  });
  lines.push('</testsuites>');
  return `${lines.join('\n')}\n`;
}

function suite(one: InstitutionReport, id: number, drawing: Drawing): string[] {
  const { report, identities } = drawing;
  const byRule = groupedBy(one.findings, ({ rule }) => rule);
  const cases = [
    inputCase(one, drawing),
    ...one.rules.map((each) => ruleCase(each, byRule.get(each.id) ?? [], drawing)),
  ];
  const count = (state: Case['state']): number => cases.filter((each) => each.state === state).length;
  const name = forXml(identities.idOf(one));
  const properties = { stage: one.stage, asOf: report.asOf, plan: report.plan.id, version: report.tool.version };
  return [
    `  <testsuite id="${id}" package="resume-check" name="${forXml(identities.titleOf(one))}" timestamp="${report.asOf}T00:00:00"` +
      ` hostname="localhost" tests="${cases.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}" time="0">`,
    '    <properties>',
    ...Object.entries(properties).map(([key, value]) => `      <property name="${key}" value="${forXml(value)}"/>`),
    '    </properties>',
    ...cases.flatMap((each) => caseLines(each, name)),
    // warnings fail no case; the case of a rule has no other place for them that all readers allow
    `    <system-out>${text(remarks(one, drawing))}</system-out>`,
    '    <system-err></system-err>',
    '  </testsuite>',
  ];
}

function caseLines({ name, state, type = '', message = '', lines }: Case, className: string): string[] {
  const open = `    <testcase classname="${className}" name="${forXml(name)}" time="0"`;
  if (state === 'passed') return [`${open}/>`];
  const body =
    state === 'skipped'
      ? `      <skipped>${text(lines)}</skipped>`
      : `      <failure type="${forXml(type)}" message="${forXml(message)}">${text(lines)}</failure>`;
  return [`${open}>`, body, '    </testcase>'];
}

function text(lines: readonly string[]): string {
  return lines.map(forXml).join('\n');
}

/** Whether the files are well formed. */
function inputCase(one: InstitutionReport, drawing: Drawing): Case {
  const { language } = drawing;
  const name = `${FORMAT_WORDS.form[language]} (input)`;
  const wrong = groupedBy(errorsOfForm(one), ({ rule }) => rule);
  const [first] = [...wrong.values()].flat();
  if (!first) return { name, state: 'passed', lines: [] };
  return {
    name,
    state: 'failed',
    type: 'input',
    message: messageOf(first, language),
    lines: [...wrong.values()].flatMap((alike) => listed(alike, exactCount(one, alike), drawing)),
  };
}

function ruleCase(result: RuleResult, findings: readonly Finding[], drawing: Drawing): Case {
  const { rules, language } = drawing;
  const { id, clauses, outcome, reason, count } = result;
  const name = `${withClause(clauses[0], titleOf(result, rules), language)} (${id})`;
  const word = OUTCOME_WORDS[outcome][language];
  switch (outcome) {
    case 'pass':
    case 'warn':
      return { name, state: 'passed', lines: [] };
    case 'fail':
    case 'not-evidenced': {
      const [first] = findings;
      const message = first ? messageOf(first, language) : word;
      const note = findings.find((finding) => finding.note)?.note;
      const lines = listed(findings, count, drawing);
      if (note) lines.push(fill(FORMAT_WORDS.note, { note }, language));
      return { name, state: 'failed', type: outcome, message: `${word} ${count} · ${message}`, lines };
    }
    case 'waived': {
      const waivers = findings.flatMap(({ waiver }) => (waiver ? [waiverOf(waiver, language)] : []));
      return { name, state: 'skipped', lines: waivers.length > 0 ? [...new Set(waivers)] : [word] };
    }
    case 'not-applicable':
    case 'not-yet':
    case 'not-run':
    case 'on-site':
      return {
        name,
        state: 'skipped',
        lines: [reason ? `${word}${language === 'zh' ? '：' : ': '}${reason[language]}` : word],
      };
  }
}

/** A line a finding with its place, and what to do where that is another than before. */
function listed(findings: readonly Finding[], count: number, { language, most }: Drawing): string[] {
  const lines: string[] = [];
  const shown = findings.slice(0, most);
  let before = '';
  for (const finding of shown) {
    const remedy = remedyOf(finding, language);
    lines.push(`${placeOf(finding, language)} ${messageOf(finding, language)}`);
    if (finding.waiver) lines.push(`  ${waiverOf(finding.waiver, language)}`);
    if (remedy !== '' && remedy !== before) lines.push(`  → ${remedy}`);
    before = remedy;
  }
  const more = count - countOf(shown);
  if (more > 0) lines.push(fill(FORMAT_WORDS.alike, { count: more }, language));
  return lines;
}

/** The findings that fail no case, those of each rule together, and how many of it are not listed. */
function remarks(one: InstitutionReport, { language, most }: Drawing): string[] {
  const failed = new Set(one.rules.filter(({ outcome }) => outcome !== 'warn').map(({ id }) => id));
  const mild = one.findings.filter((each) => !failed.has(each.rule) && !isWrongForm(each));
  return [...groupedBy(mild, ({ rule, severity }) => `${rule} ${severity}`).values()].flatMap((alike) => {
    const shown = alike.slice(0, most);
    const lines = shown.map(
      (finding) =>
        `${SEVERITY_WORDS[finding.severity][language]} ${placeOf(finding, language)} ${messageOf(finding, language)}`,
    );
    const more = exactCount(one, alike) - countOf(shown);
    if (more > 0) lines.push(fill(FORMAT_WORDS.alike, { count: more }, language));
    return lines;
  });
}
