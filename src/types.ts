/** The shapes that every part of resume-check shares: words, locations, findings, outcomes, reports. */

/** A text in both languages. Placeholders are written `{name}` and are the same in both. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** The two languages of every message. */
export type Language = keyof Wording;

/** The languages. */
export const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

/** The severities from the gravest to the mildest. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;

/** How serious a finding is: a broken obligation, a weak spot or recommendation, a remark. */
export type Severity = (typeof SEVERITIES)[number];

/** When a rule begins to bind: before applying, on applying, in daily running, on an incident, after one. */
export type Phase = 'prep' | 'apply' | 'run' | 'incident' | 'recover';

/** The stages in their order. */
export const STAGES = ['prep', 'apply', 'run'] as const;

/** How far an institution has come. */
export type Stage = (typeof STAGES)[number];

/** What a rule looks at: facts in the profile, daily logs, papers named in the profile, the county's own duties. */
export type RuleClass = 'profile' | 'log' | 'document' | 'county';

/** How a demand of the plan can be verified. `on-site`: a person must look. `guidance`: advice, nothing to verify. */
export type Verification = 'automated' | 'attestation' | 'on-site' | 'guidance';

/** A ground of 八·追责 that a broken rule would match if an outbreak occurs. */
export type Ground = '一' | '二' | '三' | '四' | '五';

/** A place in a file: 1-based lines and columns, columns in UTF-16 units, the end exclusive. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Values put into a wording. A `Wording` as value is put in its own language. */
export type Params = Readonly<Record<string, string | number | Wording>>;

/** What would mend a finding, as something to get or do, with a quantity where one can be counted. */
export interface Remedy {
  readonly text: Wording;
  readonly item?: Wording;
  readonly quantity?: number;
  readonly unit?: Wording;
}

/**
 * What a finding is: a rule is not met; `missing` if that is because the input says nothing of what the rule needs; the
 * input is not well formed or contradicts itself; a hint, which counts something and proves nothing.
 */
export type FindingKind = 'rule' | 'missing' | 'input' | 'hint';

/** One place where the input does not meet a rule. Worded late: `message` holds both languages' templates. */
export interface Finding {
  /** The id of a rule or of a check of the input. */
  readonly rule: string;
  readonly kind: FindingKind;
  /** Absent for findings about the input itself and hints. */
  readonly clause?: string;
  readonly severity: Severity;
  readonly location: Location;
  readonly path?: string;
  /** The day that it is about, where it is about one of the days of a log. */
  readonly day?: string;
  /** In a log: the cell it is about. `letter` is the column as spreadsheets name it. */
  readonly cell?: { readonly letter: string; readonly header?: Wording };
  /** How many cells it is about where it is about several: those of a column in the rows of its location. */
  readonly cells?: number;
  readonly message: Wording;
  readonly params: Params;
  readonly related: readonly Location[];
  readonly remedy?: Remedy;
  /** Assumptions behind the finding: toolkit defaults and readings, where the plan gives no number or is open. */
  readonly note?: Wording;
  /** The ground of 八·追责 that it matches if an outbreak occurs. */
  readonly ground?: string;
  /** Who accepts the finding until when (through the end of that day), and why. The severity stays. */
  readonly waiver?: { readonly justification: string; readonly approver: string; readonly expires: string };
  readonly fingerprint: string;
}

/** All outcomes, in the order in which reports count them. */
export const OUTCOMES = [
  'pass',
  'fail',
  'warn',
  'not-evidenced',
  'not-applicable',
  'not-yet',
  'not-run',
  'on-site',
  'waived',
] as const;

/** What became of a rule. See the table in docs/report.md. */
export type Outcome = (typeof OUTCOMES)[number];

/** How a measured number is compared with what is needed: `have operator need`. */
export type Operator = '>' | '>=' | '<=' | '<';

/** What a rule measured, also where nothing is wrong: an amount, or in few words what was seen. Never a person's value. */
export interface Measure {
  readonly what: Wording;
  /** The thing of the shopping list of which it is an amount. */
  readonly item?: string;
  /** Absent where the input does not say. */
  readonly have?: number | Wording;
  /** How many there are, where `have` counts those that are in order. */
  readonly of?: number;
  /** The number that the rule compares with, where it has one. */
  readonly need?: number;
  readonly operator?: Operator;
  readonly unit?: Wording;
  readonly met: boolean;
  /** The path of the profile where it stands. */
  readonly path: string;
}

