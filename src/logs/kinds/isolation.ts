/** L12 隔离观察记录: who was kept apart, and where they went from there. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, inOrder, type Judge, ORDER, titleOf } from '../contradictions.js';
import type { LogKind } from '../kind.js';
import { isFever } from '../streamed.js';
import { CATEGORY, CELSIUS } from './columns.js';

/** The kind. */
export const KIND = {
  number: 'L12',
  name: 'isolation',
  title: { zh: '隔离观察记录', en: 'Isolation room' },
  purpose: { zh: '隔离室里的观察、复测和去向', en: 'who was observed in the isolation room, and where they went' },
  event: true,
  dated: 'date',
  key: ['room', 'time_in'],
  person: { name: 'name', category: 'category' },
  recorder: 'recorder',
  ordered: [
    ['time_in', 'retest_at'],
    ['time_in', 'time_out'],
  ],
  columns: [
    { en: 'date', zh: '日期', aliases: ['观察日期', '隔离日期'], type: 'date', required: true },
    {
      en: 'name',
      zh: '姓名',
      aliases: ['学生姓名', '学员姓名', '教师姓名', '员工姓名', '人员姓名', '名字'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    { ...CATEGORY, required: true },
    {
      en: 'room',
      zh: '隔离室',
      aliases: ['隔离室名称', '隔离观察室', '观察室', '房间'],
      type: 'ref',
      says: 'what',
      refersTo: 'space',
    },
    { en: 'time_in', zh: '进入时间', aliases: ['入室时间', '隔离开始时间'], type: 'time', required: true },
    { en: 'temp_in_c', zh: '进入体温', aliases: ['入室体温', '体温'], ...CELSIUS, required: true },
    {
      en: 'symptoms',
      zh: '症状',
      aliases: ['有无症状', '主要症状'],
      type: 'list',
      says: 'whether',
      required: true,
      personal: true,
    },
    { en: 'onset', zh: '发病时间', aliases: ['发病日期'], type: 'datetime', timeless: true },
    {
      en: 'observer',
      zh: '观察人',
      aliases: ['陪护', '陪护人', '陪护/观察人', '看护人'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    { en: 'retest_at', zh: '复测时间', aliases: ['复检时间'], type: 'time' },
    { en: 'retest_c', zh: '复测体温', aliases: ['复检体温'], ...CELSIUS },
    {
      en: 'contact_notified_at',
      zh: '通知联系人时间',
      aliases: ['通知家属时间', '通知紧急联系人时间', '通知家属/紧急联系人时间'],
      type: 'time',
    },
    {
      en: 'time_out',
      zh: '离开时间',
      aliases: ['离室时间', '隔离结束时间'],
      type: 'time',
      requiredWith: 'destination',
    },
    { en: 'temp_out_c', zh: '离开体温', aliases: ['离室体温'], ...CELSIUS },
    {
      en: 'destination',
      zh: '去向',
      aliases: ['离开去向'],
      type: 'enum',
      says: 'what',
      values: ['发热门诊', '返回', '居家', '其他'],
      synonyms: {
        送发热门诊: '发热门诊',
        送诊: '发热门诊',
        送医: '发热门诊',
        返岗: '返回',
        返训: '返回',
        回教室: '返回',
        返回教室: '返回',
        返回班级: '返回',
        回家: '居家',
        居家观察: '居家',
        居家隔离: '居家',
        其它: '其他',
      },
      personal: true,
    },
    { en: 'room_disinfected_at', zh: '房间消毒时间', aliases: ['消毒时间', '隔离室消毒时间'], type: 'time' },
    {
      en: 'recorder',
      zh: '记录人',
      aliases: ['登记人', '记录员'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  sentBackWithFever: {
    zh: '最后一次体温已达发热（{limit} ℃，工具默认值，非预案规定），去向却是返回',
    en: 'the last temperature is fever ({limit} ℃, toolkit default), yet the person went back',
  },
  disinfectedBeforeLeaving: {
    zh: '隔离室消毒在人离开之前。离开后要再消毒',
    en: 'the room was disinfected before the person left; it is to be done afterwards',
  },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION];

const sentBackWithFever: Judge<typeof KIND> = (row, raise, limits) => {
  const { temp_out_c: out, retest_c: retest, temp_in_c: atFirst, destination } = row;
  if (destination === '返回' && isFever(out ?? retest ?? atFirst, limits)) {
    const params = { limit: limits.fever.value };
    raise(CONTRADICTION, 'sentBackWithFever', { column: 'destination', params });
  }
};

/** The time of coming in is of the row's date, and the onset has its own. */
const onsetBeforeStay: Judge<typeof KIND> = ({ onset, date, time_in: at }, raise) => {
  if (onset === undefined || date === undefined || at === undefined) return;
  // a date alone is the beginning of its day
  const minutes = Number(onset.slice(11, 13)) * 60 + Number(onset.slice(14, 16));
  if (onset.slice(0, 10) < date || (onset.slice(0, 10) === date && minutes <= at)) return;
  const params = { earlier: titleOf(KIND, 'onset'), later: titleOf(KIND, 'time_in') };
  raise(ORDER, 'before', { column: 'time_in', params });
};

/** Checks of the isolation room. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  sentBackWithFever,
  onsetBeforeStay,
  inOrder(KIND, 'retest_at', 'time_out'),
  ({ time_out: left, room_disinfected_at: disinfected }, raise) => {
    if (left !== undefined && disinfected !== undefined && disinfected < left)
      raise(CONTRADICTION, 'disinfectedBeforeLeaving', { column: 'room_disinfected_at' });
  },
];
