/** Contradictions in single rows about people: the checks, the register, the daily health log, visitors, the survey. */
import { inputCheck } from '../../input-check.js';
import { MORNING_ENDS, NOON_BEGINS } from '../defaults.js';
import { isFever } from '../streamed.js';
import { contradictions, given, inOrder, type Judge, missingDetails, namesFever, saysNothing } from './judge.js';

export const CONTRADICTION = contradictions({
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
  feverButNoSymptom: {
    zh: '体温已达发热（{limit} ℃，工具默认值，非预案规定），症状却写了无',
    en: 'the temperature is fever ({limit} ℃, toolkit default), yet the symptoms say none',
  },
  ownApproval: { zh: '批准人就是来访人自己', en: 'the visitor is the one who approved' },
  ownHost: { zh: '受访人就是来访人自己', en: 'the visitor is the one who is visited' },
  noTripButDestination: {
    zh: '写了没有出行，却有目的地或车次',
    en: 'no travel is stated, yet there is a destination or vehicle',
  },
  noStayButArea: { zh: '旅居类型写了无，却有旅居地', en: 'no stay is stated, yet a place of stay is named' },
  healthyWithSymptoms: {
    zh: '健康状况写了正常，却有症状',
    en: 'the health is stated as good, yet there are symptoms',
  },
});

export const DETAIL_MISSING = missingDetails({
  action: {
    zh: '有异常，没有写处理措施',
    en: 'something is abnormal, and what was done about it is not stated',
  },
  destination: { zh: '有出行，没有写目的地', en: 'there was travel, and the destination is not stated' },
  meeting: { zh: '“{column}”只写了有，没有写何时何地', en: '"{column}" says yes, and neither when nor where' },
  area: { zh: '有旅居史，没有写旅居地', en: 'there was a stay elsewhere, and the place is not stated' },
  stayDate: { zh: '有旅居史，没有写“{column}”', en: 'there was a stay elsewhere, and "{column}" is empty' },
});

/** A check that is not of its slot by its time. */
export const SLOT_TIME = inputCheck({
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

/** Whether a check at that time, in minutes after midnight, is not of its slot. */
export function isOutsideSlot(slot: unknown, time: number): boolean {
  return (slot === '晨' && time >= MORNING_ENDS) || (slot === '午' && time < NOON_BEGINS);
}

const absentButMeasured: Judge<'check'> = ({ present, temperature_c: reading }, raise) => {
  if (present === false && reading !== undefined) {
    raise(CONTRADICTION, 'absentButMeasured', { column: 'temperature_c' });
  }
};

const presentWithReason: Judge<'check'> = ({ present, absence_reason: reason }, raise) => {
  if (present === true && !saysNothing(reason)) {
    raise(CONTRADICTION, 'presentWithReason', { column: 'absence_reason' });
  }
};

const feverTick: Judge<'check'> = ({ fever, temperature_c: reading, action }, raise, limits) => {
  if (reading === undefined || fever === undefined) return;
  const isHot = isFever(reading, limits);
  const params = { limit: limits.fever.value };
  if (isHot && !fever) raise(CONTRADICTION, 'feverNotTicked', { column: 'fever', params, severity: 'error' });
  // someone who took a medicine against fever may have none when measured
  else if (!isHot && fever && !/退[烧热]|布洛芬|对乙酰氨基酚|服药/.test(action ?? '')) {
    raise(CONTRADICTION, 'feverButNormal', { column: 'temperature_c', params });
  }
};

const abnormalWithoutAction: Judge<'check'> = (row, raise, limits) => {
  const { present, action, fever, dry_cough: cough, fatigue, other_symptoms: others, temperature_c: reading } = row;
  const abnormal = fever || cough || fatigue || given(others).length > 0 || isFever(reading, limits);
  if (abnormal && present !== false && saysNothing(action)) {
    raise(DETAIL_MISSING, 'action', { column: 'action' });
  }
};

const slotAndTime: Judge<'check'> = ({ slot, time }, raise) => {
  if (time !== undefined && isOutsideSlot(slot, time)) {
    raise(SLOT_TIME, slot === '晨' ? 'morning' : 'noon', { column: 'time' });
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
    raise(CONTRADICTION, 'feverButNormal', { column: 'temperature_c', params });
  },
];

const monitored: Judge<'health-daily'> = ({ symptoms, temp_am_c: morning, temp_pm_c: evening }, raise, limits) => {
  if (morning === undefined && evening === undefined) return;
  const isHot = isFever(morning, limits) || isFever(evening, limits);
  const column = isFever(evening, limits) || morning === undefined ? 'temp_pm_c' : 'temp_am_c';
  const params = { limit: limits.fever.value };
  if (!isHot && namesFever(symptoms)) raise(CONTRADICTION, 'feverButNormal', { column, params });
  // an empty list is one that says none; of a row without the column nothing is known
  if (isHot && symptoms !== undefined && given(symptoms).length === 0)
    raise(CONTRADICTION, 'feverButNoSymptom', { column: 'symptoms', params });
};

/** Checks of the daily health log. */
export const HEALTH_DAILY: readonly Judge<'health-daily'>[] = [monitored];

/** Checks of the visitors. */
export const VISITOR: readonly Judge<'visitor'>[] = [
  ({ name, host, approved_by: approver }, raise) => {
    if (name === undefined) return;
    if (approver === name) raise(CONTRADICTION, 'ownApproval', { column: 'approved_by' });
    if (host === name) raise(CONTRADICTION, 'ownHost', { column: 'host' });
  },
];

/** A bare yes, where more is asked for. */
const BARE_YES = /^(?:有|是|√|✓|y|yes)$/i;

const travel: Judge<'history14'> = ({ travel: trip, destination, vehicle }, raise) => {
  if (trip === undefined) return;
  if (BARE_YES.test(trip) && saysNothing(destination)) raise(DETAIL_MISSING, 'destination', { column: 'destination' });
  if (saysNothing(trip) && !(saysNothing(destination) && saysNothing(vehicle)))
    raise(CONTRADICTION, 'noTripButDestination', { column: 'travel' });
};

const meetings: Judge<'history14'> = ({ gathering, meals }, raise) => {
  for (const [column, value] of [
    ['gathering', gathering],
    ['meals', meals],
  ] as const) {
    if (value !== undefined && BARE_YES.test(value)) raise(DETAIL_MISSING, 'meeting', { column });
  }
};

const stay: Judge<'history14'> = (row, raise) => {
  const { area_type: type, area, left_on: left, returned_on: returned } = row;
  if (type === undefined) return;
  if (type === '无') {
    if (!saysNothing(area)) raise(CONTRADICTION, 'noStayButArea', { column: 'area' });
    return;
  }
  if (saysNothing(area)) raise(DETAIL_MISSING, 'area', { column: 'area' });
  if (left === undefined) raise(DETAIL_MISSING, 'stayDate', { column: 'left_on' });
  if (returned === undefined) raise(DETAIL_MISSING, 'stayDate', { column: 'returned_on' });
};

const healthyWithSymptoms: Judge<'history14'> = ({ health, symptoms }, raise) => {
  if (health !== undefined && saysNothing(health) && given(symptoms).length > 0) {
    raise(CONTRADICTION, 'healthyWithSymptoms', { column: 'health' });
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
