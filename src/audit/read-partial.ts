/** Reads a part of an audit back from its NDJSON, never unless it is whole and unchanged. */
import isLine from '../../build/partial-validator.js';
import { UnfinishedError } from '../errors.js';
import { sha256 } from '../io/hash.js';
import { fillBoth } from '../text/fill.js';
import type { InstitutionReport, Wording } from '../types.js';
import type { Partial } from './partial.js';

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
  if (
    !lines.every((line) => isLine(line)) ||
    !institutions.every((each) => each !== undefined) ||
    !isFilled(header, institutions)
  ) {
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
