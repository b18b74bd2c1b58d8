/** L3 晨午检: the check of every person in the morning and at noon. */
import { type InputCheck, inputCheck } from '../../input-check.js';
import { contradictions, given, type Judge, missingDetails, saysNothing } from '../contradictions.js';
import type { LogKind, LogRow } from '../kind.js';
import { FLAG, isFever, type Streamed } from '../streamed.js';
import { CATEGORY, CELSIUS, PRESENT, SLOT_SYNONYMS } from './columns.js';

/** The kind. */
export const KIND = {
  number: 'L3',
  name: 'check',
  title: { zh: '晨午检', en: 'Morning and noon checks' },
  purpose: {
    zh: '每人每天晨检、午检的出勤、体温和症状',
    en: 'attendance, temperature and symptoms of each person, morning and noon',
  },
  due: { on: 'openDays', rule: 'morning-noon-check-run' },
  dated: 'date',
  key: ['slot', 'group'],
  person: { name: 'name', number: 'person_id', group: 'group', category: 'category' },
  recorder: 'recorder',
  columns: [
    { en: 'date', zh: '日期', aliases: ['检查日期', '晨检日期', '应填报时间'], type: 'date', required: true },
    {
      en: 'slot',
      zh: '时段',
      aliases: ['填报时段', '检查时段', '检测类型', '晨/午/晚', '晨午检'],
      type: 'enum',
      values: ['晨', '午', '晚'],
      synonyms: SLOT_SYNONYMS,
      required: true,
    },
    { en: 'time', zh: '检查时间', aliases: ['检测时间', '测温时间'], type: 'time' },
    {
      en: 'group',
      zh: '班级/部门',
      aliases: ['班级', '部门', '所属班级', '所属部门', '年级班级', '班级部门', '班别'],
      type: 'text',
      says: 'what',
      required: true,
    },
    { ...CATEGORY },
    {
      en: 'name',
      zh: '姓名',
      aliases: ['学生姓名', '学员姓名', '教师姓名', '员工姓名', '人员姓名', '名字'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    {
      en: 'person_id',
      zh: '编号',
      aliases: ['学号/工号', '学号', '工号', '学员编号', '员工编号', '人员编号'],
      type: 'text',
      says: 'who',
      personal: true,
    },
    {
      en: 'present',
      zh: '是否出勤',
      aliases: ['出勤', '是否到校', '学生是否到校', '学员是否到校'],
      type: 'bool',
      synonyms: PRESENT,
      required: true,
    },
    {
      en: 'temperature_c',
      zh: '体温',
      aliases: ['体温℃', '检测体温', '检测体温℃', '测量体温', '当天体温'],
      ...CELSIUS,
    },
    { en: 'fever', zh: '发热', aliases: ['是否发热', '有无发热'], type: 'bool', personal: true },
    { en: 'dry_cough', zh: '干咳', aliases: ['是否干咳', '有无干咳'], type: 'bool', personal: true },
    { en: 'fatigue', zh: '乏力', aliases: ['是否乏力', '有无乏力'], type: 'bool', personal: true },
    {
      en: 'other_symptoms',
      zh: '其他症状',
      aliases: ['症状', '其它症状', '有无症状', '主要症状'],
      type: 'list',
      says: 'whether',
      personal: true,
    },
    {
      en: 'absence_reason',
      zh: '缺勤原因',
      aliases: ['未到校原因', '缺课原因', '缺席原因', '未到原因'],
      type: 'text',
      says: 'whether',
      personal: true,
    },
    {
      en: 'action',
      zh: '处理措施',
      aliases: ['处理情况', '处置措施', '采取措施'],
      type: 'text',
      says: 'whether',
      personal: true,
    },
    {
      en: 'recorder',
      zh: '检查人',
      aliases: ['检查人员', '检查人员签名', '检查人签名', '晨检人', '测温员', '测温人', '班主任', '班主任签字'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
  ],
  ticks: {
    column: 'other_symptoms',
    headers: [
      ...['咳嗽', '咽痛', '流涕', '头痛', '头晕', '皮疹', '腹泻', '腹痛', '呕吐', '恶心'],
      ...['黄疸', '结膜充血', '红眼', '腮腺肿大', '腮腺肿痛', '腮腺肿大或疼痛'],
    ],
  },
  wide: [
    {
      sets: { slot: '晨' },
      headers: { time: ['晨检时间'], temperature_c: ['晨检体温', '晨体温', '早体温', '早上体温', '上午体温'] },
    },
    {
      sets: { slot: '午' },
      headers: { time: ['午检时间'], temperature_c: ['午检体温', '午体温', '中午体温', '下午体温'] },
    },
    { sets: { slot: '晚' }, headers: { time: ['晚检时间'], temperature_c: ['晚检体温', '晚体温', '晚上体温'] } },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  absentButMeasured: {
    zh: '写了没有出勤，却有体温。核实出勤或体温',
    en: 'marked absent, yet there is a temperature; check which is right',
  },
  presentWithReason: {
    zh: '写了出勤，却有缺勤原因。核实是否出勤',
    en: 'marked present, yet there is a reason of absence; check which is right',
  },
  feverNotTicked: {
    zh: '体温已达发热（{limit} ℃，工具默认值，非预案规定），“发热”却写了否',
    en: 'the temperature is fever ({limit} ℃, toolkit default), yet "fever" says no',
  },
  feverButNormal: {
    zh: '写了发热，体温却低于 {limit} ℃（工具默认值，非预案规定）。复测，或在处理措施里写明',
    en: 'fever is stated, yet the temperature is below {limit} ℃ (toolkit default); measure again, or say why under measures',
  },
});

const DETAIL_MISSING = missingDetails({
  action: {
    zh: '有异常，没有写处理措施',
    en: 'something is abnormal, and what was done about it is not stated',
  },
});

/** A check that is not of its slot by its time. */
const SLOT_TIME = inputCheck({
  id: 'input/slot-time',
  severity: 'info',
  messages: {
    morning: {
      zh: '晨检的时间在 12:00 或以后（工具默认值，非预案规定），核实时段',
      en: 'a morning check at noon or later (toolkit default); check the slot',
    },
    noon: {
      zh: '午检的时间在 11:30 之前（工具默认值，非预案规定），核实时段',
      en: 'a noon check before 11:30 (toolkit default); check the slot',
    },
  },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION, DETAIL_MISSING, SLOT_TIME];

/** A morning check is made before this, in minutes after midnight (toolkit default). */
const MORNING_ENDS = 12 * 60;
/** A noon check is made from here on (toolkit default). */
const NOON_BEGINS = 11 * 60 + 30;

/** Whether a check at that time, in minutes after midnight, is not of its slot. */
export function isOutsideSlot(slot: unknown, time: number): boolean {
  return (slot === '晨' && time >= MORNING_ENDS) || (slot === '午' && time < NOON_BEGINS);
}

const absentButMeasured: Judge<typeof KIND> = ({ present, temperature_c: reading }, raise) => {
  if (present === false && reading !== undefined) {
    raise(CONTRADICTION, 'absentButMeasured', { column: 'temperature_c' });
  }
};

const presentWithReason: Judge<typeof KIND> = ({ present, absence_reason: reason }, raise) => {
  if (present === true && !saysNothing(reason)) {
    raise(CONTRADICTION, 'presentWithReason', { column: 'absence_reason' });
  }
};

const feverTick: Judge<typeof KIND> = ({ fever, temperature_c: reading, action }, raise, limits) => {
  if (reading === undefined || fever === undefined) return;
  const isHot = isFever(reading, limits);
  const params = { limit: limits.fever.value };
  if (isHot && !fever) raise(CONTRADICTION, 'feverNotTicked', { column: 'fever', params, severity: 'error' });
  // someone who took a medicine against fever may have none when measured
  else if (!isHot && fever && !/退[烧热]|布洛芬|对乙酰氨基酚|服药/.test(action ?? '')) {
    raise(CONTRADICTION, 'feverButNormal', { column: 'temperature_c', params });
  }
};

const abnormalWithoutAction: Judge<typeof KIND> = (row, raise, limits) => {
  const { present, action, fever, dry_cough: cough, fatigue, other_symptoms: others, temperature_c: reading } = row;
  const abnormal = fever || cough || fatigue || given(others).length > 0 || isFever(reading, limits);
  if (abnormal && present !== false && saysNothing(action)) {
    raise(DETAIL_MISSING, 'action', { column: 'action' });
  }
};

const slotAndTime: Judge<typeof KIND> = ({ slot, time }, raise) => {
  if (time !== undefined && isOutsideSlot(slot, time)) {
    raise(SLOT_TIME, slot === '晨' ? 'morning' : 'noon', { column: 'time' });
  }
};

/** Checks of the morning and noon checks. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  absentButMeasured,
  presentWithReason,
  feverTick,
  abnormalWithoutAction,
  slotAndTime,
];

const SLOT_FLAGS: Readonly<Record<string, number>> = { 晨: FLAG.morning, 午: FLAG.noon, 晚: FLAG.evening };

/** What of its rows is kept. */
export const STREAMED: Streamed<LogRow<typeof KIND>> = {
  flags: (row) => (row.present === true ? FLAG.present : 0) | (SLOT_FLAGS[row.slot ?? ''] ?? 0),
  flagged: ['present', 'slot'],
  remembered: ['temperature_c', 'present', 'fever', 'dry_cough', 'fatigue', 'other_symptoms', 'action'],
  remember: (row, limits) =>
    isFever(row.temperature_c, limits) ||
    row.present === false ||
    row.fever === true ||
    row.dry_cough === true ||
    row.fatigue === true ||
    (row.other_symptoms?.length ?? 0) > 0 ||
    row.action !== undefined,
  readings: { temperature_c: 0 },
};
