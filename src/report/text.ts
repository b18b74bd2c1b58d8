/** The report as people read it in a terminal: by chapter of the plan, then what to get and do, then the verdict. */
import { Chalk, type ChalkInstance } from 'chalk';
import { countOf } from '../counts.js';
import { headingOf, type Plan } from '../plan/plan.js';
import { readingOf } from '../rules/assumptions.js';
import type { Rule } from '../rules/rule.js';
import { groupedBy } from '../rules/shared/grouped-by.js';
import { forTerminal } from '../text/escape.js';
import { fill } from '../text/fill.js';
import { widthOf, wrap } from '../text/wrap.js';
import {
  type Finding,
  type InstitutionReport,
  type Language,
  OUTCOMES,
  type Outcome,
  type Report,
  type RuleResult,
  SEVERITIES,
  type Severity,
  type Wording,
} from '../types.js';
import { groupsOfForm, howToListAll } from './exact.js';
import { waiverOf, withRows } from './finding-text.js';
import { logInputs } from './log-inputs.js';
import type { drawTable } from './table.js';
import { counted, groundsOf, toDo, toGet } from './to-do.js';
import { errorsOfForm, isInScope, verdictSentences } from './verdict.js';
import { NEXT_STEPS, OUTCOME_WORDS, REPORT_WORDS, SEVERITY_WORDS, STAGE_WORDS } from './words.js';

/** How the text report is drawn. */
export interface TextOptions {
  readonly language: Language;
  readonly columns: number;
  readonly colour: boolean;
  /** Only errors, and nothing that passed. */
  readonly quiet: boolean;
  readonly rules: readonly Rule[];
  readonly plan: Plan;
  /** Returns the title of a kind of log by its name. */
  readonly kindTitle?: (name: string) => Wording;
  /** Returns a line of an input with personal values masked, or `undefined` if it is not at hand. */
  readonly excerpt: (file: string, line: number) => string | undefined;
  /** The findings to show, where not all are. */
  readonly shown?: ReadonlySet<Finding> | undefined;
  /** Whether all findings of a rule are shown. No if absent. */
  readonly all?: boolean;
  /** Draws the shopping list. Handed in, so that the table library is loaded only when there is one. */
  readonly drawTable: typeof drawTable;
}

/** Widest line that is still easy to read. */
const MOST_COLUMNS = 110;
/** Findings of one rule that are shown. */
const MOST_ALIKE = 20;
/** Narrowest page that the tables fit into. */
const LEAST_COLUMNS = 40;
/** The order in which outcomes stand inside a chapter: what needs work first. */
const LISTED: readonly Outcome[] = ['fail', 'not-evidenced', 'warn', 'not-run', 'waived'];

/** Returns the report as text. */
export function toText(report: Report, options: TextOptions): string {
  const page = new Page(options);
  for (const institution of report.institutions) page.institution(institution, report);
  return page.text();
}

class Page {
  private readonly lines: string[] = [];
  private readonly chalk: ChalkInstance;
  private readonly width: number;
  private readonly rules: ReadonlyMap<string, Rule>;
  private isCut = false;

