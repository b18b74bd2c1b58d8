/** An audit as people read it in a terminal: who passes, the matrix of institutions and chapters, what fails most. */

import { Chalk, type ChalkInstance } from 'chalk';
import { SAME_ID, SAME_LOG } from '../check/handed-in.js';
import type { HeadingKey } from '../plan/clauses.js';
import { headingOf, type Plan } from '../plan/plan.js';
import type { Rule } from '../rules/rule.js';
import { groupedBy } from '../rules/shared/grouped-by.js';
import { forTerminal } from '../text/escape.js';
import { fill } from '../text/fill.js';
import { widthOf, wrap } from '../text/wrap.js';
import {
  type Finding,
  type InstitutionReport,
  type Language,
  type Outcome,
  type Report,
  type RuleResult,
  SEVERITIES,
  type Wording,
} from '../types.js';
import { AUDIT_VERDICT_WORDS, AUDIT_VERDICTS, type AuditVerdict, verdictOf } from './audit-verdict.js';
import { countyLines } from './county-text.js';
import { countsByRule, howToListAll } from './exact.js';
import { messageOf, placeOf, saidOf } from './finding-text.js';
import { byId, type RulesById } from './rule-text.js';
import type { drawTable } from './table.js';
import { errorsOfForm } from './verdict.js';
import { REPORT_WORDS, SEVERITY_WORDS } from './words.js';

/** How the text is drawn. */
export interface AuditTextOptions {
  readonly language: Language;
  readonly columns: number;
  readonly colour: boolean;
  /** Only those that do not pass. */
  readonly quiet: boolean;
  readonly rules: readonly Rule[];
  readonly plan: Plan;
  readonly drawTable: typeof drawTable;
  /** Whether all institutions, reasons and places are listed. No if absent. */
  readonly all?: boolean;
}

const WORDS = {
  title: { zh: '审核 {count} 家机构，截至 {asOf}', en: 'Audit as of {asOf}, institutions: {count}' },
  institution: { zh: '机构', en: 'Institution' },
  verdict: { zh: '结论', en: 'Verdict' },
  matrix: { zh: '各章不符合和未填写的条数', en: 'Requirements not met or not evidenced, by chapter' },
  why: { zh: '为什么', en: 'Why' },
  alike: { zh: '与别家相同的编号和日志，请核实', en: 'Ids and logs that others have too, to be checked' },
  sameId: { zh: '编号 {id}（{file}）', en: 'id {id} ({file})' },
  sameLogs: { zh: '{count} 份日志，与 {others} 的完全相同', en: 'logs: {count}, the very same as of {others}' },
  alikeMore: { zh: '还有 {count} 家', en: 'and {count} more {count:institution|institutions}' },
  missed: {
    zh: '没有达到和提醒的要求，机构多的在前',
    en: 'Requirements not met or warned of, most institutions first',
  },
  one: { zh: '{count} 家', en: '{count} institution ' },
  times: { zh: '{count} 家', en: '{count} institutions' },
  places: { zh: '{count} 处，如 {place}', en: '{count} places, such as {place}' },
  countyNotGiven: {
    zh: '县（区）自己的职责没有核对：没有给恢复名单（--bureau）',
    en: "the county's own duties were not checked: its list was not given (--bureau)",
  },
  more: { zh: '等 {count} 项', en: 'and {count} more' },
  notRun: { zh: '{count} 项没有核对：{reason}', en: '{count} not checked: {reason}' },
  totals: { zh: '机构 {count}：{verdicts}', en: 'Institutions {count}: {verdicts}' },
  counts: { zh: '文件 {files}，发现 {findings}：{severities}', en: 'Files {files}, findings {findings}: {severities}' },
} as const satisfies Record<string, Wording>;

/** Widest and narrowest page. */
const MOST_COLUMNS = 140;
const LEAST_COLUMNS = 60;
/** Columns for names of institutions, at most. */
const NAME_COLUMNS = 30;
const REASONS_SHOWN = 3;
const COPIES_SHOWN = 20;

/** What is told of an institution in a section of its own. */
const APART: ReadonlySet<string> = new Set<string>([SAME_ID.id, SAME_LOG.id]);

/** A finding, and whose it is. */
interface Placed {
  readonly one: InstitutionReport;
  readonly finding: Finding;
}

