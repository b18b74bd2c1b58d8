/** The words of the charts. */
import type { CalendarMark, Wording } from '../../types.js';

/** What each mark of a calendar means. */
export const MARK_WORDS: Readonly<Record<CalendarMark, Wording>> = {
  o: { zh: '有记录，没有发现', en: 'recorded, nothing found' },
  w: { zh: '有记录，有提醒', en: 'recorded, with a warning' },
  f: { zh: '有记录，有错误', en: 'recorded, with an error' },
  g: { zh: '缺记录', en: 'no record' },
  '-': { zh: '不必记', en: 'none due' },
};

/** The days of the week from Monday. */
export const WEEKDAYS: readonly Wording[] = [
  { zh: '一', en: 'Mon' },
  { zh: '二', en: 'Tue' },
  { zh: '三', en: 'Wed' },
  { zh: '四', en: 'Thu' },
  { zh: '五', en: 'Fri' },
  { zh: '六', en: 'Sat' },
  { zh: '日', en: 'Sun' },
];

/** The months from January. */
export const MONTHS: readonly Wording[] = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
  .split(' ')
  .map((en, i) => ({ zh: `${i + 1}月`, en }));

/** Words of the calendars. */
export const CALENDAR_WORDS = {
  title: { zh: '{kind}：{from} 至 {to}', en: '{kind}: {from} to {to}' },
  recorded: { zh: '有记录 {count} 天', en: 'days recorded: {count}' },
  f: { zh: '有错误 {count} 天', en: 'with errors: {count}' },
  w: { zh: '有提醒 {count} 天', en: 'with warnings: {count}' },
  g: { zh: '缺记录 {count} 天', en: 'missing: {count}' },
  nothing: { zh: '没有记录，也没有缺', en: 'nothing recorded, nothing missing' },
  day: { zh: '{day} 周{weekday}：{mark}', en: '{day} {weekday}: {mark}' },
  dayColumn: { zh: '日期', en: 'day' },
  markColumn: { zh: '情况', en: 'state' },
} as const satisfies Record<string, Wording>;

/** Words of the chart of temperatures. */
export const TEMPERATURE_WORDS = {
  title: { zh: '每天的体温', en: 'Temperatures day by day' },
  weekly: { zh: '每周的体温', en: 'Temperatures week by week' },
  summary: {
    zh: '{days} 天共 {readings} 次读数，{low} 至 {high} ℃；达到 {limit} ℃ 的 {above} 次',
    en: 'readings: {readings}, days: {days}, {low} to {high} °C; at {limit} °C or above: {above}',
  },
  none: { zh: '没有可画的读数', en: 'there are no readings to draw' },
  note: {
    zh: '细线是最低到最高，粗条是中间一半，横线是中位数，菱形是发热；一天的读数不到 {least} 次的不画（工具默认值）。',
    en: 'Thin lines run from the lowest to the highest reading, thick bars hold the middle half with the median as a notch, diamonds are fever. Days with fewer than {least} readings are left out (toolkit default).',
  },
  limit: { zh: '发热 {limit} ℃（{source}）', en: 'fever {limit} °C ({source})' },
  byDefault: { zh: '工具默认值', en: 'toolkit default' },
  day: {
    zh: '{day}：{count} 次，{low} 至 {high} ℃，中位数 {median}；发热 {above} 次',
    en: '{day}: {count} readings, {low} to {high} °C, median {median}; fever: {above}',
  },
  week: {
    zh: '{day} 起一周：{count} 次，{low} 至 {high} ℃，中位数 {median}；发热 {above} 次',
    en: 'week of {day}: {count} readings, {low} to {high} °C, median {median}; fever: {above}',
  },
  dayColumn: { zh: '日期', en: 'day' },
  count: { zh: '读数', en: 'readings' },
  low: { zh: '最低 ℃', en: 'lowest °C' },
  median: { zh: '中位数 ℃', en: 'median °C' },
  high: { zh: '最高 ℃', en: 'highest °C' },
  above: { zh: '发热', en: 'fever' },
} as const satisfies Record<string, Wording>;

/** Words of the charts of stocks. */
export const STOCK_WORDS = {
  title: { zh: '{item}的结存', en: 'Stock of {item}' },
  summary: {
    zh: '最后一天 {last}{unit}，最少时 {least}{unit}',
    en: '{last} {unit} on the last day, {least} at the least',
  },
  short: { zh: '；有 {days} 天低于 {minimum}', en: '; days below {minimum}: {days}' },
  minimum: { zh: '至少 {minimum}（{clause}）', en: 'at least {minimum} ({clause})' },
  day: { zh: '{day}：{quantity}{unit}', en: '{day}: {quantity} {unit}' },
  dayColumn: { zh: '日期', en: 'day' },
  quantity: { zh: '结存', en: 'in stock' },
  minimumColumn: { zh: '最低数', en: 'minimum' },
} as const satisfies Record<string, Wording>;