  constructor(private readonly options: TextOptions) {
    this.chalk = new Chalk({ level: options.colour ? 1 : 0 });
    this.width = Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, options.columns));
    this.rules = new Map(options.rules.map((rule) => [rule.id, rule]));
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  institution(one: InstitutionReport, report: Report): void {
    this.head(one, report);
    const byRule = groupedBy(one.findings, ({ rule }) => rule);
    this.inputFindings(one);
    // where logs were given, what lacks is told once, by the logs that it would need
    const hasLogs = logInputs(one.inputs).length > 0;
    const told = hasLogs ? one.rules.filter(({ outcome }) => outcome !== 'not-run') : one.rules;
    const { plan } = this.options;
    for (const heading of plan.headings) {
      const results = told.filter((result) => headingOf(plan, result) === heading.key);
      this.chapter(`${heading.citation} ${heading.title[this.options.language]}`, results, byRule);
    }
    const notRun = one.rules.filter(({ outcome }) => outcome === 'not-run');
    if (hasLogs && notRun.length > 0 && !this.options.quiet) {
      this.heading(this.say(REPORT_WORDS.notChecked), '');
      this.notRun(notRun);
    }
    this.toGet(one.findings);
    this.toDo(one);
    this.onSite(one.rules);
    this.verdict(one);
    this.totals(one, report);
  }

  private head(one: InstitutionReport, report: Report): void {
    const { chalk } = this;
    const name = one.name === undefined ? one.id : `${one.name} (${one.id})`;
    this.line(chalk.bold(take(name, this.width)));
    const profile = one.inputs.find(({ kind }) => kind === 'profile');
    const facts = [
      [REPORT_WORDS.profile, profile ? this.safe(profile.file) : this.say(REPORT_WORDS.notGiven)],
      [REPORT_WORDS.stage, `${this.say(STAGE_WORDS[one.stage])} (${one.stage})`],
      [REPORT_WORDS.asOf, report.asOf],
    ] as const;
    this.wrapped(facts.map(([word, value]) => `${chalk.dim(this.say(word))} ${value}`).join('  '), '');
    this.wrapped(`${chalk.dim(this.say(REPORT_WORDS.plan))} ${this.say(this.options.plan.title)}`, '');
    const logs = logInputs(one.inputs);
    if (logs.length === 0) return;
    const listed = logs.map(({ file, kind, rows = 0 }) => {
      const title = kind === 'unknown' ? undefined : this.options.kindTitle?.(kind);
      return `${title ? this.say(title) : this.safe(file.split('/').at(-1) ?? '')} ${rows}`;
    });
    const list = listed.join(this.language === 'zh' ? '，' : ', ');
    this.wrapped(`${chalk.dim(this.say(REPORT_WORDS.logs))} ${list}`, '  ', '');
  }

  private inputFindings(one: InstitutionReport): void {
    const findings = one.findings.filter((finding) => finding.clause === undefined);
    if (findings.every(({ severity }) => this.options.quiet && severity !== 'error')) return;
    this.heading(this.say(REPORT_WORDS.inputHeading), '');
    const gravest = SEVERITIES.filter((severity) => !this.options.quiet || severity === 'error');
    for (const severity of gravest) {
      const word = this.colourOf(severity)(this.say(SEVERITY_WORDS[severity]));
      const ofSeverity = findings.filter((finding) => finding.severity === severity);
      for (const [alike, count] of groupsOfForm(one, ofSeverity)) this.alike(alike, count, word);
    }
  }

  /** Findings of a check of the input in one file, which are so many. */
  private alike(alike: readonly Finding[], count: number, word: string): void {
    const shown = this.shown(alike);
    for (const finding of shown) {
      if (finding.severity === 'info') {
        this.wrapped(`${word} ${this.message(finding)}  ${this.pointer(finding)}`, '    ', '  ');
        continue;
      }
      this.wrapped(`${word} ${this.message(finding)}`, '    ', '  ');
      this.place(finding);
    }
    this.more(count, countOf(shown));
  }

  /** Of findings of one sort those that are shown. */
  private shown(alike: readonly Finding[]): readonly Finding[] {
    const { shown, all } = this.options;
    return alike.filter((finding) => shown?.has(finding) ?? true).slice(0, all ? undefined : MOST_ALIKE);
  }

  /** Says how many of so many findings of one sort are not shown. */
  private more(all: number, shown: number): void {
    if (all <= shown) return;
    this.isCut = true;
    const words = shown === 0 ? REPORT_WORDS.noneShown : REPORT_WORDS.more;
    this.wrapped(this.chalk.dim(fill(words, { count: all - shown }, this.language)), '    ');
  }

  private chapter(title: string, results: readonly RuleResult[], findings: ReadonlyMap<string, Finding[]>): void {
    const judged = results.filter((result) =>
      ['pass', 'fail', 'warn', 'not-evidenced', 'waived'].includes(result.outcome),
    );
    const shown = LISTED.filter((outcome) => !this.options.quiet || outcome === 'fail' || outcome === 'not-evidenced');
    const listed = shown.flatMap((outcome) => results.filter((result) => result.outcome === outcome));
    const passed = this.options.quiet ? [] : results.filter((result) => result.outcome === 'pass');
    if (listed.length === 0 && passed.length === 0) return;
    const met = judged.filter((result) => result.outcome === 'pass').length;
    this.heading(title, judged.length > 0 ? `${met}/${judged.length} ${this.say(OUTCOME_WORDS.pass)}` : '');
    for (const result of listed.filter((each) => each.outcome !== 'not-run'))
      this.result(result, findings.get(result.id) ?? []);
    if (passed.length > 0) this.wrapped(`${this.mark('pass')} ${this.titles(passed)}`, '    ', '  ');
    this.notRun(listed.filter((each) => each.outcome === 'not-run'));
  }

  /** What was not judged, with the reason, a line for each reason. */
  private notRun(results: readonly RuleResult[]): void {
    for (const group of groupedBy(results, ({ reason }) => (reason ? this.say(reason) : '')).values()) {
      const [first] = group;
      const reason = first?.reason ? this.say(first.reason) : '';
      const said = this.chalk.dim(this.language === 'zh' ? `（${reason}）` : ` (${reason})`);
      this.wrapped(`${this.mark('not-run')} ${this.titles(group)}${said}`, '    ', '  ');
    }
  }

  private titles(results: readonly RuleResult[]): string {
    return results
      .map(({ id }) => this.say(this.rules.get(id)?.title ?? { zh: id, en: id }))
      .join(this.language === 'zh' ? '、' : '; ');
  }

  private result(result: RuleResult, findings: readonly Finding[]): void {
    const rule = this.rules.get(result.id);
    const title = rule ? this.say(rule.title) : result.id;
    this.wrapped(
      `${this.mark(result.outcome)} ${this.chalk.bold(title)}  ${this.chalk.dim(`${result.clauses.join('、')}  ${result.id}`)}`,
      '    ',
      '  ',
    );
    const shown = this.shown(findings);
    for (const finding of shown) {
      if (finding.waiver) {
        this.wrapped(`${this.message(finding)}  ${this.pointer(finding)}`, '    ');
        this.wrapped(this.chalk.dim(this.safe(waiverOf(finding.waiver, this.language))), '      ', '    ');
      } else if (finding.kind === 'missing') {
        this.wrapped(`${this.message(finding)}  ${this.pointer(finding)}`, '    ');
      } else {
        this.wrapped(this.message(finding), '    ');
        this.place(finding);
      }
    }
    this.more(result.count, countOf(shown));
    // what to fill in is plain where something is only not given; the list at the end says what to do
    const wrong = findings.find(({ kind, waiver }) => kind !== 'missing' && !waiver);
    if (wrong?.remedy) this.wrapped(`${this.arrow()} ${this.say(wrong.remedy.text)}`, '      ', '    ');
    // what is missing may be asked for only by the toolkit's reading
    const isOpen = findings.some(({ waiver }) => !waiver);
    const note = wrong ? wrong.note : rule && isOpen ? readingOf(rule) : undefined;
    if (note)
      this.wrapped(
        this.chalk.dim(`${this.say(REPORT_WORDS.assumption)}${this.colon()}${this.say(note)}`),
        '      ',
        '    ',
      );
  }

  private pointer({ location, cell }: Finding): string {
    const place = this.chalk.cyan(this.safe(`${location.file}:${location.line}:${location.column}`));
    if (!cell) return place;
    const letter = this.language === 'zh' ? `${cell.letter}列` : `column ${cell.letter}`;
    return `${place} ${letter}${cell.header ? ` ${this.say(cell.header)}` : ''}`;
  }

  /** `file:line:column`, and the line itself with the place marked below it. */
  private place(finding: Finding): void {
    const { location } = finding;
    const { chalk } = this;
    this.line(`    ${this.pointer(finding)}`);
    const source = this.options.excerpt(location.file, location.line);
    if (source === undefined || source.trim() === '') return;
    const number = String(location.line);
    // of cells in several rows, the first as wide as the last
    const isCell = location.endLine === location.line || finding.cells !== undefined;
    const end = isCell ? Math.max(location.column, location.endColumn - 1) : source.length;
    const { text, before, marked } = excerptAround(source, location.column - 1, end, this.width - number.length - 9);
    const carets = this.colourOf(finding.severity)('^'.repeat(marked));
    this.line(`      ${chalk.dim(`${number} |`)} ${text}`);
    this.line(`      ${chalk.dim(`${' '.repeat(number.length)} |`)} ${' '.repeat(before)}${carets}`);
  }

  private toGet(findings: readonly Finding[]): void {
    const items = toGet(findings);
    if (items.length === 0) return;
    this.heading(this.say(REPORT_WORDS.shoppingList), '');
    const rows = items.map(({ name, unit, quantity, clauses }) => [
      this.say(name),
      this.say(counted(quantity, unit)),
      clauses.join('、'),
    ]);
    this.table([REPORT_WORDS.item, REPORT_WORDS.lacking, REPORT_WORDS.clause], rows);
  }

  /** A line to tick for each task. */
  private toDo(one: InstitutionReport): void {
    const tasks = toDo(one, this.rules);
    if (tasks.length === 0 || this.options.quiet) return;
    this.heading(this.say(REPORT_WORDS.taskList), '');
    for (const { advice, clause } of tasks) {
      this.wrapped(`[ ] ${this.say(advice)}  ${this.chalk.dim(clause)}`, '      ', '  ');
    }
  }

  private onSite(results: readonly RuleResult[]): void {
    const looks = results.filter((result) => result.outcome === 'on-site');
    if (looks.length === 0 || this.options.quiet) return;
    this.heading(this.say(REPORT_WORDS.onSite), '');
    for (const result of looks) {
      const text = result.reason ? this.say(result.reason) : result.id;
      this.wrapped(`- ${text}  ${this.chalk.dim(result.clauses.join('、'))}`, '    ', '  ');
    }
  }

  private verdict(one: InstitutionReport): void {
    const { chalk } = this;
    const colours = { good: chalk.green, bad: chalk.red, unsure: chalk.yellow };
    this.heading(this.say(REPORT_WORDS.verdict), '');
    for (const { tone, text } of verdictSentences(one, this.rules, this.language)) {
      this.wrapped(colours[tone](text), '  ');
    }
    const isDone = isInScope(one) && one.compliant !== false && errorsOfForm(one).length === 0;
    if (isDone) this.wrapped(this.say(NEXT_STEPS[one.stage]), '  ');
    const grounds = groundsOf(one);
    if (grounds.length > 0 && !this.options.quiet) {
      const words = grounds.map(([ground, times]) => `${ground} ${times}`).join(this.language === 'zh' ? '，' : ', ');
      this.wrapped(chalk.dim(fill(REPORT_WORDS.grounds, { grounds: words }, this.language)), '  ');
    }
  }

  private totals(one: InstitutionReport, report: Report): void {
    const comma = this.language === 'zh' ? '，' : ', ';
    const outcomes = OUTCOMES.filter(
      (outcome) => outcome !== 'on-site' && (one.summary.rules[outcome] > 0 || ['pass', 'fail'].includes(outcome)),
    )
      .map((outcome) => `${this.say(OUTCOME_WORDS[outcome])} ${one.summary.rules[outcome]}`)
      .join(comma);
    const severities = SEVERITIES.map(
      (severity) => `${this.say(SEVERITY_WORDS[severity])} ${one.summary.findings[severity]}`,
    ).join(comma);
    const onSite = one.summary.rules['on-site'];
    const count = countOf(one.findings) + one.omitted;
    const cut = countOf(one.findings.filter((finding) => this.options.shown?.has(finding) === false));
    if (cut > 0) this.wrapped(fill(REPORT_WORDS.cut, { count: cut }, this.language), '');
    const isLast = one === report.institutions.at(-1);
    const how = isLast ? howToListAll(report, this.options, this.isCut || cut > 0) : undefined;
    if (how) this.wrapped(this.say(how), '');
    this.line('');
    const logs = logInputs(one.inputs);
    const rows = logs.reduce((sum, each) => sum + (each.rows ?? 0), 0);
    const params = { files: report.summary.files, rules: one.rules.length - onSite, outcomes, onSite, rows };
    const words = logs.length === 0 ? REPORT_WORDS.counts : REPORT_WORDS.countsLogs;
    this.wrapped(fill(words, params, this.language), '');
    this.wrapped(fill(REPORT_WORDS.findings, { count, severities }, this.language), '');
  }

  private table(head: readonly Wording[], rows: readonly (readonly string[])[]): void {
    const cells = rows.map((row) => row.map((cell) => this.safe(cell)));
    const titles = head.map((word) => this.say(word));
    for (const line of this.options.drawTable(titles, cells, this.width - 2)) this.line(`  ${line}`);
  }

  private get language(): Language {
    return this.options.language;
  }

  private say(words: Wording): string {
    return words[this.language];
  }

  private safe(text: string): string {
    return forTerminal(text);
  }

  private message(finding: Finding): string {
    return this.safe(withRows(fill(finding.message, finding.params, this.language), finding, this.language));
  }

  private colon(): string {
    return this.language === 'zh' ? '：' : ': ';
  }

  private arrow(): string {
    return this.chalk.green('->');
  }

  private mark(outcome: Outcome): string {
    const word = this.say(OUTCOME_WORDS[outcome]);
    switch (outcome) {
      case 'pass':
        return this.chalk.green(word);
      case 'fail':
      case 'not-evidenced':
        return this.chalk.red(word);
      case 'warn':
        return this.chalk.yellow(word);
      default:
        return this.chalk.dim(word);
    }
  }

  private colourOf(severity: Severity): ChalkInstance {
    return severity === 'error' ? this.chalk.red : severity === 'warning' ? this.chalk.yellow : this.chalk.cyan;
  }

  private heading(title: string, count: string): void {
    this.line('');
    const { bold, dim } = this.chalk;
    const gap = this.width - widthOf(title) - widthOf(count);
    if (count === '') this.line(bold.underline(title));
    else if (gap >= 2) this.line(`${bold.underline(title)}${' '.repeat(gap)}${dim(count)}`);
    else {
      this.line(bold.underline(title));
      this.line(`${' '.repeat(Math.max(0, this.width - widthOf(count)))}${dim(count)}`);
    }
  }

  /** Adds text wrapped to the width; `indent` for all lines but the first, which has `first`. */
  private wrapped(text: string, indent: string, first: string = indent): void {
    wrap(text, this.width - indent.length).forEach((line, i) => {
      this.line(`${i === 0 ? first : indent}${line}`);
    });
  }

  private line(text: string): void {
    this.lines.push(text.trimEnd());
  }
}

