/** Contradictions in single rows that count: the daily report, summaries of the checks, sessions, trainings. */
import { contradictions, type Judge } from './judge.js';

export const CONTRADICTION = contradictions({
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
  moreAbnormalThanChecked: { zh: '异常人数比实检的多', en: 'more are abnormal than were checked' },
  namesAndCount: {
    zh: '参加人员有 {names} 个名字，实到写了 {attended} 人',
    en: '{names} attendees are named, and {attended} are counted',
  },
  drillKindOfNoDrill: { zh: '不是演练，却写了演练类别', en: 'a sort of drill is stated, and it is no drill' },
});

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

const nilReport: Judge<'daily-report'> = (row, raise) => {
  const counts = COUNTS.map((column) => row[column]);
  if (row.nil === true && counts.some((count) => (count ?? 0) > 0))
    raise(CONTRADICTION, 'nilWithCounts', { column: 'nil', severity: 'error' });
  if (row.nil === false && counts.every((count) => count === 0))
    raise(CONTRADICTION, 'zerosWithoutNil', { column: 'nil' });
};

const moreThanExpected: Judge<'daily-report'> = (row, raise) => {
  for (const [expected, present] of [
    ['staff_expected', 'staff_present'],
    ['trainee_expected', 'trainee_present'],
  ] as const) {
    if ((row[present] ?? 0) > (row[expected] ?? Number.POSITIVE_INFINITY))
      raise(CONTRADICTION, 'moreThanExpected', { column: present, severity: 'error' });
  }
};

const moreSickThanAbsent: Judge<'daily-report'> = (row, raise) => {
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

const casesBeyondSymptoms: Judge<'daily-report'> = (row, raise) => {
  const chain = ['sick_absent', 'fever', 'symptomatic', 'isolated', 'referred', 'contacts'] as const;
  if (chain.some((column) => row[column] === undefined)) return;
  const most = chain.reduce((sum, column) => sum + (row[column] ?? 0), 0);
  for (const column of ['suspected', 'confirmed'] as const) {
    if ((row[column] ?? 0) > most) raise(CONTRADICTION, 'casesBeyondSymptoms', { column });
  }
};

/** Checks of the daily report. */
export const DAILY_REPORT: readonly Judge<'daily-report'>[] = [
  nilReport,
  moreThanExpected,
  moreSickThanAbsent,
  casesBeyondSymptoms,
];

/** Checks of the summaries. Whether all were checked is judged by the rule about the checks. */
export const CHECK_SUMMARY: readonly Judge<'check-summary'>[] = [
  ({ absent, sick_absent: sick }, raise) => {
    if (absent !== undefined && (sick ?? 0) > absent)
      raise(CONTRADICTION, 'moreSickThanAbsent', { column: 'sick_absent', severity: 'error' });
  },
  ({ checked, abnormal }, raise) => {
    if (checked !== undefined && (abnormal ?? 0) > checked)
      raise(CONTRADICTION, 'moreAbnormalThanChecked', { column: 'abnormal', severity: 'error' });
  },
  ({ nil, sick_absent: sick, abnormal }, raise) => {
    if (nil === true && ((sick ?? 0) > 0 || (abnormal ?? 0) > 0))
      raise(CONTRADICTION, 'nilWithCounts', { column: 'nil', severity: 'error' });
    if (nil === false && sick === 0 && abnormal === 0) raise(CONTRADICTION, 'zerosWithoutNil', { column: 'nil' });
  },
];

/** Checks of the sessions. Guests from another class are possible, hence a warning. */
export const SESSION: readonly Judge<'session'>[] = [
  ({ expected, attended }, raise) => {
    if (expected !== undefined && (attended ?? 0) > expected)
      raise(CONTRADICTION, 'moreThanExpected', { column: 'attended' });
  },
];

/** A Chinese name, and no word for all or the rest. */
const NAME = /^(?!.*(?:全体|全员|所有|其他|其余|等|人员|教师|职工|学员))[\p{Script=Han}·]{2,5}$/u;

/** Checks of trainings, drills and health education. */
export const TRAINING: readonly Judge<'training'>[] = [
  ({ expected, attended }, raise) => {
    if (expected !== undefined && (attended ?? 0) > expected)
      raise(CONTRADICTION, 'moreThanExpected', { column: 'attended' });
  },
  ({ attended, attendees }, raise) => {
    const names = attendees ?? [];
    if (attended === undefined || names.length < 2 || !names.every((name) => NAME.test(name))) return;
    if (names.length !== attended) {
      const params = { names: names.length, attended };
      raise(CONTRADICTION, 'namesAndCount', { column: 'attendees', params });
    }
  },
  ({ type, drill_kind: kind }, raise) => {
    if (kind !== undefined && type !== undefined && type !== '演练')
      raise(CONTRADICTION, 'drillKindOfNoDrill', { column: 'drill_kind' });
  },
];
