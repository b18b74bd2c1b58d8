/** Contradictions in single rows about people: the checks, the register, the daily health log, visitors, the survey. */
import { MORNING_ENDS, NOON_BEGINS } from '../defaults.js';
import { isFever } from '../streamed.js';
import { given, inOrder, type Judge, namesFever, saysNothing } from './judge.js';

/** Whether a check at that time, in minutes after midnight, is not of its slot. */
export function isOutsideSlot(slot: unknown, time: number): boolean {
  return (slot === '晨' && time >= MORNING_ENDS) || (slot === '午' && time < NOON_BEGINS);
}

const absentButMeasured: Judge<'check'> = ({ present, temperature_c: reading }, raise) => {
  if (present === false && reading !== undefined) {
    raise('input/contradiction', 'absentButMeasured', 'warning', { column: 'temperature_c' });
  }
};

const presentWithReason: Judge<'check'> = ({ present, absence_reason: reason }, raise) => {
  if (present === true && !saysNothing(reason)) {
    raise('input/contradiction', 'presentWithReason', 'warning', { column: 'absence_reason' });
  }
};

const feverTick: Judge<'check'> = ({ fever, temperature_c: reading, action }, raise, limits) => {
  if (reading === undefined || fever === undefined) return;
  const isHot = isFever(reading, limits);
  const params = { limit: limits.fever.value };
  if (isHot && !fever) raise('input/contradiction', 'feverNotTicked', 'error', { column: 'fever', params });
  // someone who took a medicine against fever may have none when measured
  else if (!isHot && fever && !/退[烧热]|布洛芬|对乙酰氨基酚|服药/.test(action ?? '')) {
    raise('input/contradiction', 'feverButNormal', 'warning', { column: 'temperature_c', params });
  }
};

const abnormalWithoutAction: Judge<'check'> = (row, raise, limits) => {
  const { present, action, fever, dry_cough: cough, fatigue, other_symptoms: others, temperature_c: reading } = row;
  const abnormal = fever || cough || fatigue || given(others).length > 0 || isFever(reading, limits);
  if (abnormal && present !== false && saysNothing(action)) {
    raise('input/detail-missing', 'action', 'warning', { column: 'action' });
  }
};

const slotAndTime: Judge<'check'> = ({ slot, time }, raise) => {
  if (time !== undefined && isOutsideSlot(slot, time)) {
    raise('input/slot-time', slot === '晨' ? 'morning' : 'noon', 'info', { column: 'time' });
  }
};

/** Checks of the morning and noon checks. */
export const CHECK: readonly Judge<'check'>[] = [
  absentButMeasured,
  presentWithReason,
  feverTick,
  abnormalWithoutAction,
  slotAndTime,
];

/** Checks of the register. */
export const ENTRY: readonly Judge<'entry'>[] = [
  ({ symptoms, temperature_c: reading, retest_c: retest }, raise, limits) => {
    if (reading === undefined || !namesFever(symptoms)) return;
    if (isFever(reading, limits) || isFever(retest, limits)) return;
    const params = { limit: limits.fever.value };
    raise('input/contradiction', 'feverButNormal', 'warning', { column: 'temperature_c', params });
  },
];

const monitored: Judge<'health-daily'> = ({ symptoms, temp_am_c: morning, temp_pm_c: evening }, raise, limits) => {
  if (morning === undefined && evening === undefined) return;
  const isHot = isFever(morning, limits) || isFever(evening, limits);
  const column = isFever(evening, limits) || morning === undefined ? 'temp_pm_c' : 'temp_am_c';
  const params = { limit: limits.fever.value };
  if (!isHot && namesFever(symptoms)) raise('input/contradiction', 'feverButNormal', 'warning', { column, params });
  // an empty list is one that says none; of a row without the column nothing is known
  if (isHot && symptoms !== undefined && given(symptoms).length === 0)
    raise('input/contradiction', 'feverButNoSymptom', 'warning', { column: 'symptoms', params });
};

/** Checks of the daily health log. */
export const HEALTH_DAILY: readonly Judge<'health-daily'>[] = [monitored];

/** Checks of the visitors. */
export const VISITOR: readonly Judge<'visitor'>[] = [
  ({ name, host, approved_by: approver }, raise) => {
    if (name === undefined) return;
    if (approver === name) raise('input/contradiction', 'ownApproval', 'warning', { column: 'approved_by' });
    if (host === name) raise('input/contradiction', 'ownHost', 'warning', { column: 'host' });
  },
];

/** A bare yes, where more is asked for. */
const BARE_YES = /^(?:有|是|√|✓|y|yes)$/i;

const travel: Judge<'history14'> = ({ travel: trip, destination, vehicle }, raise) => {
  if (trip === undefined) return;
  if (BARE_YES.test(trip) && saysNothing(destination))
    raise('input/detail-missing', 'destination', 'warning', { column: 'destination' });
  if (saysNothing(trip) && !(saysNothing(destination) && saysNothing(vehicle)))
    raise('input/contradiction', 'noTripButDestination', 'warning', { column: 'travel' });
};

const meetings: Judge<'history14'> = ({ gathering, meals }, raise) => {
  for (const [column, value] of [
    ['gathering', gathering],
    ['meals', meals],
  ] as const) {
    if (value !== undefined && BARE_YES.test(value)) raise('input/detail-missing', 'meeting', 'warning', { column });
  }
};

const stay: Judge<'history14'> = (row, raise) => {
  const { area_type: type, area, left_on: left, returned_on: returned } = row;
  if (type === undefined) return;
  if (type === '无') {
    if (!saysNothing(area)) raise('input/contradiction', 'noStayButArea', 'warning', { column: 'area' });
    return;
  }
  if (saysNothing(area)) raise('input/detail-missing', 'area', 'warning', { column: 'area' });
  if (left === undefined) raise('input/detail-missing', 'stayDate', 'warning', { column: 'left_on' });
  if (returned === undefined) raise('input/detail-missing', 'stayDate', 'warning', { column: 'returned_on' });
};

const healthyWithSymptoms: Judge<'history14'> = ({ health, symptoms }, raise) => {
  if (health !== undefined && saysNothing(health) && given(symptoms).length > 0) {
    raise('input/contradiction', 'healthyWithSymptoms', 'warning', { column: 'health' });
  }
};

/** Checks of the 14-day survey. */
export const HISTORY14: readonly Judge<'history14'>[] = [
  travel,
  meetings,
  stay,
  healthyWithSymptoms,
  inOrder('history14', 'returned_on', 'verified_on'),
];
