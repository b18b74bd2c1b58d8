/** Hints: signs that rows were invented or entered later. Never proof, never more than a remark, and they can be off. */
import type { LogRow, RowPlace } from '../logs/kind.js';
import type { RowOf } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import type { LogSummary, RowBlock, RowTally } from '../logs/summary.js';
import type { Params } from '../types.js';
import type { Draft } from './draft.js';
import { HINT_WORDS } from './hint-words.js';
import { atLine, atRow, type LogNote } from './log-drafts.js';

/** Rows of a block that are suspicious when they are all alike. */
const LEAST_BLOCK = 20;
/** Readings of a recorder among which two different values are suspicious. */
const LEAST_READINGS = 50;
const MOST_READINGS = 2;
/** Rows of a day that is suspicious when another is like it. */
const LEAST_DAY = 10;
const LEAST_ROOMS = 3;
const LEAST_BATCH = 3;

/** Returns the hints about all logs of an institution, but for clusters of symptoms. */
export function* hintDrafts(logs: Logs): Generator<Draft> {
  for (const { log, tally } of logs.files) {
    if (!tally) continue;
    yield* identicalBlocks(log, tally);
    yield* fewReadings(log, tally);
  }
  yield* copiedDays(logs);
  for (const file of logs.files) {
    if (file.log.kind === 'ventilation') yield* sameMinute(file);
    if (file.log.kind === 'daily-report') yield* filedTogether(file);
    if (file.log.kind === 'supplies') yield* belowLaterDays(file);
    yield* markedAsLater(file);
  }
}

/** A hint as it is raised: always a remark. */
export function hint(rule: string, message: string, params: Params, key = ''): LogNote {
  const words = HINT_WORDS[rule]?.[message];
  if (!words) throw new Error(`there are no words for ${rule} ${message}`);
  return { rule, words, message, severity: 'info', params, key };
}

/** One for each recorder, at the first of the blocks. */
function* identicalBlocks(log: LogSummary['log'], { blocks }: RowTally): Generator<Draft> {
  const byRecorder = new Map<string, RowBlock[]>();
  for (const block of blocks) {
    if (block.rows < LEAST_BLOCK) continue;
    const others = byRecorder.get(block.recorder);
    if (others) others.push(block);
    else byRecorder.set(block.recorder, [block]);
  }
  for (const alike of byRecorder.values()) {
    const first = alike.reduce((least, block) => (block.line < least.line ? block : least));
    const params = { rows: first.rows, blocks: alike.length };
    const message = first.recorder === '' ? 'ofDay' : first.time < 0 ? 'sameReading' : 'identical';
    yield atLine({ ...hint('hint/identical-block', message, params, first.date), day: first.date }, log, first.line);
  }
}

function* fewReadings(log: LogSummary['log'], { recorders }: RowTally): Generator<Draft> {
  for (const { recorder, rows, readings, line } of recorders) {
    // rows without a recorder are many people's
    if (recorder !== '' && rows >= LEAST_READINGS && readings <= MOST_READINGS)
      yield atLine(hint('hint/few-readings', 'few', { rows, readings }), log, line);
  }
}

/** Each day that is like an earlier one, also of another file of the kind. */
function* copiedDays({ files }: Logs): Generator<Draft> {
  const firsts = new Map<string, string>();
  for (const { log, tally } of files) {
    for (const { date, line, rows, sum, varied } of tally?.days ?? []) {
      // days on which all have the same reading are alike by that
      if (rows < LEAST_DAY || !varied) continue;
      const key = `${log.kind} ${rows} ${sum}`;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, date);
      else if (first !== date)
        yield atLine({ ...hint('hint/copied-day', 'copied', { day: date, rows, first }, date), day: date }, log, line);
    }
  }
}

/** The days on which every room was opened in the same minutes, as one hint: nobody is in several rooms at once. */
function* sameMinute(file: LogSummary): Generator<Draft> {
  const days = new Map<string, { readonly at: RowPlace; readonly rooms: Map<string, number[]> }>();
  for (const row of file.rows as unknown as readonly RowOf<'ventilation'>[]) {
    const { date, space, open, at } = row;
    if (date === undefined || space === undefined || open === undefined) continue;
    const day = days.get(date) ?? { at, rooms: new Map<string, number[]>() };
    days.set(date, day);
    const times = day.rooms.get(space) ?? [];
    times.push(open);
    day.rooms.set(space, times);
  }
  const alike = [...days.values()].filter(({ rooms }) => {
    const times = [...rooms.values()].map((each) => [...each].sort((a, b) => a - b).join(' '));
    return rooms.size >= LEAST_ROOMS && times.every((each) => each === times[0]);
  });
  const [first] = alike;
  if (first) yield atRow(hint('hint/same-minute', 'same', { days: alike.length, rooms: LEAST_ROOMS }), first.at);
}

/** Reports of several days that were filed on one day. That one came late is said by the rule about late reports. */
function* filedTogether(file: LogSummary): Generator<Draft> {
  const batches = new Map<string, { readonly at: RowPlace; readonly days: Set<string> }>();
  for (const {
    date,
    submitted_at: submitted,
    correction,
    at,
  } of file.rows as unknown as readonly RowOf<'daily-report'>[]) {
    // a correction is always later
    if (date === undefined || submitted === undefined || correction !== undefined) continue;
    const on = submitted.slice(0, 10);
    const batch = batches.get(on) ?? { at, days: new Set<string>() };
    batch.days.add(date);
    batches.set(on, batch);
  }
  for (const [on, { at, days }] of batches) {
    if (days.size >= LEAST_BATCH) yield atRow(hint('hint/entered-later', 'batch', { days: days.size, on }, on), at);
  }
}

function* belowLaterDays(file: LogSummary): Generator<Draft> {
  const latest = new Map<string, string>();
  const below: RowPlace[] = [];
  for (const { date, item, spec, storage, at } of file.rows as unknown as readonly RowOf<'supplies'>[]) {
    if (date === undefined) continue;
    const stock = `${item ?? ''}\t${spec ?? ''}\t${storage ?? ''}`;
    const last = latest.get(stock) ?? '';
    if (date < last) below.push(at);
    else latest.set(stock, date);
  }
  const [first] = below;
  if (first) yield atRow(hint('hint/entered-later', 'belowLater', { rows: below.length }), first);
}

const MARKED = /补[填录登记写]|事后填/;
/** Columns of what people add to a row in their own words. */
const REMARKS = ['remark', 'note', 'follow_note', 'action'];

/** Of the streamed kinds only the rows that are kept. */
function* markedAsLater({ log, rows }: LogSummary): Generator<Draft> {
  const columns = REMARKS.filter((column) => log.positions.has(column));
  const isMarked = (row: LogRow): boolean =>
    columns.some((column) => {
      const value = (row as unknown as Readonly<Record<string, unknown>>)[column];
      return typeof value === 'string' && MARKED.test(value);
    });
  const marked = columns.length === 0 ? [] : rows.filter(isMarked);
  const [first] = marked;
  if (first) yield atRow(hint('hint/entered-later', 'marked', { rows: marked.length }), first.at);
}
