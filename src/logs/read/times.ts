/** Cells with a time of day, in minutes after midnight of the row's date. */
import { ABOUT, type CellReading, unreadable, valued } from './reading.js';

/** Minutes of a day. */
export const DAY_MINUTES = 1440;
const DAY_SECONDS = 86_400;

const NEXT_DAY = /^(次日|第二天|翌日|隔日)\s*/;
const PERIOD = /^(凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|夜里|am|pm)\s*/i;
const AFTER = /\s*(am|pm)$/i;
const WITH_COLON = /^(\d{1,2})\s*[:∶]\s*(\d{2})(?:[:∶](\d{2})(?:\.\d+)?|分)?$/;
/** 8.30: one digit after the point may be a fraction of an hour, and less than 1 one of a day. */
const WITH_POINT = /^(\d{1,2})\s*[.．。]\s*([0-5]\d)$/;
/** A single digit of minutes needs 分: 8点5 may be five past eight, or half an hour and more later. */
const WITH_WORDS = /^(\d{1,2})\s*[点时]\s*(?:整|(半)|(\d{2})|(\d)(?=分))?分?(?:(\d{2})秒)?$/;

/** The hours that a word for a part of the day can mean, from and to; of an hour and the one 12 later, one is meant. */
const HOURS: Readonly<Record<string, readonly [number, number]>> = {
  凌晨: [0, 6],
  清晨: [4, 11],
  早上: [4, 11],
  早晨: [4, 11],
  早: [4, 11],
  // Excel writes ten past midnight as 上午12:10, people mean noon: 12 is left out
  上午: [0, 11],
  中午: [11, 14],
  下午: [12, 23],
  傍晚: [16, 20],
  晚上: [17, 23],
  晚间: [17, 23],
  晚: [17, 23],
  夜间: [17, 23],
  夜里: [17, 23],
  am: [0, 11],
  pm: [12, 23],
};

/** Returns the minutes of a time written `HH:MM`, 00:00 to 23:59, or -1. */
export function plainTime(text: string): number {
  return text.length === 5 ? timeAt(text, 0) : -1;
}

/** Returns the minutes of the time written `HH:MM` at that place of a text, or -1. */
export function timeAt(text: string, at: number): number {
  if (text.charCodeAt(at + 2) !== 0x3a) return -1;
  const h = text.charCodeAt(at) - 0x30;
  const hh = text.charCodeAt(at + 1) - 0x30;
  const m = text.charCodeAt(at + 3) - 0x30;
  const mm = text.charCodeAt(at + 4) - 0x30;
  // written so that a place beyond the end, NaN, is refused too
  if (!(h >= 0 && h <= 2 && hh >= 0 && hh <= 9 && m >= 0 && m <= 5 && mm >= 0 && mm <= 9)) return -1;
  const hour = h * 10 + hh;
  return hour < 24 ? hour * 60 + m * 10 + mm : -1;
}

/** Returns the time of a cell as people and Excel write it. */
export function readTime(text: string): CellReading {
  const plain = plainTime(text);
  if (plain >= 0) return { value: plain };
  if (text === '24:00') return { value: DAY_MINUTES };
  if (/^0?\.(?=0*[1-9])\d{1,20}$/.test(text)) return valued(Math.floor(secondsOf(Number(text)) / 60), ['time-form']);

  const about = text.replace(ABOUT, '');
  if (about !== text) {
    const { value } = about === '' ? {} : readTime(about);
    return value === undefined ? unreadable('time') : valued(value, ['approximate']);
  }
  const next = NEXT_DAY.exec(text)?.[1];
  const clock = text.replace(NEXT_DAY, '');
  const minutes = minutesOf(clock);
  if (minutes < 0 || (next !== undefined && minutes === DAY_MINUTES)) return unreadable('time');
  const isPlain = next === '次日' && plainTime(clock) >= 0;
  return valued(next === undefined ? minutes : minutes + DAY_MINUTES, isPlain ? [] : ['time-form']);
}

/** Returns the seconds of a fraction of a day, as Excel keeps times. */
export function secondsOf(fraction: number): number {
  return Math.round(fraction * DAY_SECONDS);
}

function minutesOf(clock: string): number {
  const before = PERIOD.exec(clock)?.[1];
  const after = AFTER.exec(clock)?.[1];
  if (before !== undefined && after !== undefined) return -1;
  const bare = clock.replace(PERIOD, '').replace(AFTER, '');
  const colon = WITH_COLON.exec(bare) ?? WITH_POINT.exec(bare);
  const words = WITH_WORDS.exec(bare);
  const hour = hourOf(Number(colon?.[1] ?? words?.[1] ?? NaN), (before ?? after)?.toLowerCase());
  const minute = words?.[2] ? 30 : Number(colon?.[2] ?? words?.[3] ?? words?.[4] ?? 0);
  const second = Number(colon?.[3] ?? words?.[5] ?? 0);
  if (hour === 24 && minute === 0 && second === 0 && before === undefined) return DAY_MINUTES;
  return hour >= 0 && hour < 24 && minute < 60 && second < 60 ? hour * 60 + minute : -1;
}

function hourOf(written: number, period: string | undefined): number {
  if (period === undefined) return written;
  const [from, to] = HOURS[period] ?? [0, 23];
  const hour = written === 12 && period === 'am' ? 0 : written;
  if (hour >= from && hour <= to) return hour;
  return hour < 12 && hour + 12 >= from && hour + 12 <= to ? hour + 12 : -1;
}