/** Widens the mark `...` on either side of what is cut off. */
const CUT = '...';

/**
 * Returns what fits of a line around the marked place, safe to print, with the columns before the place and those to
 * mark. What is cut off is shown as `...`.
 */
function excerptAround(
  source: string,
  from: number,
  to: number,
  columns: number,
): { text: string; before: number; marked: number } {
  const indent = source.length - source.trimStart().length;
  const mark = take(source.slice(from, Math.min(to, from + columns)), columns - 2 * CUT.length);
  // what stands before the place gets what the place leaves, but never more than two thirds
  const room = Math.min(columns - 2 * CUT.length - widthOf(mark), Math.floor((columns * 2) / 3));
  const whole = source.slice(indent, from);
  const lead = takeLast(whole.slice(-columns), room);
  const before = (lead.length < forTerminal(whole.slice(-columns)).length || whole.length > columns ? CUT : '') + lead;
  const rest = columns - widthOf(before) - widthOf(mark);
  const after = source.slice(from + (to - from), from + (to - from) + columns);
  const isMarkCut = mark.length < forTerminal(source.slice(from, Math.min(to, from + columns + 1))).length;
  const isWhole = !isMarkCut && widthOf(forTerminal(after)) <= rest;
  const tail = isWhole ? forTerminal(after) : `${isMarkCut ? '' : take(after, rest - CUT.length)}${CUT}`;
  return { text: before + mark + tail, before: widthOf(before), marked: Math.max(1, widthOf(mark)) };
}

/** Returns the beginning of a text, made safe, that fits into a number of columns. */
function take(text: string, columns: number): string {
  let result = '';
  let width = 0;
  for (const character of text) {
    const shown = forTerminal(character);
    width += widthOf(shown);
    if (width > columns) break;
    result += shown;
  }
  return result;
}

/** Returns the end of a text, made safe, that fits into a number of columns. */
function takeLast(text: string, columns: number): string {
  let result = '';
  let width = 0;
  for (const character of [...text].reverse()) {
    const shown = forTerminal(character);
    width += widthOf(shown);
    if (width > columns) break;
    result = shown + result;
  }
  return result;
}