/** Rows of logs that a rule reads and that could not be read, or not the cells that it reads. */
export interface UnreadRows {
  readonly rows: number;
  /** How many rows there are of the logs that it reads. */
  readonly of: number;
  /** Where: the first of them. `letter` is the column as spreadsheets name it; a column that is missing has none. */
  readonly places: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly letter?: string;
    readonly header?: Wording;
  }[];
}

/** Findings that are counted and not listed. */
export interface Unlisted {
  /** The id of a rule or of a check of the input. */
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** The outcome of one rule for one institution. */
export interface RuleResult {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly outcome: Outcome;
  readonly reason?: Wording;
  /** Number of findings of this rule; one about several cells counts as so many. */
  readonly count: number;
  /** What its check of the profile measured. */
  readonly measures?: readonly Measure[];
  /** What of the logs could not be read that it reads. */
  readonly unread?: UnreadRows;
}

/** One file that was read. */
export interface Input {
  readonly file: string;
  /** `profile`, the name of a list of it (`staff-list`) or of a log kind, or `unknown` where a log was not recognised. */
  readonly kind: string;
  readonly encoding: string;
  /** Of logs and lists: the rows that were read. */
  readonly rows?: number;
}

/** How many rules had each outcome, and how many findings each severity. */
export interface Summary {
  readonly rules: Readonly<Record<Outcome, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  /** How many of the findings are waived; absent where none is. */
  readonly waived?: Readonly<Record<Severity, number>>;
}

/**
 * What a day looks like in a calendar: `o` recorded and nothing found, `w` recorded with a warning or remark, `f` an
 * error found, `g` a gap (a record was due and is missing), `-` none due.
 */
export type CalendarMark = 'o' | 'w' | 'f' | 'g' | '-';

/** The days of one log kind. */
export interface LogCalendar {
  readonly kind: string;
  /** A `CalendarMark` for each day of the period. */
  readonly days: string;
}

/** How often each temperature was read on a day, of all people together. */
export interface DayTemperatures {
  readonly day: string;
  /** Pairs of a temperature in tenths of a degree Celsius and how often it was read, the lowest first. */
  readonly counts: readonly (readonly [tenths: number, count: number])[];
}

/** How much there was of one item of the stock. */
export interface StockLine {
  readonly item: Wording;
  readonly unit?: Wording;
  /** What the plan asks for at the least, and the clause that does. */
  readonly minimum?: { readonly quantity: number; readonly clause: string };
  readonly days: readonly (readonly [day: string, quantity: number])[];
}

/** A thing that stands in a room, by its corner nearest to the origin and its sides, in metres. */
export interface RoomFixture {
  readonly kind: 'podium' | 'door' | 'pillar' | 'aisle';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly length: number;
}

/**
 * A room and its seats, in metres: x from the left wall as one looks to the front, y from the front wall backwards. The
 * width of the room runs along x, its length along y.
 */
export interface SeatMap {
  readonly room: string;
  readonly width: number;
  readonly length: number;
  /** Centres of the seats. */
  readonly seats: readonly (readonly [x: number, y: number])[];
  /** Pairs of seats that are too close, by their indexes, with their distance in metres. */
  readonly tooClose: readonly (readonly [first: number, second: number, distance: number])[];
  /** The distance that the plan asks for at the least, in metres. */
  readonly spacing: number;
  readonly fixtures: readonly RoomFixture[];
  /** The place that a seat takes, a desk with its chair, where the profile says it. */
  readonly desk?: { readonly width: number; readonly length: number };
}

/** What the pictures of a report are drawn from: counts of days and plans of rooms, never the value of a person. */
export interface Figures {
  /** The first and the last day that is drawn; absent where no logs were given. */
  readonly period?: { readonly from: string; readonly to: string };
  readonly calendars: readonly LogCalendar[];
  readonly temperatures: readonly DayTemperatures[];
  readonly stock: readonly StockLine[];
  readonly rooms: readonly SeatMap[];
}

/** An inspection as a profile tells of it. */
export type InspectionResult = 'pass' | 'rectify' | 'fail';

/** An application for a class held elsewhere. */
export interface OffsiteFacts {
  /** The path of the class in the profile, such as `offsite[0]`. */
  readonly path: string;
  readonly area?: string;
  readonly appliedOn?: string;
  readonly inspectedOn?: string;
  readonly result?: InspectionResult;
}

/** What a county reads of an institution besides its findings. Nothing personal; days are `YYYY-MM-DD`. */
export interface InstitutionFacts {
  readonly district?: string;
  readonly address?: string;
  readonly authority?: string;
  readonly permitNo?: string;
  readonly appliedOn?: string;
  readonly inspectedOn?: string;
  readonly result?: InspectionResult;
  readonly resumedOn?: string;
  /** The trades of its classes, each once. */
  readonly trades: readonly string[];
  /** Classes held elsewhere for which it has applied. */
  readonly offsite: readonly OffsiteFacts[];
  /** The days with a daily report, in runs from the first to the last day. */
  readonly reportedDays: readonly (readonly [first: string, last: string])[];
}

/** What was found about one institution. */
export interface InstitutionReport {
  readonly id: string;
  readonly name?: string;
  readonly stage: Stage;
  readonly inputs: readonly Input[];
  readonly rules: readonly RuleResult[];
  readonly findings: readonly Finding[];
  /** Findings counted but not listed. */
  readonly omitted: number;
  /** Of which rules they are; absent where there are none. */
  readonly unlisted?: readonly Unlisted[];
  readonly summary: Summary;
  /** False if a rule of the stage fails; else null if one of them was not run or nothing applies; else true. */
  readonly compliant: boolean | null;
  readonly compliantWithWaivers: boolean | null;
  /** What pictures are drawn from, where a format with pictures was asked for. */
  readonly figures?: Figures;
  /** In an audit: what its profile tells the county. Absent where there is none that can be read. */
  readonly facts?: InstitutionFacts;
}

/** The result of a whole run. */
export interface Report {
  readonly formatVersion: 1;
  readonly tool: { readonly name: 'resume-check'; readonly version: string };
  readonly plan: { readonly id: string; readonly digest: string };
  readonly asOf: string;
  readonly institutions: readonly InstitutionReport[];
  /** In an audit: the duties of the county itself, judged as if it were one more institution. */
  readonly county?: InstitutionReport;
  /** Counts of all institutions, and of the county. */
  readonly summary: Summary & { readonly institutions: number; readonly files: number };
}

/** A finding as a JSON report lists it, as far as reports are compared. */
export interface ListedFinding {
  readonly rule: string;
  readonly clause?: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path?: string;
  /** As in `Finding`. */
  readonly cells?: number;
  readonly message: Wording;
  /** Whether a waiver holds for it. */
  readonly waived?: boolean;
  readonly fingerprint: string;
}

/** What became of an institution's findings from one report to the next. */
export interface InstitutionDiff {
  readonly id: string;
  readonly name?: string;
  /** Whether it is in both reports, only in the later one, or only in the earlier one. */
  readonly state: 'both' | 'appeared' | 'vanished';
  readonly new: readonly ListedFinding[];
  /** Gone, and what they were about was judged again. */
  readonly fixed: readonly ListedFinding[];
  /** Gone, but nobody looked again. */
  readonly unchecked: readonly ListedFinding[];
  readonly persisting: readonly ListedFinding[];
  /** Findings that one of the reports counted and did not list. */
  readonly omitted: number;
  /** How many more of them the later report has: there may be new ones among them. */
  readonly unlisted: number;
}

/** Two reports compared. */
export interface ReportDiff {
  readonly formatVersion: 1;
  readonly before: { readonly version: string; readonly plan: Report['plan']; readonly asOf: string };
  readonly after: ReportDiff['before'];
  /** Whether both were judged by the same rules: if not, differences may come from the rules. */
  readonly samePlan: boolean;
  readonly institutions: readonly InstitutionDiff[];
  readonly summary: Readonly<Record<'institutions' | 'appeared' | 'vanished' | 'omitted' | 'unlisted', number>> &
    Readonly<Record<'new' | 'fixed' | 'unchecked' | 'persisting', Readonly<Record<Severity, number>>>>;
}

/** An institution on a county's monthly list. */
export interface RosterRow {
  readonly name: string;
  readonly facts: InstitutionFacts;
  /** Whether it resumed in the month itself. */
  readonly isNew: boolean;
}

/** An institution that may have resumed, but is not on the list by what the report tells. */
export interface LeftOut {
  readonly name: string;
  readonly reason: Wording;
}

/** The institutions that have resumed, as a county lists them for a month. */
export interface Roster {
  /** `YYYY-MM`. */
  readonly month: string;
  /** The last day that it covers: that of the month, or the day before that of the report. */
  readonly until: string;
  readonly isWhole: boolean;
  readonly rows: readonly RosterRow[];
  readonly leftOut: readonly LeftOut[];
  /** How many have not resumed. */
  readonly others: number;
}
