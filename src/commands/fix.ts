/** `fix`: daily logs written out plainly. Rows stay rows, values stay what they are; what is no record moves to a file beside. */
import { basename, extname, join, relative } from 'node:path';
import { toldToReaders } from '../check/known.js';
import type { OptionsOf } from '../command-line/options.js';
import { oneOf } from '../command-line/values.js';
import { UnusableError } from '../errors.js';
import { isSameFile, readBlocks, shownPath } from '../io/files.js';
import type { Session } from '../io/session.js';
import { findLogs } from '../load/logs.js';
import { loadProfile } from '../load/profile.js';
import { type Cleaned, cleaned } from '../logs/cleaned.js';
import { wordsOf } from '../logs/input-checks.js';
import { KINDS } from '../logs/kinds/index.js';
import { SET_ASIDE } from '../logs/read/set-aside.js';
import type { LogFinding, LogReading } from '../logs/summary.js';
import { LIMITS } from '../plan/limits.js';
import { visible } from '../text/escape.js';
import { fill } from '../text/fill.js';
import type { Language, Wording } from '../types.js';
import { keepExisting, writeFiles } from './parts/files.js';

const SAID = {
  file: { zh: '{file}', en: '{file}' },
  change: { zh: '  {said}', en: '  {said}' },
  plain: {
    zh: '  已是规范写法，只统一了列名和编码',
    en: '  plainly written already; only headers and encoding were made uniform',
  },
  aside: { zh: '  不是记录的行移到 {file}', en: '  lines that are no records: moved to {file}' },
  setAside: {
    zh: '  是以前移出的、不是记录的行，原样照抄',
    en: '  lines that were set aside before since they are no records; copied as they are',
  },
  unknown: {
    zh: '  看不出是哪种日志，原样照抄，没有整理。用 lint 看缺什么，或用 --kind、--map 说明',
    en: '  which kind of log it is can not be told, and the file was copied as it is; see what is missing with lint, or say it with --kind and --map',
  },
  unchanged: {
    zh: '  有读不懂的行，原样照抄，没有整理。先用 lint 看是哪几行，改正后再来',
    en: '  some lines can not be read, and the file was copied as it is; see which with lint, correct them and try again',
  },
  done: {
    zh: '整理了 {count} 个文件，写在 {folder}；只改写法，不改内容。请核对后再用',
    en: '{count} {count:file|files} written to {folder}; only how things are written has changed. Look them over before you use them',
  },
  inPlace: {
    zh: '整理了 {count} 个文件；只改写法，不改内容。请核对后再用',
    en: '{count} {count:file|files} rewritten; only how things are written has changed. Look them over before you use them',
  },
} as const satisfies Readonly<Record<string, Wording>>;

const NAMES = KINDS.map(({ name }) => name);

/** A log, where it is written to, and what came of it. */
interface Fixed {
  readonly path: string;
  readonly target: string;
  readonly cleaned: Cleaned;
}

/** Writes the logs out plainly, and says what was changed; returns 1 if one of them could not be. */
export async function fix(paths: readonly string[], options: OptionsOf<'fix'>, session: Session): Promise<number> {
  const { output, inPlace, force } = options;
  const kind = options.kind === undefined ? undefined : oneOf(NAMES, options.kind, '--kind');
  if ((output === undefined) === !inPlace) {
    throw new UnusableError('usage/fix', {
      zh: '用 -o 写明放到哪个文件夹；要直接改写原文件就写 --in-place',
      en: 'give the folder to write to with -o, or --in-place to overwrite the files themselves',
    });
  }
  const found = findLogs(paths);
  const reading = { ...readingOf(options, found.profile), ...(kind === undefined ? {} : { kind }) };
  const fixed = found.files.map((path): Fixed => {
    const target = output === undefined ? path : join(output, withinFolder(found.folder, path));
    return { path, target, cleaned: cleaned(shownPath(path), () => readBlocks(path), reading) };
  });
  const contents = new Map(fixed.flatMap(contentsOf));
  const others = othersOf(fixed, [...contents.keys()], inPlace === true);
  if (!force) await keepExisting(others, session);
  await writeFiles(contents, session, force === true || inPlace === true);
  const lines = fixed.flatMap((each) => saidOf(each, session.language));
  const done = fill(
    output === undefined ? SAID.inPlace : SAID.done,
    { count: fixed.length, folder: shownPath(output ?? '') },
    session.language,
  );
  await session.out(`${[...lines, done].map(visible).join('\n')}\n`);
  return fixed.some(({ cleaned: { text, reading } }) => text === undefined && !isSetAside(reading)) ? 1 : 0;
}

