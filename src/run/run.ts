/** By what institutions are judged, put together in one place and handed down to whatever reads, checks and writes. */
import type { CheckOptions } from '../check/subject.js';
import type { Waivers } from '../check/waive.js';
import { type Config, configuredPlan, configuredRules } from '../config/config.js';
import { sha256 } from '../io/hash.js';
import { KINDS } from '../logs/kinds/index.js';
import { RULES } from '../rules/index.js';
import type { Report, Stage } from '../types.js';
import { RULES_DIGEST, TOOL_VERSION } from './identity.js';
import { PLAN } from './plan.js';

/** What a run is asked for: plain data, so that a worker can be sent it. */
export interface Asked {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Whether the profile gives a later day, which has not come and was passed over. No if absent. */
  readonly asOfIsAhead?: boolean;
  /** The stage to judge for; else the profile's own. */
  readonly stage?: Stage | undefined;
  readonly config?: Config | undefined;
  /** Who accepts what. None if absent. */
  readonly waivers?: Waivers | undefined;
  /** Whether logs are read strictly. No if absent. */
  readonly strict?: boolean | undefined;
  /** Whether to give hints, if the configuration does not forbid them. Yes if absent. */
  readonly hints?: boolean | undefined;
  /** Whether to give what pictures are drawn from. No if absent. */
  readonly figures?: boolean | undefined;
  /** Findings that are listed of one sort; as many as usual if absent. */
  readonly mostOfASort?: number | undefined;
}

/** By what is judged. */
export interface Run extends CheckOptions {
  /** What it was made from, to make it again in a worker. */
  readonly asked: Asked;
  readonly kinds: typeof KINDS;
  readonly strict: boolean;
  readonly figures: boolean;
  /** What a report says of by what it was judged. */
  readonly identity: Pick<Report, 'tool' | 'plan' | 'asOf'>;
}

/** Returns the run that was asked for. */
export function runOf(asked: Asked): Run {
  const { asOf, asOfIsAhead = false, stage, config, waivers, strict = false, hints = true, figures = false } = asked;
  const { mostOfASort } = asked;
  return {
    asked,
    plan: configuredPlan(PLAN, config),
    rules: configuredRules(RULES, config),
    kinds: KINDS,
    asOf,
    asOfIsAhead,
    ...(stage ? { stage } : {}),
    ...(waivers ? { waivers } : {}),
    strict,
    mostOfASort,
    hints: hints && (config?.hints ?? true),
    figures,
    digest: sha256,
    identity: {
      tool: { name: 'resume-check', version: TOOL_VERSION },
      plan: { id: PLAN.id, digest: RULES_DIGEST },
      asOf,
    },
  };
}
