/** Parts of an audit as NDJSON: a header, a line for each institution, a trailer that proves that nothing is lacking. */
import isLine from '../../build/partial-validator.js';
import type { CountyList } from '../check/judge-county.js';
import { UnfinishedError } from '../errors.js';
import { sha256 } from '../io/hash.js';
import { fillBoth } from '../text/fill.js';
import { redact } from '../text/redact.js';
import type { InstitutionReport, Report, Wording } from '../types.js';
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
  const redacted = (_: string, value: unknown): unknown => (typeof value === 'string' ? redact(value) : value);
  const body = redact(`${lines.map((line) => JSON.stringify(line, redacted)).join('\n')}\n`);
  return `${body}${JSON.stringify({ end: { institutions: institutions.length, sha256: sha256(body) } })}\n`;
}

/**
 * Reads a part.
 *
 * @throws {UnfinishedError} if it is no part, not whole, or of another form than this version writes.
 */
export function readPartial(text: string, file: string): Partial {
  const refuse = (words: Wording): never => {
    throw new UnfinishedError('merge/part', words, { file });
  };
  const broken: Wording = {
    zh: '{file} 不完整或被改过，没有合并；重跑这一份',
    en: '{file} is not whole or was changed, nothing was merged; run that part again',
  };
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  const body = text.slice(0, end);
  if (!text.startsWith('{"resumeCheckPartial":')) {
    return refuse({ zh: '{file} 不是 audit --shard 写出的部分报告', en: '{file} is no part written by audit --shard' });
  }
  if (!text.endsWith('}\n')) return refuse(broken);
  const lines = body.split('\n').slice(0, -1).map(parsed);
  const { end: trailer } = parsed(text.slice(end)) ?? {};
  const [header, ...institutions] = [lines[0]?.resumeCheckPartial, ...lines.slice(1).map((line) => line?.institution)];
  if (!header || trailer?.sha256 !== sha256(body) || trailer.institutions !== institutions.length)
    return refuse(broken);
  if (!lines.every(isLine) || !institutions.every((each) => each !== undefined) || !isFilled(header, institutions)) {
    return refuse({
      zh: '{file} 的格式不是这个版本的程序所写，没有合并；用写它的版本合并，或重跑这一份',
      en: '{file} has a form that this version of the program does not write, nothing was merged; merge it with the version that wrote it, or run that part again',
    });
  }
  return { ...header, institutions };
}

/** A line of a part by its schema: one of these. That nothing in it was changed since, the checksum shows. */
interface Line {
  readonly resumeCheckPartial?: Omit<Partial, 'institutions'>;
  readonly institution?: InstitutionReport;
  readonly end?: { readonly institutions: number; readonly sha256: string };
}

/** Whether the words of each finding have all the values that they name. */
function isFilled({ bureau }: Omit<Partial, 'institutions'>, institutions: readonly InstitutionReport[]): boolean {
  try {
    for (const { findings } of [...institutions, ...(bureau ? [bureau] : [])])
      for (const { message, params } of findings) fillBoth(message, params);
    return true;
  } catch {
    return false;
  }
}

/** A line as it is meant, unless it is no JSON; whether it is one, its schema tells. */
function parsed(line: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
