/** The report as JUnit XML: a suite for each institution, a case for each rule, in the form that Ant and Jenkins share. */

import type { Rule } from '../rules/rule.js';
import { fill } from '../text/fill.js';
import { redact } from '../text/redact.js';
import type { Finding, InstitutionReport, Language, Report, RuleResult } from '../types.js';
import { forXml } from './escape.js';
import { messageOf, placeOf, remedyOf, waiverOf } from './finding-text.js';
import { FORMAT_WORDS } from './format-words.js';
import { judgedOf } from './judged.js';
import { byId, institutionTitle, type RulesById, titleOf, withClause } from './rule-text.js';
import { errorsOfForm, isWrongForm } from './verdict.js';
import { OUTCOME_WORDS, SEVERITY_WORDS } from './words.js';

/** What JUnit XML needs besides the report. */
export interface JunitOptions {
  readonly language: Language;
  readonly rules: readonly Rule[];
}

/** Findings of one rule that are listed. Viewers show a failure as one text. */
const MOST_ALIKE = 100;

interface Case {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly type?: string;
  /** Of a failure: in short. */
  readonly message?: string;
  readonly lines: readonly string[];
}

/** Returns the report as JUnit XML. */
export function toJunit(report: Report, { language, rules }: JunitOptions): string {
  const known = byId(rules);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>'];
  judgedOf(report).forEach((one, i) => {
    lines.push(...suite(one, i, report, known, language));
  });
  lines.push('</testsuites>');
  return `${lines.join('\n')}\n`;
}

function suite(one: InstitutionReport, id: number, report: Report, rules: RulesById, language: Language): string[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of one.findings) {
    const known = byRule.get(finding.rule);
    if (known) known.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const cases = [
    inputCase(one, language),
    ...one.rules.map((each) => ruleCase(each, byRule.get(each.id) ?? [], rules, language)),
  ];
  const count = (state: Case['state']): number => cases.filter((each) => each.state === state).length;
  const name = forXml(redact(one.id));
  const properties = { stage: one.stage, asOf: report.asOf, plan: report.plan.id, version: report.tool.version };
  return [
    `  <testsuite id="${id}" package="resume-check" name="${forXml(institutionTitle(one))}" timestamp="${report.asOf}T00:00:00"` +
      ` hostname="localhost" tests="${cases.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}" time="0">`,
    '    <properties>',
    ...Object.entries(properties).map(([key, value]) => `      <property name="${key}" value="${forXml(value)}"/>`),
    '    </properties>',
    ...cases.flatMap((each) => caseLines(each, name)),
    // warnings fail no case; the case of a rule has no other place for them that all readers allow
    `    <system-out>${text(remarks(one, language))}</system-out>`,
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
function inputCase(one: InstitutionReport, language: Language): Case {
  const wrong = errorsOfForm(one);
  const name = `${FORMAT_WORDS.form[language]} (input)`;
  const [first] = wrong;
  if (!first) return { name, state: 'passed', lines: [] };
  return {
    name,
    state: 'failed',
    type: 'input',
    message: messageOf(first, language),
    lines: listed(wrong, wrong.length, language),
  };
}

function ruleCase(result: RuleResult, findings: readonly Finding[], rules: RulesById, language: Language): Case {
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
      const lines = listed(findings, count, language);
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
function listed(findings: readonly Finding[], count: number, language: Language): string[] {
  const lines: string[] = [];
  let before = '';
  for (const finding of findings.slice(0, MOST_ALIKE)) {
    const remedy = remedyOf(finding, language);
    lines.push(`${placeOf(finding, language)} ${messageOf(finding, language)}`);
    if (finding.waiver) lines.push(`  ${waiverOf(finding.waiver, language)}`);
    if (remedy !== '' && remedy !== before) lines.push(`  → ${remedy}`);
    before = remedy;
  }
  const more = count - Math.min(findings.length, MOST_ALIKE);
  if (more > 0) lines.push(fill(FORMAT_WORDS.alike, { count: more }, language));
  return lines;
}

/** The findings that fail no case, and how many are listed nowhere. */
function remarks(one: InstitutionReport, language: Language): string[] {
  const failed = new Set(one.rules.filter(({ outcome }) => outcome !== 'warn').map(({ id }) => id));
  const mild = one.findings.filter((each) => !failed.has(each.rule) && !isWrongForm(each));
  const shown = mild.slice(0, MOST_ALIKE);
  const lines = shown.map(
    (finding) =>
      `${SEVERITY_WORDS[finding.severity][language]} ${placeOf(finding, language)} ${messageOf(finding, language)}`,
  );
  const left = one.omitted + mild.length - shown.length;
  if (left > 0) lines.push(fill(FORMAT_WORDS.notListed, { count: left }, language));
  return lines;
}
