/** L7 疫情日报告: what is reported every day, zeros included. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, type Judge } from '../contradictions.js';
import type { LogKind } from '../kind.js';

/** The kind. */
export const KIND = {
  number: 'L7',
  name: 'daily-report',
  title: { zh: '疫情日报告', en: 'Daily epidemic report' },
  purpose: {
    zh: '每天向有关单位报送的人数，没有也要报零',
    en: 'the counts reported every day to the bodies concerned, zeros included',
  },
  due: { on: 'calendarDays', rule: 'daily-zero-report' },
  dated: 'date',
  key: [],
  recorder: 'reporter',
  columns: [
    { en: 'date', zh: '日期', aliases: ['报告日期', '日报日期', '填报日期'], type: 'date', required: true },
    { en: 'org', zh: '单位', aliases: ['单位名称', '机构名称', '填报单位'], type: 'text', says: 'what' },
    {
      en: 'staff_expected',
      zh: '教职工应到',
      aliases: ['应到教职工', '教职工应到人数', '教职工总数', '教职工人数'],
      type: 'int',
      unit: '人',
      required: true,
    },
    {
      en: 'staff_present',
      zh: '教职工实到',
      aliases: ['实到教职工', '在岗教职工', '教职工在岗', '教职工实到人数', '教职工在岗人数', '在岗教职工人数'],
      type: 'int',
      unit: '人',
      required: true,
    },
    {
      en: 'trainee_expected',
      zh: '学员应到',
      aliases: ['应到学员', '学员应到人数', '学员总数', '学员人数'],
      type: 'int',
      unit: '人',
      required: true,
    },
    {
      en: 'trainee_present',
      zh: '学员实到',
      aliases: ['实到学员', '学员实到人数'],
      type: 'int',
      unit: '人',
      required: true,
    },
    { en: 'sick_absent', zh: '因病缺勤', aliases: ['因病缺勤人数'], type: 'int', unit: '人', required: true },
    { en: 'fever', zh: '发热', aliases: ['发热人数', '发烧人数'], type: 'int', unit: '人', required: true },
    {
      en: 'symptomatic',
      zh: '其他症状',
      aliases: ['其它症状', '其他症状人数', '干咳乏力等症状', '干咳乏力等症状人数'],
      type: 'int',
      unit: '人',
      required: true,
    },
    { en: 'isolated', zh: '隔离观察', aliases: ['隔离人数', '隔离观察人数'], type: 'int', unit: '人', required: true },
    { en: 'referred', zh: '送诊', aliases: ['送诊人数', '送医人数'], type: 'int', unit: '人', required: true },
    {
      en: 'key_area',
      zh: '重点地区及境外返柳',
      aliases: ['重点地区/境外返柳', '重点地区境外返柳', '重点地区及境外返柳人数'],
      type: 'int',
      unit: '人',
      required: true,
    },
    {
      en: 'contacts',
      zh: '密切接触',
      aliases: ['密接', '密接人数', '密切接触者', '密切接触者人数'],
      type: 'int',
      unit: '人',
      required: true,
    },
    {
      en: 'suspected',
      zh: '疑似',
      aliases: ['疑似人数', '疑似病例', '疑似病例数'],
      type: 'int',
      unit: '人',
      required: true,
    },
    {
      en: 'confirmed',
      zh: '确诊',
      aliases: ['确诊人数', '确诊病例', '确诊病例数'],
      type: 'int',
      unit: '人',
      required: true,
    },
    { en: 'nil', zh: '零报告', aliases: ['是否零报告'], type: 'bool', required: true },
    { en: 'note', zh: '情况说明', aliases: ['说明', '备注'], type: 'text', says: 'whether', personal: true },
    {
      en: 'recipients',
      zh: '报送单位',
      aliases: ['报送部门', '报送对象', '上报单位'],
      type: 'list',
      says: 'what',
      required: true,
    },
    {
      en: 'reporter',
      zh: '填报人',
      aliases: ['填表人', '报告人', '上报人', '填报人签名'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    { en: 'reviewer', zh: '审核人', aliases: ['审核', '审批人', '负责人'], type: 'text', says: 'who', personal: true },
    {
      en: 'submitted_at',
      zh: '填报时间',
      aliases: ['上报时间', '报送时间', '报告时间'],
      type: 'datetime',
      required: true,
    },
    { en: 'correction', zh: '更正说明', aliases: ['更正', '更正情况'], type: 'text', says: 'whether', personal: true },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  nilWithCounts: { zh: '零报告写了是，却有人数大于 0', en: 'stated as a nil report, yet there are counts above 0' },
  zerosWithoutNil: {
    zh: '各栏人数都是 0，零报告却写了否',
    en: 'all counts are 0, yet it is stated to be no nil report',
  },
  moreThanExpected: { zh: '“{column}”比应到的多', en: '"{column}" is more than were expected' },
  moreSickThanAbsent: { zh: '因病缺勤的比缺勤的多', en: 'more are absent for sickness than are absent at all' },
  casesBeyondSymptoms: {
    zh: '“{column}”比发热、有症状、隔离、送诊、接触和病假的人数加起来还多',
    en: '"{column}" is more than all with fever, symptoms, in isolation, referred, contacts and on sick leave together',
  },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION];

const COUNTS = [
  'sick_absent',
  'fever',
  'symptomatic',
  'isolated',
  'referred',
  'key_area',
  'contacts',
  'suspected',
  'confirmed',
] as const;

const nilReport: Judge<typeof KIND> = (row, raise) => {
  const counts = COUNTS.map((column) => row[column]);
  if (row.nil === true && counts.some((count) => (count ?? 0) > 0))
    raise(CONTRADICTION, 'nilWithCounts', { column: 'nil', severity: 'error' });
  if (row.nil === false && counts.every((count) => count === 0))
    raise(CONTRADICTION, 'zerosWithoutNil', { column: 'nil' });
};

const moreThanExpected: Judge<typeof KIND> = (row, raise) => {
  for (const [expected, present] of [
    ['staff_expected', 'staff_present'],
    ['trainee_expected', 'trainee_present'],
  ] as const) {
    if ((row[present] ?? 0) > (row[expected] ?? Number.POSITIVE_INFINITY))
      raise(CONTRADICTION, 'moreThanExpected', { column: present, severity: 'error' });
  }
};

const moreSickThanAbsent: Judge<typeof KIND> = (row, raise) => {
  const { staff_expected: staff, trainee_expected: trainees, sick_absent: sick } = row;
  const { staff_present: staffHere, trainee_present: traineesHere } = row;
  if (staff === undefined || trainees === undefined || staffHere === undefined || traineesHere === undefined) return;
  const expected = staff + trainees;
  const absent = Math.max(0, staff - staffHere) + Math.max(0, trainees - traineesHere);
  // who was sent home in the course of the day was there too; nobody is expected on a closed day
  const sentHome = Math.max(row.isolated ?? 0, row.referred ?? 0);
  if (expected > 0 && (sick ?? 0) > absent + sentHome)
    raise(CONTRADICTION, 'moreSickThanAbsent', { column: 'sick_absent' });
};

const casesBeyondSymptoms: Judge<typeof KIND> = (row, raise) => {
  const chain = ['sick_absent', 'fever', 'symptomatic', 'isolated', 'referred', 'contacts'] as const;
  if (chain.some((column) => row[column] === undefined)) return;
  const most = chain.reduce((sum, column) => sum + (row[column] ?? 0), 0);
  for (const column of ['suspected', 'confirmed'] as const) {
    if ((row[column] ?? 0) > most) raise(CONTRADICTION, 'casesBeyondSymptoms', { column });
  }
};

/** Checks of the daily report. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  nilReport,
  moreThanExpected,
  moreSickThanAbsent,
  casesBeyondSymptoms,
];
