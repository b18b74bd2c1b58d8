/** The words of contradictions within single rows. They name columns, never what stands in them. */
import type { Wording } from '../types.js';

/** Rule → message → words. */
export const CONTRADICTION_WORDS: Readonly<Record<string, Readonly<Record<string, Wording>>>> = {
  'input/contradiction': {
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
    minutesAndTimes: {
      zh: '时长与开窗、关窗时间不符，按时间是 {between} 分钟',
      en: 'the length does not agree with the times, between which there are {between} minutes',
    },
    contactLongerThanTimes: {
      zh: '作用时间比开始到结束的 {between} 分钟还长',
      en: 'the contact time is longer than the {between} minutes from start to end',
    },
    receivedExpired: { zh: '入库时已过有效期', en: 'it had expired when it came into stock' },
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
  },
  'input/detail-missing': {
    action: {
      zh: '有异常，没有写处理措施',
      en: 'something is abnormal, and what was done about it is not stated',
    },
    destination: { zh: '有出行，没有写目的地', en: 'there was travel, and the destination is not stated' },
    meeting: { zh: '“{column}”只写了有，没有写何时何地', en: '"{column}" says yes, and neither when nor where' },
    area: { zh: '有旅居史，没有写旅居地', en: 'there was a stay elsewhere, and the place is not stated' },
    stayDate: { zh: '有旅居史，没有写“{column}”', en: 'there was a stay elsewhere, and "{column}" is empty' },
    issue: { zh: '不合格，没有写是什么问题', en: 'it was not in order, and what was wrong is not stated' },
    due: { zh: '要整改，没有写期限', en: 'it has to be mended, and by when is not stated' },
    admitted: { zh: '有出院日期，没有住院日期', en: 'a date of discharge, and none of admission' },
  },
  'input/slot-time': {
    morning: {
      zh: '晨检的时间在 12:00 或以后（工具默认值，非预案规定），核实时段',
      en: 'a morning check at noon or later (toolkit default); check the slot',
    },
    noon: {
      zh: '午检的时间在 11:30 之前（工具默认值，非预案规定），核实时段',
      en: 'a noon check before 11:30 (toolkit default); check the slot',
    },
  },
  'input/disinfectant': {
    unknownForm: {
      zh: '浓度看不懂，没有核对。写成 500mg/L、1:99 或 75%',
      en: 'this concentration was not understood, and not checked; write 500mg/L, 1:99 or 75%',
    },
    chlorineStrength: {
      zh: '有效氯不在 {least} 到 {most} mg/L 之间（工具默认值，非预案规定；84 按 5% 折算）',
      en: 'the available chlorine is not within {least} to {most} mg/L (toolkit default; 84 counts as 5%)',
    },
    alcoholStrength: {
      zh: '酒精不在 {least}% 到 {most}% 之间（工具默认值，非预案规定）',
      en: 'the alcohol is not within {least} to {most}% (toolkit default)',
    },
    alcoholSprayed: {
      zh: '酒精不要喷洒，易燃。改用擦拭',
      en: 'do not spray alcohol, it catches fire; wipe with it',
    },
    mixed: {
      zh: '同一行写了含氯消毒剂和酒精。不要混用，分行写明各用在哪里',
      en: 'chlorine and alcohol in one row; do not mix them, and write in rows of their own what each was used for',
    },
  },
  'input/closed-late': {
    late: { zh: '完成日期在整改期限之后', en: 'completed after the date by which it was due' },
  },
};
