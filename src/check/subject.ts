/** What is checked, and what a check needs besides. */
import type { Plan } from '../plan/plan.js';
import type { ProfileSource } from '../profile/read.js';
import type { Rule } from '../rules/rule.js';
import type { Input, Stage } from '../types.js';
import type { Digest } from './fingerprint.js';
import type { LogsGiven } from './judge-logs.js';
import type { Waivers } from './waive.js';

/** What a check needs besides what is checked. */
export interface CheckOptions {
  readonly plan: Plan;
  readonly rules: readonly Rule[];
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Whether the profile gives a later day, which has not come and was passed over. No if absent. */
  readonly asOfIsAhead?: boolean;
  /** The stage to judge for; else the profile's own, else `run`. */
  readonly stage?: Stage;
  readonly digest: Digest;
  /** Whether to give hints about rows that look copied. Yes if absent. */
  readonly hints?: boolean;
  /** Who accepts what. None if absent. */
  readonly waivers?: Waivers;
  /** Findings that are listed of one sort; see `MOST_OF_A_SORT` if absent. */
  readonly mostOfASort?: number | undefined;
  /** Whether to give what pictures are drawn from. No if absent. */
  readonly figures?: boolean;
}

/** An institution as it was handed in. */
export interface Subject {
  /** Its id where no profile gives one. */
  readonly id: string;
  readonly profile?: ProfileSource;
  readonly logs?: LogsGiven;
  /** What is judged: the profile itself, or only the logs, with the profile to compare with. */
  readonly judge: 'profile' | 'logs' | 'both';
  readonly inputs: readonly Input[];
}