function readingOf({ map, encoding, year }: OptionsOf<'fix'>, profile: string | undefined) {
  return {
    kinds: KINDS,
    ...(map ? { map: new Map(map) } : {}),
    ...(encoding === undefined ? {} : { encoding }),
    ...(year === undefined ? {} : { year }),
    ...(profile === undefined ? {} : toldToReaders(loadProfile(profile).source.profile)),
    strict: false,
    // nothing is judged
    asOf: '9999-12-31',
    limits: LIMITS,
    keepAll: false,
  };
}

/** The path of a log below the folder that was named, or its name. */
function withinFolder(folder: string, path: string): string {
  const inside = relative(folder, path);
  return inside.startsWith('..') ? basename(path) : inside;
}

/** The file beside a log for its lines that are no records. */
function asideOf(target: string): string {
  return `${target.slice(0, target.length - extname(target).length)}.非记录行.csv`;
}

function contentsOf({ path, target, cleaned: { text, aside } }: Fixed): (readonly [string, string | Uint8Array])[] {
  if (text === undefined)
    return path === target ? [] : [[target, Buffer.concat([...readBlocks(path)].map((block) => Buffer.from(block)))]];
  return [[target, text], ...(aside === undefined ? [] : [[asideOf(target), aside] as const])];
}

/**
 * Returns the files that are written besides the logs themselves.
 *
 * @throws {UnusableError} if a log would be overwritten that was not to be, or two would be one file.
 */
function othersOf(fixed: readonly Fixed[], targets: readonly string[], inPlace: boolean): string[] {
  const isInput = (target: string): boolean => fixed.some(({ path }) => isSameFile(path, target));
  if (!inPlace && targets.some(isInput)) {
    throw new UnusableError('usage/fix', {
      zh: '-o 指定的文件夹就是日志所在的文件夹，会覆盖原文件；要这样就写 --in-place',
      en: 'the folder of -o is that of the logs, and would overwrite them; if that is meant, say --in-place',
    });
  }
  // asides too: one of an earlier run may be among the files
  const places = fixed.flatMap(({ target, cleaned: { aside } }) => [
    target,
    ...(aside === undefined ? [] : [asideOf(target)]),
  ]);
  if (new Set(places).size < places.length) {
    throw new UnusableError('usage/fix', {
      zh: '有两个文件会写到同一处（日志同名，或有以前移出的行）。请分开整理，或先移走以前移出的行',
      en: 'two files would be written to one place (logs of one name, or lines set aside before); fix them apart, or move those lines first',
    });
  }
  return targets.filter((target) => !(inPlace && isInput(target)));
}

/** What is said of a log, one line for each sort of change. */
function saidOf({ target, cleaned: { text, aside, changes, reading } }: Fixed, language: Language): string[] {
  const say = (words: Wording, params = {}): string => fill(words, params, language);
  const file = say(SAID.file, { file: shownPath(target) });
  if (isSetAside(reading)) return [file, say(SAID.setAside)];
  if (text === undefined) return [file, say(reading.summary ? SAID.unchanged : SAID.unknown)];
  const changed = sorts(changes).map((each) => say(SAID.change, { said: fill(wordsOf(each), each.params, language) }));
  return [
    file,
    ...(changed.length > 0 ? changed : [say(SAID.plain)]),
    ...(aside === undefined ? [] : [say(SAID.aside, { file: shownPath(asideOf(target)) })]),
  ];
}

/** Whether a file holds lines that were set aside. */
function isSetAside({ findings }: LogReading): boolean {
  return findings.some(({ rule }) => rule === SET_ASIDE.id);
}

/** The first of each sort: what is said of lines is alike. */
function sorts(changes: readonly LogFinding[]): readonly LogFinding[] {
  const seen = new Map(changes.map((each) => [JSON.stringify([each.rule, each.message, each.params]), each]));
  return [...seen.values()];
}
