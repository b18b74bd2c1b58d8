/** The report as Markdown: the verdict, counts, what is open by clause, and the institutions where there are several. */
import { countOf } from '../counts.js';
import type { Rule } from '../rules/rule.js';
import { groupedBy } from '../rules/shared/grouped-by.js';
import { forMarkdown, forMarkdownCode } from '../text/escape.js';
import { fill } from '../text/fill.js';
import {
  type Finding,
  type InstitutionReport,
  type Language,
  OUTCOMES,
  type Outcome,
  type Params,
  type Report,
  type RuleResult,
  SEVERITIES,
  type Summary,
  type Wording,
} from '../types.js';
import { groupsOfForm, howToListAll } from './exact.js';
import { messageOf, placeOf, remedyOf, waiverOf } from './finding-text.js';
import { FORMAT_WORDS } from './format-words.js';
import { Identities } from './identity.js';
import { judgedOf } from './judged.js';
import { byId, type RulesById, titleOf } from './rule-text.js';
import { verdictSentences, verdictWord } from './verdict.js';
import { OUTCOME_WORDS, SEVERITY_WORDS, STAGE_WORDS } from './words.js';

/** What Markdown needs besides the report. */
export interface MarkdownOptions {
  readonly language: Language;
  readonly rules: readonly Rule[];
  /** The findings to list, where not all are. */
  readonly shown?: ReadonlySet<Finding> | undefined;
  /** Whether all findings of a rule are listed. No if absent. */
  readonly all?: boolean;
  /** How long the text may become in UTF-8. What is left out is counted. */
  readonly mostBytes?: number;
}

/** Findings of one rule that are listed. */
const MOST_ALIKE = 5;
/** What is open, in this order within a clause. */
const OPEN: readonly Outcome[] = ['fail', 'not-evidenced', 'warn', 'waived'];
/** No UTF-16 unit takes more bytes in UTF-8. */
const BYTES_PER_UNIT = 3;
/** Kept for the sentences that say what was left out. */
const RESERVE = 4096;

/** Returns the report as Markdown. */
export function toMarkdown(report: Report, options: MarkdownOptions): string {
  const page = new Page(options);
  page.report(report);
  return page.text();
}

class Page {
  private readonly lines: string[] = [];
  private readonly rules: RulesById;
  private room: number;
  private isCut = false;
  private identities = new Identities([]);