/** A column of the matrix. */
interface Column {
  readonly head: string;
  readonly cell: (one: InstitutionReport) => string;
}

const NOTHING = '.';

/** Returns the audit as text. */
export function toAuditText(report: Report, options: AuditTextOptions): string {
  return new Page(report, options).text();
}

/** Whether an institution may resume. */
function mayResume(one: InstitutionReport): boolean {
  return ['passes', 'waived'].includes(verdictOf(one));
}

/** The requirements that an institution does not meet. */
function failing(one: InstitutionReport): RuleResult[] {
  return one.rules.filter(({ outcome }) => outcome === 'fail' || outcome === 'not-evidenced');
}

function countIn(one: InstitutionReport, key: HeadingKey, plan: Plan): number {
  return failing(one).filter((result) => headingOf(plan, result) === key).length;
}

function nameOf(one: InstitutionReport): string {
  return forTerminal(one.name ?? one.id);
}

class Page {
  private readonly lines: string[] = [];
  private readonly width: number;
  private readonly chalk: ChalkInstance;
  private readonly rules: RulesById;
  private readonly shown: readonly InstitutionReport[];
  /** Of every rule and check what is listed, in all institutions. */
  private readonly findings: ReadonlyMap<string, readonly Placed[]>;
  private readonly counts: ReadonlyMap<string, number>;
  private isCut = false;

