/** The words of hints: what looks as if it had not been measured or written on the day. Each says what was counted. */
import type { Wording } from '../types.js';

/** Rule → message → words. */
export const HINT_WORDS: Readonly<Record<string, Readonly<Record<string, Wording>>>> = {
  'hint/identical-block': {
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
  'hint/copied-day': {
    copied: {
      zh: '{day} 的 {rows} 行与 {first} 的人员、时间、体温全部相同。仅供参考，不是证据',
      en: 'the {rows} rows of {day} have the same people, times and readings as those of {first}; a hint, no proof',
    },
  },
  'hint/few-readings': {
    few: {
      zh: '同一人登记的 {rows} 个体温里只有 {readings} 种数值。仅供参考，不是证据',
      en: 'only {readings} different values among {rows} readings by one recorder; a hint, no proof',
    },
  },
  'hint/same-minute': {
    same: {
      zh: '有 {days} 天，当天记录的 {rooms} 间以上场所全在同一分钟开窗，从这里起。仅供参考，不是证据',
      en: 'on {days} {days:day|days} all rooms on record, {rooms} or more, were opened in the same minutes, from here on; a hint, no proof',
    },
  },
  'hint/entered-later': {
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
  'hint/cluster': {
    day: {
      zh: '一个班这一天有 {people} 人有同类症状（{symptoms}），达到聚集的提示数 {limit}（工具默认值，非预案规定）。核实，需要时上报',
      en: '{people} people of a class had similar symptoms ({symptoms}) on this day; {limit} are the mark of a cluster (toolkit default); check, and report where needed',
    },
    threeDays: {
      zh: '一个班到这一天为止的三天里有 {people} 人有同类症状（{symptoms}），达到聚集的提示数 {limit}（工具默认值，非预案规定）。核实，需要时上报',
      en: '{people} people of a class had similar symptoms ({symptoms}) in the three days up to this one; {limit} are the mark of a cluster (toolkit default); check, and report where needed',
    },
  },
};
