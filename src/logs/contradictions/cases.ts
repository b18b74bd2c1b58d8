/** Contradictions in single rows about illness and what follows: absence, isolation, incidents, clearance, rectification. */
import type { RowOf } from '../kinds/index.js';
import type { RaiseAtRow } from '../read/options.js';
import { isFever } from '../streamed.js';
import { contradictions, given, inOrder, type Judge, missingDetails, ORDER, saysNothing, titleOf } from './judge.js';

export const CONTRADICTION = contradictions({
  hospitalWithoutVisit: { zh: '写了没有就诊，却有就诊医院', en: 'no visit to a doctor, yet a hospital is named' },
  leaveWithSymptoms: {
    zh: '写了事假，却有发病日期或症状。生病的应登记为病假',
    en: 'stated as personal leave, yet there is an onset or a symptom; sickness is registered as sick leave',
  },
  sentBackWithFever: {
    zh: '最后一次体温已达发热（{limit} ℃，工具默认值，非预案规定），去向却是返回',
    en: 'the last temperature is fever ({limit} ℃, toolkit default), yet the person went back',
  },
  disinfectedBeforeLeaving: {
    zh: '隔离室消毒在人离开之前。离开后要再消毒',
    en: 'the room was disinfected before the person left; it is to be done afterwards',
  },
  recheckedButOpen: {
    zh: '复查写了合格，却没有完成日期',
    en: 'passed the recheck, yet there is no date of completion',
  },
  restoredWithoutPass: { zh: '检查没有合格，却有恢复日期', en: 'the inspection was not passed, yet it resumed' },
});

export const DETAIL_MISSING = missingDetails({
  admitted: { zh: '有出院日期，没有住院日期', en: 'a date of discharge, and none of admission' },
});

/** Checks of absence for sickness. */
export const ABSENCE: readonly Judge<'absence'>[] = [
  ({ visited, hospital }, raise) => {
    if (visited === false && !saysNothing(hospital))
      raise(CONTRADICTION, 'hospitalWithoutVisit', { column: 'visited' });
  },
  ({ type, onset, symptoms }, raise) => {
    if (type === '事假' && (onset !== undefined || given(symptoms).length > 0))
      raise(CONTRADICTION, 'leaveWithSymptoms', { column: 'type' });
  },
  inOrder('absence', 'onset', 'follow_date'),
];

const sentBackWithFever: Judge<'isolation'> = (row, raise, limits) => {
  const { temp_out_c: out, retest_c: retest, temp_in_c: atFirst, destination } = row;
  if (destination === '返回' && isFever(out ?? retest ?? atFirst, limits)) {
    const params = { limit: limits.fever.value };
    raise(CONTRADICTION, 'sentBackWithFever', { column: 'destination', params });
  }
};

/** The time of coming in is of the row's date, and the onset has its own. */
const onsetBeforeStay: Judge<'isolation'> = ({ onset, date, time_in: at }, raise) => {
  if (onset === undefined || date === undefined || at === undefined) return;
  // a date alone is the beginning of its day
  const minutes = Number(onset.slice(11, 13)) * 60 + Number(onset.slice(14, 16));
  if (onset.slice(0, 10) < date || (onset.slice(0, 10) === date && minutes <= at)) return;
  const params = { earlier: titleOf('isolation', 'onset'), later: titleOf('isolation', 'time_in') };
  raise(ORDER, 'before', { column: 'time_in', params });
};

/** Checks of the isolation room. */
export const ISOLATION: readonly Judge<'isolation'>[] = [
  sentBackWithFever,
  onsetBeforeStay,
  inOrder('isolation', 'retest_at', 'time_out'),
  ({ time_out: left, room_disinfected_at: disinfected }, raise) => {
    if (left !== undefined && disinfected !== undefined && disinfected < left)
      raise(CONTRADICTION, 'disinfectedBeforeLeaving', { column: 'room_disinfected_at' });
  },
];

/** Of an outbreak the rules of 三 say what comes before it was found. */
const unlessOutbreak =
  (judge: Judge<'incident'>): Judge<'incident'> =>
  (row: RowOf<'incident'>, raise: RaiseAtRow, limits) => {
    if (row.classification !== '突发疫情') judge(row, raise, limits);
  };

/** Checks of incidents. Referral and reports to the local offices are judged by the rules of 六. */
export const INCIDENT: readonly Judge<'incident'>[] = [
  inOrder('incident', 'found_at', 'closed_on'),
  ...(['head_on_site_at', 'region_hq_reported_at', 'region_hrss_reported_at', 'joint_started_at'] as const).map(
    (column) => unlessOutbreak(inOrder('incident', 'found_at', column)),
  ),
];

/** Checks of clearance. That the proof is later than the return is said by the rule about returning. */
export const CLEARANCE: readonly Judge<'clearance'>[] = [
  inOrder('clearance', 'discharged', 'returned_on'),
  ({ admitted, discharged }, raise) => {
    if (admitted === undefined && discharged !== undefined) raise(DETAIL_MISSING, 'admitted', { column: 'admitted' });
  },
];

/** Checks of suspensions. */
export const SUSPENSION: readonly Judge<'suspension'>[] = [inOrder('suspension', 'suspended_on', 'assessed_on')];

/** Checks of rectification. Dates by which it is due are judged by the rule about it. */
export const RECTIFICATION: readonly Judge<'rectification'>[] = [
  ({ recheck, closed_on: closed }, raise) => {
    if (recheck === '合格' && closed === undefined) raise(CONTRADICTION, 'recheckedButOpen', { column: 'closed_on' });
  },
];

/** Checks of the county's roster. */
export const BUREAU_ROSTER: readonly Judge<'bureau-roster'>[] = [
  ({ result, restored_on: restored }, raise) => {
    if (restored !== undefined && (result === '不合格' || result === '限期整改'))
      raise(CONTRADICTION, 'restoredWithoutPass', { column: 'restored_on' });
  },
];
