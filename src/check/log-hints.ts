/** Hints: signs that rows were invented or entered later. Never proof, never more than a remark, and they can be off. */
import { hint } from '../input-check.js';
import type { LogRow, RowPlace } from '../logs/kind.js';
import type { RowOf } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import type { LogSummary, RowBlock, RowTally } from '../logs/summary.js';
import type { Draft } from './draft.js';
import { atLine, atRow } from './log-drafts.js';

/** Rows that are all alike. */
export const IDENTICAL_BLOCK = hint({
  id: 'hint/identical-block',
  messages: {
    identical: {
      zh: '同一人登记的 {rows} 行时间、体温全部相同，这样的有 {blocks} 天（段），从这里起。仅供参考，不是证据',
      en: '{rows} rows by one recorder have the same time and reading, on {blocks} {blocks:day or slot|days or slots} from here on; a hint, no proof',
    },
    ofDay: {
      zh: '同一天的 {rows} 行体温全部相同，这样的有 {blocks} 天（段），从这里起。仅供参考，不是证据',
      en: '{rows} rows of a day have the same reading, on {blocks} {blocks:day or slot|days or slots} from here on; a hint, no proof',
    },
    sameReading: {
      zh: '同一人登记的 {rows} 行体温全部相同（没有时间），这样的有 {blocks} 天（段），从这里起。仅供参考，不是证据',
      en: '{rows} rows by one recorder have the same reading (no times), on {blocks} {blocks:day or slot|days or slots} from here on; a hint, no proof',
    },
  },
});

/** A day that is like another. */
export const COPIED_DAY = hint({
  id: 'hint/copied-day',
  messages: {
    copied: {
      zh: '{day} 的 {rows} 行与 {first} 的人员、时间、体温全部相同。仅供参考，不是证据',
      en: 'the {rows} rows of {day} have the same people, times and readings as those of {first}; a hint, no proof',
    },
  },
});

/** Hardly any different readings. */
export const FEW_READINGS = hint({
  id: 'hint/few-readings',
  messages: {
    few: {
      zh: '同一人登记的 {rows} 个体温里只有 {readings} 种数值。仅供参考，不是证据',
      en: 'only {readings} different values among {rows} readings by one recorder; a hint, no proof',
    },
  },
});

/** All rooms opened in the same minutes. */
export const SAME_MINUTE = hint({
  id: 'hint/same-minute',
  messages: {
    same: {
      zh: '有 {days} 天，当天记录的 {rooms} 间以上场所全在同一分钟开窗，从这里起。仅供参考，不是证据',
      en: 'on {days} {days:day|days} all rooms on record, {rooms} or more, were opened in the same minutes, from here on; a hint, no proof',
    },
  },
});

/** What was not written on its day. */
export const ENTERED_LATER = hint({
  id: 'hint/entered-later',
  messages: {
    batch: {
      zh: '有 {days} 天的日报告都在 {on} 填报。仅供参考，不是证据',
      en: 'the reports of {days} days were all filed on {on}; a hint, no proof',
    },
    marked: {
      zh: '有 {rows} 行写明是补填、补录的，从这里起。仅供参考，不是证据',
      en: '{rows} {rows:row says itself that it was|rows say themselves that they were} entered afterwards, from here on; a hint, no proof',
    },
    belowLater: {
      zh: '有 {rows} 行写在同一物资更晚日期的后面，从这里起。仅供参考，不是证据',
      en: '{rows} {rows:row stands|rows stand} below later days of the same stock, from here on; a hint, no proof',
    },
  },
});

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
    yield atLine(IDENTICAL_BLOCK, message, { params, key: first.date, day: first.date }, log, first.line);
  }
}

function* fewReadings(log: LogSummary['log'], { recorders }: RowTally): Generator<Draft> {
  for (const { recorder, rows, readings, line } of recorders) {
    // rows without a recorder are many people's
    if (recorder !== '' && rows >= LEAST_READINGS && readings <= MOST_READINGS)
      yield atLine(FEW_READINGS, 'few', { params: { rows, readings } }, log, line);
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
        yield atLine(COPIED_DAY, 'copied', { params: { day: date, rows, first }, key: date, day: date }, log, line);
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
  if (first) yield atRow(SAME_MINUTE, 'same', { params: { days: alike.length, rooms: LEAST_ROOMS } }, first.at);
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
    if (days.size >= LEAST_BATCH) yield atRow(ENTERED_LATER, 'batch', { params: { days: days.size, on }, key: on }, at);
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
  if (first) yield atRow(ENTERED_LATER, 'belowLater', { params: { rows: below.length } }, first);
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
  if (first) yield atRow(ENTERED_LATER, 'marked', { params: { rows: marked.length } }, first.at);
}