  constructor(
    private readonly report: Report,
    private readonly options: AuditTextOptions,
  ) {
    this.width = Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, options.columns));
    this.chalk = new Chalk({ level: options.colour ? 1 : 0 });
    this.rules = byId(options.rules);
    const placed = report.institutions.flatMap((one) => one.findings.map((finding): Placed => ({ one, finding })));
    this.findings = groupedBy(placed, ({ finding }) => finding.rule);
    this.counts = countsByRule(report.institutions);
    this.shown = report.institutions.filter((one) => !(options.quiet && mayResume(one)));
  }

  text(): string {
    const { institutions, asOf } = this.report;
    this.add(this.chalk.bold(this.say(WORDS.title, { count: institutions.length, asOf })));
    this.add(this.options.plan.title[this.options.language]);
    if (this.shown.length > 0) this.matrix();
    this.reasons(this.shown.filter((one) => !mayResume(one)));
    this.alike();
    this.missed();
    this.form();
    this.county();
    this.totals();
    return `${this.lines.join('\n')}\n`;
  }

  /** Institutions and chapters: as many columns as fit beside the names, the rest in further tables below. */
  private matrix(): void {
    this.heading(this.say(WORDS.matrix));
    const { plan } = this.options;
    const chapters = plan.headings.filter(({ key }) => this.shown.some((one) => countIn(one, key, plan) > 0));
    const columns: Column[] = [
      {
        head: this.say(WORDS.verdict),
        cell: (one) => this.colourOf(verdictOf(one))(this.say(AUDIT_VERDICT_WORDS[verdictOf(one)])),
      },
      ...SEVERITIES.slice(0, 2).map((severity) => ({
        head: this.say(SEVERITY_WORDS[severity]),
        cell: (one: InstitutionReport) => String(one.summary.findings[severity]),
      })),
      ...chapters.map(({ key, citation }) => ({
        head: citation.replace(/[（）]/g, '').replace('八·', '八'),
        cell: (one: InstitutionReport) => this.count(countIn(one, key, plan)),
      })),
    ];
    for (const [i, table] of this.tablesOf(columns).entries()) {
      if (i > 0) this.lines.push('');
      const head = [this.say(WORDS.institution), ...table.map((column) => column.head)];
      // further tables leave out those of whom they have nothing to say
      const told = this.shown.filter((one) => i === 0 || table.some(({ cell }) => cell(one) !== NOTHING));
      const rows = told.map((one) => [nameOf(one), ...table.map(({ cell }) => cell(one))]);
      for (const line of this.options.drawTable(head, rows, this.width - 2)) this.lines.push(`  ${line}`);
    }
  }

  private tablesOf(columns: readonly Column[]): Column[][] {
    const names = Math.max(...this.shown.map((one) => widthOf(nameOf(one))));
    const room = this.width - 2 - Math.min(NAME_COLUMNS, names);
    const tables: Column[][] = [[]];
    let used = 0;
    for (const column of columns) {
      const { head, cell } = column;
      const width = 2 + Math.max(widthOf(head), ...this.shown.map((one) => widthOf(cell(one))));
      if (used + width > room && used > 0) {
        tables.push([]);
        used = 0;
      }
      used += width;
      tables.at(-1)?.push(column);
    }
    return tables;
  }

  /** Why institutions may not resume, the one with most errors first. */
  private reasons(open: readonly InstitutionReport[]): void {
    if (open.length === 0) return;
    this.heading(this.say(WORDS.why));
    for (const one of [...open].sort((a, b) => b.summary.findings.error - a.summary.findings.error)) {
      const verdict = verdictOf(one);
      const said = this.reasonsOf(one);
      const most = this.options.all ? said.length : REASONS_SHOWN;
      const list = said.slice(0, most).map(forTerminal);
      const more = said.length > most ? ` ${this.say(WORDS.more, { count: said.length })}` : '';
      const word = this.colourOf(verdict)(this.say(AUDIT_VERDICT_WORDS[verdict]));
      const joined = list.join(this.semicolon());
      this.add(`${word} ${this.chalk.bold(nameOf(one))}  ${joined}${more}`, '  ');
    }
  }

  private reasonsOf(one: InstitutionReport): string[] {
    const inputs = errorsOfForm(one);
    const reasons = [
      ...failing(one).map(({ id }) => this.titleOf(id)),
      ...inputs.map(({ message, params }) => this.say(message, params)),
    ];
    const notRun = one.rules.filter(({ outcome }) => outcome === 'not-run');
    const [first] = notRun;
    if (reasons.length > 0 || !first) return [...new Set(reasons)];
    return [this.say(WORDS.notRun, { count: notRun.length, reason: first.reason ?? '' })];
  }

  /** Who has the id or the logs of others. */
  private alike(): void {
    const copies = this.report.institutions.flatMap((one) => {
      const said = [...this.sameIdOf(one), ...this.sameLogsOf(one)].map(forTerminal);
      return said.length > 0 ? [`${this.chalk.bold(nameOf(one))}  ${said.join(this.semicolon())}`] : [];
    });
    if (copies.length === 0) return;
    this.heading(this.say(WORDS.alike));
    const most = this.options.all ? copies.length : COPIES_SHOWN;
    for (const line of copies.slice(0, most)) this.add(line, '  ');
    const left = copies.length - most;
    if (left > 0) this.add(this.say(WORDS.alikeMore, { count: left }), '  ');
  }

  private sameIdOf({ id, findings }: InstitutionReport): string[] {
    const same = findings.filter(({ rule }) => rule === SAME_ID.id);
    return same.map(({ location: { file } }) => this.say(WORDS.sameId, { id, file }));
  }

  private sameLogsOf({ findings }: InstitutionReport): string[] {
    const same = findings.filter(({ rule }) => rule === SAME_LOG.id);
    if (same.length === 0) return [];
    const others = [...new Set(same.map(({ params }) => this.say({ zh: '{others}', en: '{others}' }, params)))];
    return [this.say(WORDS.sameLogs, { count: same.length, others: others.slice(0, REASONS_SHOWN).join('; ') })];
  }

  /** Every requirement that an institution does not meet, or is warned of: at how many, in how many places, and where. */
  private missed(): void {
    const { institutions } = this.report;
    const ofOutcomes = (outcomes: readonly Outcome[]): (readonly [string, number])[] => {
      const results = institutions.flatMap(({ rules }) => rules.filter(({ outcome }) => outcomes.includes(outcome)));
      return [...groupedBy(results, ({ id }) => id)].map(([id, { length }]) => [id, length] as const);
    };
    const missed = ofOutcomes(['fail', 'not-evidenced']);
    const isMissed = new Set(missed.map(([id]) => id));
    const warned = ofOutcomes(['warn']).filter(([id]) => !isMissed.has(id));
    const order = ([a, x]: readonly [string, number], [b, y]: readonly [string, number]): number =>
      y - x || (a < b ? -1 : 1);
    const lines = [...missed.sort(order), ...warned.sort(order)];
    if (lines.length === 0) return;
    this.heading(this.say(WORDS.missed));
    for (const [id, count] of lines) {
      this.told(id, count, `${this.titleOf(id)}  ${this.chalk.dim(this.rules.get(id)?.clauses[0] ?? '')}`);
    }
  }

  /** The errors and warnings of how the files are written, by check. */
  private form(): void {
    const known = new Set(this.report.institutions.flatMap(({ rules }) => rules.map(({ id }) => id)));
    const worded = [...this.findings].filter(
      ([rule, [first]]) => !known.has(rule) && !APART.has(rule) && first?.finding.severity !== 'info',
    );
    if (worded.length === 0) return;
    this.heading(this.say(REPORT_WORDS.inputHeading));
    for (const [rule, found] of worded) {
      const count = new Set(found.map(({ one }) => one)).size;
      const [first] = found;
      if (first)
        this.told(rule, count, `${forTerminal(saidOf(first.finding, this.options.language))}  ${this.chalk.dim(rule)}`);
    }
  }

  /** A rule or check with the number of institutions and places, and the first of these, or all. */
  private told(rule: string, institutions: number, text: string): void {
    const times = this.say(institutions === 1 ? WORDS.one : WORDS.times, { count: String(institutions).padStart(4) });
    const found = this.findings.get(rule) ?? [];
    const [first] = found;
    const { language, all } = this.options;
    const place = first && forTerminal(placeOf(first.finding, language));
    const count = this.counts.get(rule) ?? 0;
    const where = place === undefined || count < 2 ? (place ?? '') : this.say(WORDS.places, { count, place });
    this.add(`${times}  ${text}  ${where}`.trimEnd(), '  ');
    if (!all) {
      this.isCut ||= count > 1;
      return;
    }
    for (const { one, finding } of found) {
      const said = `${placeOf(finding, language)} ${messageOf(finding, language)}`;
      this.add(`${nameOf(one)}  ${forTerminal(said)}`, '      ');
    }
  }

  private county(): void {
    const { county, institutions } = this.report;
    const { language, quiet, rules } = this.options;
    if (!county || county.inputs.length === 0) {
      // a single institution is no county
      if (institutions.length > 1) this.lines.push('', ...wrap(this.say(WORDS.countyNotGiven), this.width));
      return;
    }
    const { title, lines } = countyLines(
      county,
      rules,
      language,
      this.options.all ? Number.POSITIVE_INFINITY : undefined,
    );
    this.heading(title);
    for (const { outcome, text, isFine } of lines) {
      if (!(quiet && isFine)) this.add(forTerminal(text), outcome === undefined ? '      ' : '  ');
    }
  }

  private totals(): void {
    const { institutions, summary } = this.report;
    const comma = this.options.language === 'zh' ? '，' : ', ';
    const verdicts = AUDIT_VERDICTS.map((verdict) => {
      const { length } = institutions.filter((one) => verdictOf(one) === verdict);
      return length > 0 || verdict === 'passes' ? [`${this.say(AUDIT_VERDICT_WORDS[verdict])} ${length}`] : [];
    });
    const { findings } = summary;
    const severities = SEVERITIES.map((severity) => `${this.say(SEVERITY_WORDS[severity])} ${findings[severity]}`);
    const how = howToListAll(this.report, this.options, this.isCut);
    this.lines.push('');
    if (how) this.lines.push(...wrap(this.say(how), this.width), '');
    this.add(this.say(WORDS.totals, { count: institutions.length, verdicts: verdicts.flat().join(comma) }));
    const total = SEVERITIES.reduce((sum, severity) => sum + findings[severity], 0);
    this.add(this.say(WORDS.counts, { files: summary.files, findings: total, severities: severities.join(comma) }));
  }

  private count(count: number): string {
    return count === 0 ? NOTHING : this.chalk.bold(String(count));
  }

  private colourOf(verdict: AuditVerdict): ChalkInstance {
    const { green, red, yellow } = this.chalk;
    return { passes: green, waived: green, fails: red, undecided: yellow, absent: red }[verdict];
  }

  private titleOf(id: string): string {
    return this.rules.get(id)?.title[this.options.language] ?? id;
  }

  private say(words: Wording, params: Parameters<typeof fill>[1] = {}): string {
    return fill(words, params, this.options.language);
  }

  private semicolon(): string {
    return this.options.language === 'zh' ? '；' : '; ';
  }

  private heading(text: string): void {
    this.lines.push('', this.chalk.bold.underline(text));
  }

  private add(text: string, indent = ''): void {
    const [first = '', ...rest] = wrap(text, this.width - widthOf(indent));
    this.lines.push(indent + first, ...rest.map((line) => `${indent}  ${line}`));
  }
}