  constructor(private readonly options: MarkdownOptions) {
    this.rules = byId(options.rules);
    this.room = (options.mostBytes ?? Number.POSITIVE_INFINITY) - RESERVE;
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  report(report: Report): void {
    const { asOf, summary } = report;
    const institutions = judgedOf(report);
    this.line(`# ${this.say(FORMAT_WORDS.title)}`);
    this.line('');
    const facts = { asOf, institutions: summary.institutions, files: summary.files };
    this.line(`${this.say(FORMAT_WORDS.facts, facts)}${this.stop()}`);
    this.identities = new Identities(institutions);
    if (institutions.length > 1) this.overview(institutions, summary);
    // of several, those with nothing open stand in the table only
    const told = institutions.length > 1 ? institutions.filter(hasAnythingOpen) : institutions;
    let left = told.length;
    for (const one of told) {
      if (this.room <= 0) break;
      this.institution(one);
      left--;
    }
    if (left > 0) this.lines.push('', `${this.say(FORMAT_WORDS.institutionsLeft, { count: left })}${this.stop()}`);
    const words = howToListAll(report, this.options, this.isCut || left > 0);
    if (words) this.lines.push('', `${this.say(words)}${this.stop()}`);
  }

  private overview(institutions: readonly InstitutionReport[], summary: Report['summary']): void {
    const head = [
      FORMAT_WORDS.institution,
      FORMAT_WORDS.stage,
      FORMAT_WORDS.verdict,
      ...['fail', 'not-evidenced', 'warn', 'not-run'].map((outcome) => OUTCOME_WORDS[outcome as Outcome]),
      ...SEVERITIES.map((severity) => SEVERITY_WORDS[severity]),
    ];
    const counts = ({ rules, findings }: Summary): string[] =>
      [
        rules.fail,
        rules['not-evidenced'],
        rules.warn,
        rules['not-run'],
        ...SEVERITIES.map((each) => findings[each]),
      ].map(String);
    const rows = institutions.map((one) => [
      forMarkdown(this.identities.titleOf(one)),
      this.say(STAGE_WORDS[one.stage]),
      this.say(verdictWord(one)),
      ...counts(one.summary),
    ]);
    rows.push([`**${summary.institutions}**`, '', '', ...counts(summary)]);
    this.line('');
    this.table(head, rows, FORMAT_WORDS.institutionsLeft);
  }

  private institution(one: InstitutionReport): void {
    const { language } = this.options;
    this.line('');
    this.line(`## ${forMarkdown(this.identities.titleOf(one))}`);
    this.line('');
    this.line(`**${this.say(FORMAT_WORDS.verdict)}${this.colon()}${this.say(verdictWord(one))}**`);
    for (const { text: sentence } of verdictSentences(one, this.rules, language)) {
      this.line('');
      this.line(`${forMarkdown(sentence)}${this.stop()}`);
    }
    this.line('');
    this.line(this.counts(one));
    const open = one.rules.filter(({ outcome }) => OPEN.includes(outcome));
    this.openItems(open, one);
    this.form(one);
    const cut = countOf(one.findings.filter((finding) => this.options.shown?.has(finding) === false));
    if (cut > 0) {
      this.line('');
      this.line(`${this.say(FORMAT_WORDS.cut, { count: cut })}${this.stop()}`);
    }
  }

  private counts({ summary, stage }: InstitutionReport): string {
    const outcomes = OUTCOMES.filter((outcome) => summary.rules[outcome] > 0).map(
      (outcome) => `${this.say(OUTCOME_WORDS[outcome])} ${summary.rules[outcome]}`,
    );
    const severities = SEVERITIES.map(
      (severity) => `${this.say(SEVERITY_WORDS[severity])} ${summary.findings[severity]}`,
    );
    const parts = [
      [FORMAT_WORDS.stage, [this.say(STAGE_WORDS[stage])]],
      [FORMAT_WORDS.rule, outcomes],
      [FORMAT_WORDS.findings, severities],
    ] as const;
    const comma = this.options.language === 'zh' ? '，' : ', ';
    const semicolon = this.options.language === 'zh' ? '；' : '; ';
    return (
      parts.map(([word, each]) => `${this.say(word)}${this.colon()}${each.join(comma)}`).join(semicolon) + this.stop()
    );
  }

  private openItems(open: readonly RuleResult[], one: InstitutionReport): void {
    this.line('');
    this.line(`### ${this.say(FORMAT_WORDS.openItems)}`);
    this.line('');
    if (open.length === 0) {
      this.line(this.say(FORMAT_WORDS.nothingOpen));
      return;
    }
    const byRule = groupedBy(one.findings, ({ rule }) => rule);
    const rows = open.map((result) => {
      const findings = byRule.get(result.id) ?? [];
      return [
        forMarkdown(result.clauses.join('、')),
        forMarkdown(this.say(titleOf(result, this.rules))),
        this.say(OUTCOME_WORDS[result.outcome]),
        this.found(findings, result.count),
        this.remedies(findings, this.rules.get(result.id)?.advice),
      ];
    });
    const { clause, demand, outcome, found, remedy } = FORMAT_WORDS;
    this.table([clause, demand, outcome, found, remedy], rows, FORMAT_WORDS.itemsLeft);
  }

  /** What is wrong with the files themselves, by kind and file. */
  private form(one: InstitutionReport): void {
    const findings = one.findings.filter(isOfForm);
    if (findings.length === 0) return;
    this.line('');
    this.line(`### ${this.say(FORMAT_WORDS.form)}`);
    this.line('');
    const ranked = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
    const rows = groupsOfForm(one, ranked).map(([alike, count]) => [
      this.say(SEVERITY_WORDS[alike[0]?.severity ?? 'error']),
      this.found(alike, count),
    ]);
    this.table([FORMAT_WORDS.severity, FORMAT_WORDS.found], rows, FORMAT_WORDS.itemsLeft);
  }

  private found(findings: readonly Finding[], count: number): string {
    const { language } = this.options;
    const { shown: chosen, all } = this.options;
    const listed = findings.filter((finding) => chosen?.has(finding) ?? true).slice(0, all ? undefined : MOST_ALIKE);
    const shown = listed.map((finding) => {
      const message = `${forMarkdown(messageOf(finding, language))} ${forMarkdownCode(placeOf(finding, language))}`;
      return finding.waiver ? `${message}<br>${forMarkdown(waiverOf(finding.waiver, language))}` : message;
    });
    const more = count - countOf(listed);
    if (more > 0) shown.push(this.say(FORMAT_WORDS.alike, { count: more }));
    if (more > 0) this.isCut = true;
    return shown.join('<br>');
  }

  private remedies(findings: readonly Finding[], advice: Wording | undefined): string {
    const { language } = this.options;
    const own = [...new Set(findings.map((finding) => remedyOf(finding, language)))].filter((each) => each !== '');
    const texts = own.length > 0 ? own.slice(0, MOST_ALIKE) : advice ? [advice[language]] : [];
    const note = findings.find((finding) => finding.note)?.note;
    if (note) texts.push(fill(FORMAT_WORDS.note, { note }, language));
    return texts.map(forMarkdown).join('<br>');
  }

  private table(head: readonly Wording[], rows: readonly (readonly string[])[], left: Wording): void {
    this.line(`| ${head.map((word) => this.say(word)).join(' | ')} |`);
    this.line(`| ${head.map(() => '---').join(' | ')} |`);
    let count = rows.length;
    for (const row of rows) {
      const text = `| ${row.join(' | ')} |`;
      if (this.room - text.length * BYTES_PER_UNIT <= 0) break;
      this.line(text);
      count--;
    }
    if (count === 0) return;
    this.room = 0;
    this.isCut = true;
    this.lines.push('', `${this.say(left, { count })}${this.stop()}`);
  }

  private say(words: Wording, params: Params = {}): string {
    return fill(words, params, this.options.language);
  }

  private colon(): string {
    return this.options.language === 'zh' ? '：' : ': ';
  }

  private stop(): string {
    return this.options.language === 'zh' ? '。' : '.';
  }

  private line(text: string): void {
    this.lines.push(text);
    this.room -= text.length * BYTES_PER_UNIT + 1;
  }
}

/** Whether a finding is about how a file is written, or a hint. */
function isOfForm({ kind }: Finding): boolean {
  return kind === 'input' || kind === 'hint';
}

/** Whether there is more to say of an institution than its line in the table. */
function hasAnythingOpen({ compliant, rules, findings, omitted }: InstitutionReport): boolean {
  const isOpen = ({ outcome }: RuleResult): boolean => OPEN.includes(outcome);
  return compliant !== true || omitted > 0 || rules.some(isOpen) || findings.some(isOfForm);
}
