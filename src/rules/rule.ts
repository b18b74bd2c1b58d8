/** What a rule is: its place in the plan, its words, and the function that checks it. */
import type { LogNumber, RowPlace } from '../logs/kind.js';
import type { KindName, RowOf } from '../logs/kinds/index.js';
import type { Logs, PersonDay } from '../logs/logs.js';
import type { GroundPart } from '../plan/grounds.js';
import type { ItemId } from '../plan/items.js';
import type { LimitId, Limits } from '../plan/limits.js';
import type { Plan } from '../plan/plan.js';
import type { Profile } from '../profile/profile.types.js';
import type {
  Ground,
  InspectionResult,
  InstitutionFacts,
  Location,
  Measure,
  Params,
  Phase,
  RuleClass,
  Severity,
  Verification,
  Wording,
} from '../types.js';

/** What a check of a profile is given. */
export interface ProfileFacts {
  readonly profile: Profile;
  readonly plan: Plan;
  readonly limits: Limits;
  /** The day on which expiry is judged, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** Something does not meet the rule. `at` must name a node of the profile. */
export interface Breach<Message extends string> {
  readonly at: string;
  readonly message: Message;
  readonly params?: Params;
  /** The rule's own severity if absent. */
  readonly severity?: Severity;
  /** What is to be got, and how many. */
  readonly get?: { readonly item: ItemId; readonly quantity: number };
  readonly related?: readonly string[];
}

/** The profile says nothing of what the rule needs. `missing` must be a path of the schema. */
export interface Missing {
  readonly missing: string;
  /** The rule's own severity if absent. */
  readonly severity?: Severity;
  /** What is to be got, and how many, where that is certain. */
  readonly get?: { readonly item: ItemId; readonly quantity: number };
}

/** The rule does not concern this institution; the reason is one of its messages. */
export interface NotApplicable<Message extends string> {
  readonly notApplicable: Message;
}

/** The day of the duty itself, `YYYY-MM-DD`, has not come, nor that of any other of its kind; or it is not set yet. */
export interface NotYet {
  readonly notYet: string | undefined;
}

/** What the check measured, whether or not it suffices. The first is that of the whole, which tables of papers show. */
export interface Measured {
  readonly measured: Measure;
}

/** What a check yields. A check that yields nothing but what it measured has passed. */
export type Raised<Message extends string = string> =
  | Breach<Message>
  | Missing
  | NotApplicable<Message>
  | NotYet
  | Measured;

/** A check of a profile. */
export type ProfileCheck<Message extends string = string> = (facts: ProfileFacts) => Iterable<Raised<Message>>;

/** What a check of logs is given. */
export interface LogFacts {
  readonly logs: Logs;
  /** Absent where only logs were given. */
  readonly profile: Profile | undefined;
  readonly plan: Plan;
  readonly limits: Limits;
  /** The day on which the logs are judged, `YYYY-MM-DD`. Not itself judged for completeness. */
  readonly asOf: string;
}

/** What every finding in a log may say. `missing` stands for a cell that is empty. */
interface LogBreach<Message extends string> {
  readonly message: Message | 'missing';
  /** Never a person's value. `column` is there by itself where a column is named. */
  readonly params?: Params;
  /** The rule's own severity if absent. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly at: RowPlace }[];
  /** Tells apart findings of one rule at one place, such as the day or the room that is lacking. Never a person's value. */
  readonly key?: string;
  /** The day that it is about, where the row, if there is one, is of another. */
  readonly day?: string;
  /** The log that it is about, where it stands in another: that in which something is missing. */
  readonly about?: KindName;
  /** Which rows might show that it is not so, had they been read. */
  readonly unless?: Unless;
}

/**
 * The rows that might show that a finding is not so, had they been read. Of a finding about a cell none, unless it says
 * so; of any other those that the rule reads, of daily logs those of its day. `false`: none.
 */
export type Unless =
  | false
  | {
      /** Those that the rule reads if absent. */
      readonly kinds?: readonly KindName[];
      /** Rows of other days too. */
      readonly anyDay?: true;
      /** Other rows only: what could not be read of its own row is of no account. */
      readonly others?: true;
      /** Kinds of which an unread row is not one of those that are missing, but may be why nothing is missing at all. */
      readonly reasons?: readonly KindName[];
      /** Whether a single row may be all that is missing, of whatever day or person. */
      readonly whole?: true;
      /** How many it takes; one if absent. */
      readonly rows?: number;
      /** The parameter that says how many lack: each unread row may be one of them. */
      readonly each?: string;
    };

/** A row does not meet the rule, or one of its cells. */
export interface RowBreach<Message extends string> extends LogBreach<Message> {
  readonly row: { readonly at: RowPlace };
  readonly column?: string;
}

/**
 * A day lacks something, or a whole log: found at the first row of the day in the log, else at the row after which the
 * day lacks, or the header.
 */
export interface DayBreach<Message extends string> extends LogBreach<Message> {
  readonly log: KindName;
  /** Whether the log says nothing of what the rule needs, rather than something wrong. */
  readonly notEvidenced?: true;
}

/** A person's day in a log whose rows are not kept. */
export interface MarkBreach<Message extends string> extends LogBreach<Message> {
  readonly mark: PersonDay;
}

/** Nothing can be said without a log of these kinds, or without a profile. */
export interface NotGiven {
  readonly notGiven: readonly [KindName | 'profile', ...(KindName | 'profile')[]];
}

/** What a check of logs yields: also what stands in the profile or is missing there, where there is one. */
export type LogRaised<Message extends string = string> =
  | Missing
  | RowBreach<Message>
  | DayBreach<Message>
  | MarkBreach<Message>
  | (Breach<Message> & { readonly unless?: Unless })
  | NotApplicable<Message>
  | NotYet
  | NotRun<Message>
  | NotGiven;

/** A check of all logs together. */
export type LogCheck<Message extends string = string> = (facts: LogFacts) => Iterable<LogRaised<Message>>;

/** Raises a finding about a row that is just being read, or about the cell of a column. */
export type RaiseRow<Message extends string = string> = (
  message: Message | 'missing',
  where?: {
    readonly column?: string;
    readonly params?: Params;
    readonly severity?: Severity;
  },
) => void;

/**
 * Checks of single rows while they are read. A row whose required cells are all filled in, well formed and ordinary
 * must pass: see `ordinary` in src/logs.
 */
export type RowChecks<Message extends string = string> = {
  readonly [Kind in KindName]?: (row: RowOf<Kind>, raise: RaiseRow<Message>, limits: Limits) => void;
};

/** A row of the county's own list of institutions (L22), without what is personal. Days are `YYYY-MM-DD`. */
export interface RosterEntry {
  readonly location: Location;
  readonly month?: string;
  /** The name as it is written, absent in the row of a month without any institution. */
  readonly institution?: string;
  readonly appliedOn?: string;
  readonly inspectedOn?: string;
  readonly result?: InspectionResult;
  readonly restoredOn?: string;
  readonly submittedOn?: string;
}

/** An institution as the county sees it, with the rows of the county's list that name it. */
export interface KnownInstitution {
  readonly id: string;
  /** The name, or the id where there is none. */
  readonly name: string;
  /** Its profile, or what stands in its place. */
  readonly file: string;
  /** Absent where it handed in no profile that can be read. */
  readonly facts?: InstitutionFacts;
  readonly entries: readonly RosterEntry[];
}

/** What a check of the county's own duties is given. */
export interface CountyFacts {
  readonly institutions: readonly KnownInstitution[];
  readonly entries: readonly RosterEntry[];
  /** Those that the list names and that were not audited. */
  readonly strangers: readonly KnownInstitution[];
  readonly limits: Limits;
  /** The day on which is judged, `YYYY-MM-DD`. It is not over yet. */
  readonly asOf: string;
}

/** The county does not do what it must: found in a row of its list, in the profile of an institution, or at the list. */
export interface CountyBreach<Message extends string> {
  readonly message: Message;
  readonly params?: Params;
  /** The rule's own severity if absent. */
  readonly severity?: Severity;
  /** Whether there is no record, rather than a wrong one. */
  readonly missing?: true;
  /** Tells findings of one message apart: the institution, the month. */
  readonly key: string;
  readonly at: { readonly entry: RosterEntry; readonly column?: string } | KnownInstitution | 'list';
  /** In the profile of an institution. */
  readonly path?: string;
}

/** The rule cannot be judged, or not of everything; the reason is one of its messages. */
export interface NotRun<Message extends string> {
  readonly notRun: Message;
}

/** A check of the county's own duties. */
export type CountyCheck<Message extends string = string> = (
  facts: CountyFacts,
) => Iterable<CountyBreach<Message> | NotApplicable<Message> | NotRun<Message>>;

/** One demand of the plan. */
export interface Rule<Message extends string = string> {
  /** Never changes its meaning, is never used again. */
  readonly id: string;
  /** Citations; the first is the one that findings show. */
  readonly clauses: readonly [string, ...string[]];
  /** `warning` and `info` mark recommendations, which never fail. */
  readonly severity: Severity;
  /** The ground of 八·追责 that a breach matches if an outbreak occurs. */
  readonly ground: Ground | null;
  /** By which of its words the rule comes under the ground, where they are not simply its own. */
  readonly groundPart?: GroundPart;
  readonly phase: Phase;
  readonly class: RuleClass;
  /** Other classes in which the rule is checked too. */
  readonly also: readonly RuleClass[];
  readonly verification: Exclude<Verification, 'guidance'>;
  /** Whether it is a row of the checklist (附件6). */
  readonly checklist: boolean;
  /** Whether everything else is not applicable where this rule does not apply. */
  readonly gate?: true;
  /** What it reads: paths of the profile, numbers of log kinds. */
  readonly needs: { readonly profile?: readonly string[]; readonly logs?: readonly LogNumber[] };
  readonly limits: readonly LimitId[];
  readonly title: Wording;
  /** What the plan asks for, in our own words. */
  readonly demand: Wording;
  /** What to do about a finding. */
  readonly advice: Wording;
  /** What the toolkit reads into the clause. Shown with the rule, behind a label that is no part of the words. */
  readonly reading?: Wording;
  /** What the toolkit adds where the plan says nothing. Shown in the same way. */
  readonly default?: Wording;
  readonly messages: Readonly<Record<Message, Wording>>;
  readonly profile?: ProfileCheck<NoInfer<Message>>;
  readonly rows?: RowChecks<NoInfer<Message>>;
  readonly logs?: LogCheck<NoInfer<Message>>;
  /** Whether the check of logs also judges what the profile says of the same facts: it decides alone then. */
  readonly logsDecide?: true;
  readonly county?: CountyCheck<NoInfer<Message>>;
}

/** What a rule may leave out because most rules are alike in it. */
type Defaulted = 'severity' | 'ground' | 'also' | 'verification' | 'limits';

/** A rule as it is written: an automated obligation without a ground, another class or a limit, unless it says so. */
export type RuleDefinition<Message extends string> = Omit<Rule<Message>, Defaulted> &
  Partial<Pick<Rule<Message>, Defaulted>>;

/** Completes a rule. The type parameter makes sure that its check yields only the rule's own messages. */
export function rule<Message extends string>(definition: RuleDefinition<Message>): Rule {
  const defaults = { severity: 'error', ground: null, also: [], verification: 'automated', limits: [] } as const;
  return { ...defaults, ...definition } as unknown as Rule;
}
