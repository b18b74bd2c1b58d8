/** Parts of an audit as NDJSON: a header, a line for each institution, a trailer that proves that nothing is lacking. */
import type { CountyList } from '../check/judge-county.js';
import { sha256 } from '../io/hash.js';
import { jsonOf } from '../text/escape.js';
import { redact } from '../text/redact.js';
import type { InstitutionReport, Report } from '../types.js';
import type { Waiver } from '../waivers/waiver.js';
import type { Expected } from './expected.js';

/** A part of an audit, or several parts put together. */
export interface Partial {
  readonly formatVersion: 1;
  readonly tool: Report['tool'];
  readonly plan: Report['plan'];
  readonly asOf: string;
  /** Digest of the options that decide what is found. */
  readonly options: string;
  /** Digest of the configuration alone, which the words of the report depend on. */
  readonly config: string;
  /** How many parts there are in all, and which are in here. */
  readonly of: number;
  readonly shards: readonly number[];
  /** The folders that were found, sorted, of all parts alike: parts of different collections don't belong together. */
  readonly found: readonly string[];
  /** Who should be there, of all parts alike. */
  readonly expected: readonly Expected[];
  /** The waivers for all of them, of all parts alike: whether one is needed shows when all institutions are together. */
  readonly waivers?: readonly Waiver[];
  /** The county's own list, of all parts alike: the county is judged when all institutions are together. */
  readonly bureau?: CountyList;
  readonly institutions: readonly InstitutionReport[];
}

/** Returns the part as NDJSON. */
export function writePartial({ institutions, ...header }: Partial): string {
  const lines = [{ resumeCheckPartial: header }, ...institutions.map((institution) => ({ institution }))];
  // escaped before it is summed up: the sum is of the bytes that leave
  const body = redact(`${lines.map((line) => jsonOf(line)).join('\n')}\n`);
  return `${body}${JSON.stringify({ end: { institutions: institutions.length, sha256: sha256(body) } })}\n`;
}
