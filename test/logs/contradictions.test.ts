/** Contradictions within single rows: each with the row that has it, and beside it the honest ones that must pass. */
import { ORDER } from '../../src/logs/contradictions.js';
import { wordsOf } from '../../src/logs/input-checks.js';
import { CHECKS_OF_KINDS, KINDS, KINDS_BY_NAME, type KindName } from '../../src/logs/kinds/index.js';
import { readLog } from '../../src/logs/read/log.js';
import { LIMITS } from '../../src/plan/limits.js';
import { fill } from '../../src/text/fill.js';

/** A row of each kind that says nothing wrong, by the English names of its columns. */
const CLEAN: { readonly [Kind in KindName]?: Readonly<Record<string, string>> } = {
  entry: {
    date: '2020-05-06',
    time_in: '08:00',
    time_out: '17:00',
    name: '张示例',
    category: '学员',
    id_checked: '是',
    temperature_c: '36.5',
    health_code: '绿',
    recorder: '李示例',
  },
  visitor: {
    date: '2020-05-06',
    name: '张示例',
    temperature_c: '36.5',
    health_code: '绿',
    time_in: '08:00',
    time_out: '09:00',
    recorder: '李示例',
  },
  check: {
    date: '2020-05-06',
    slot: '晨',
    group: 'C1',
    name: '张示例',
    present: '是',
    temperature_c: '36.5',
    recorder: '李示例',
  },
  'check-summary': {
    date: '2020-05-06',
    slot: '晨',
    class: 'C1',
    expected: '30',
    checked: '29',
    absent: '1',
    sick_absent: '1',
    abnormal: '0',
    recorder: '李示例',
  },
  'health-daily': { date: '2020-05-06', name: '张示例', category: '学员', temp_am_c: '36.5', symptoms: '无' },
  history14: {
    name: '张示例',
    category: '学员',
    from: '2020-04-22',
    to: '2020-05-05',
    health: '健康',
    symptoms: '无',
    travel: '无',
    gathering: '无',
    meals: '无',
    area_type: '无',
    verified_on: '2020-05-06',
  },
  absence: { date: '2020-05-06', name: '张示例', group: 'C1', type: '病假', tracer: '李示例' },
  'daily-report': {
    date: '2020-05-06',
    staff_expected: '10',
    staff_present: '10',
    trainee_expected: '50',
    trainee_present: '50',
    sick_absent: '0',
    fever: '0',
    symptomatic: '0',
    isolated: '0',
    referred: '0',
    key_area: '0',
    contacts: '0',
    suspected: '0',
    confirmed: '0',
    nil: '是',
    recipients: '区人社局',
    reporter: '李示例',
    submitted_at: '2020-05-06 17:00',
  },
  disinfection: {
    date: '2020-05-06',
    start: '08:00',
    space: 'R1',
    object: '桌椅',
    method: '擦拭',
    agent: '84',
    concentration: '1:99',
    operator: '李示例',
  },
  ventilation: { date: '2020-05-06', space: 'R1', open: '08:00', close: '08:30', operator: '李示例' },
  hygiene: { date: '2020-05-06', area: '楼道', item: '垃圾', result: '合格', inspector: '李示例' },
  isolation: {
    date: '2020-05-06',
    name: '张示例',
    category: '学员',
    time_in: '09:00',
    temp_in_c: '37.8',
    symptoms: '发热',
    observer: '李示例',
    recorder: '李示例',
  },
  incident: {
    case_id: 'A1',
    found_at: '2020-05-06 09:00',
    name: '张示例',
    category: '学员',
    symptoms: '发热',
    classification: '症状',
  },
  clearance: {
    name: '张示例',
    illness: '发热',
    onset: '2020-05-06',
    recovered_on: '2020-05-12',
    issuer: '疾控中心',
    issued_on: '2020-05-13',
    conclusion: '无传染性',
    checked_by: '李示例',
    returned_on: '2020-05-14',
  },
  supplies: {
    date: '2020-05-06',
    item: '口罩',
    spec: '50只',
    unit: '盒',
    balance: '10',
    storage: '库房',
    handler: '李示例',
  },
  training: {
    date: '2020-05-06',
    type: '培训',
    topic: '防疫',
    subjects: '方案',
    leader: '李示例',
    attended: '2',
    recorder: '李示例',
  },
  session: {
    date: '2020-05-06',
    class: 'C1',
    no: '1',
    start: '08:30',
    end: '11:30',
    room: 'R1',
    teacher: '李示例',
    content: '焊接',
    epidemic: '是',
    expected: '30',
    attended: '30',
  },
  fire: { date: '2020-05-06', place: '一楼', route_clear: '是', signs_ok: '是', inspector: '李示例' },
  suspension: { suspended_on: '2020-05-06', reason: '疫情', spaces: '全校' },
  rectification: { no: '1', source: '自查', issue: '标志脱落', raised_on: '2020-05-06', owner: '李示例' },
  'bureau-roster': { month: '2020-05', institution: '示例培训学校', applied_on: '2020-05-06' },
};

/** Returns what is raised about a row: `warning input/order before`, in the order in which it is raised. */
function raised(kind: KindName, change: Readonly<Record<string, string>>): string[] {
  const row = { ...CLEAN[kind], ...change };
  const { columns } = KINDS_BY_NAME[kind];
  const names = Object.keys(row).map((en) => columns.find((column) => column.en === en)?.zh ?? 'no such column');
  const cells = Object.values(row).map((cell) => `"${cell.replace(/"/g, '""')}"`);
  const text = `${names.join(',')}\n${cells.join(',')}\n`;
  const { findings } = readLog('log.csv', () => [new TextEncoder().encode(text)], {
    kinds: KINDS,
    kind,
    strict: false,
    asOf: '2020-06-01',
    limits: LIMITS,
    keepAll: false,
  });
  return findings.map(({ rule, message, severity, params }) => {
    const words = wordsOf({ rule, message });
    for (const language of ['zh', 'en'] as const) fill(words, params, language);
    return `${severity} ${rule.replace('input/', '')} ${message}`;
  });
}

test.each(Object.keys(CLEAN) as KindName[])('a plain row of %s says nothing wrong', (kind) => {
  expect(raised(kind, {})).toEqual([]);
});

type Case = readonly [kind: KindName, change: Readonly<Record<string, string>>, ...expected: string[]];

const WRONG: readonly Case[] = [
  ['check', { present: '否' }, 'warning contradiction absentButMeasured'],
  ['check', { absence_reason: '事假' }, 'warning contradiction presentWithReason'],
  ['check', { fever: '否', temperature_c: '37.3', action: '送诊' }, 'error contradiction feverNotTicked'],
  ['check', { fever: '是', temperature_c: '37.2', action: '观察' }, 'warning contradiction feverButNormal'],
  ['check', { dry_cough: '是' }, 'warning detail-missing action'],
  ['check', { other_symptoms: '腹泻', action: '无' }, 'warning detail-missing action'],
  ['check', { temperature_c: '37.3' }, 'warning detail-missing action'],
  ['check', { time: '12:00' }, 'info slot-time morning'],
  ['check', { slot: '午', time: '11:29' }, 'info slot-time noon'],
  ['entry', { symptoms: '发热' }, 'warning contradiction feverButNormal'],
  ['health-daily', { symptoms: '发烧' }, 'warning contradiction feverButNormal'],
  ['health-daily', { temp_pm_c: '37.5' }, 'warning contradiction feverButNoSymptom'],
  ['visitor', { approved_by: '张示例' }, 'warning contradiction ownApproval'],
  ['visitor', { host: '张示例' }, 'warning contradiction ownHost'],
  ['history14', { travel: '有' }, 'warning detail-missing destination'],
  ['history14', { destination: '武汉' }, 'warning contradiction noTripButDestination'],
  ['history14', { gathering: '有' }, 'warning detail-missing meeting'],
  ['history14', { meals: '是' }, 'warning detail-missing meeting'],
  ['history14', { area: '武汉' }, 'warning contradiction noStayButArea'],
  [
    'history14',
    { area_type: '境外' },
    ...['area', 'stayDate', 'stayDate'].map((message) => `warning detail-missing ${message}`),
  ],
  ['history14', { symptoms: '干咳' }, 'warning contradiction healthyWithSymptoms'],
  ['history14', { returned_on: '2020-05-07' }, 'error order before'],
  ['daily-report', { fever: '1' }, 'error contradiction nilWithCounts'],
  ['daily-report', { nil: '否' }, 'warning contradiction zerosWithoutNil'],
  ['daily-report', { staff_present: '11' }, 'error contradiction moreThanExpected'],
  ['daily-report', { trainee_present: '51' }, 'error contradiction moreThanExpected'],
  ['daily-report', { nil: '否', sick_absent: '1' }, 'warning contradiction moreSickThanAbsent'],
  ['daily-report', { nil: '否', sick_absent: '2', referred: '1' }, 'warning contradiction moreSickThanAbsent'],
  ['daily-report', { nil: '否', fever: '1', suspected: '2' }, 'warning contradiction casesBeyondSymptoms'],
  ['check-summary', { sick_absent: '2' }, 'error contradiction moreSickThanAbsent'],
  ['check-summary', { abnormal: '30' }, 'error contradiction moreAbnormalThanChecked'],
  ['check-summary', { nil: '是' }, 'error contradiction nilWithCounts'],
  ['check-summary', { nil: '否', sick_absent: '0' }, 'warning contradiction zerosWithoutNil'],
  ['session', { attended: '31' }, 'warning contradiction moreThanExpected'],
  ['training', { expected: '1' }, 'warning contradiction moreThanExpected'],
  ['training', { attendees: '张示例、李示例、王示例' }, 'warning contradiction namesAndCount'],
  ['training', { drill_kind: '桌面' }, 'warning contradiction drillKindOfNoDrill'],
  ['ventilation', { minutes: '32' }, 'error contradiction minutesAndTimes'],
  ['ventilation', { minutes: '28' }, 'error contradiction minutesAndTimes'],
  ['disinfection', { concentration: '适量' }, 'info disinfectant unknownForm'],
  ['disinfection', { concentration: '249mg/L' }, 'warning disinfectant chlorineStrength'],
  ['disinfection', { concentration: '1001mg/L' }, 'warning disinfectant chlorineStrength'],
  ['disinfection', { concentration: '1:201' }, 'warning disinfectant chlorineStrength'],
  ['disinfection', { concentration: '1:40' }, 'warning disinfectant chlorineStrength'],
  ['disinfection', { object: '厕所、桌椅', concentration: '2000mg/L' }, 'warning disinfectant chlorineStrength'],
  ['disinfection', { agent: '酒精', concentration: '95%' }, 'warning disinfectant alcoholStrength'],
  ['disinfection', { agent: '酒精', concentration: '69%' }, 'warning disinfectant alcoholStrength'],
  ['disinfection', { agent: '酒精', concentration: '75%', method: '喷洒' }, 'warning disinfectant alcoholSprayed'],
  ['disinfection', { agent: '84、酒精' }, 'warning disinfectant mixed'],
  ['disinfection', { end: '08:20', contact_min: '30' }, 'warning contradiction contactLongerThanTimes'],
  ['hygiene', { result: '不合格', due_on: '2020-05-07' }, 'warning detail-missing issue'],
  ['hygiene', { result: '不合格', issue: '积水' }, 'warning detail-missing due'],
  [
    'hygiene',
    { result: '不合格', issue: '积水', due_on: '2020-05-07', closed_on: '2020-05-08' },
    'warning closed-late late',
  ],
  ['fire', { signs_ok: '否' }, 'warning detail-missing issue'],
  ['supplies', { in: '5', expires: '2020-05-05' }, 'warning contradiction receivedExpired'],
  ['absence', { visited: '否', hospital: '示例医院' }, 'warning contradiction hospitalWithoutVisit'],
  ['absence', { type: '事假', symptoms: '咳嗽' }, 'warning contradiction leaveWithSymptoms'],
  ['absence', { onset: '2020-05-05', follow_date: '2020-05-04' }, 'error order before'],
  [
    'isolation',
    { destination: '返回', time_out: '10:00', temp_out_c: '37.3' },
    'warning contradiction sentBackWithFever',
  ],
  ['isolation', { onset: '2020-05-06 09:01' }, 'error order before'],
  ['isolation', { onset: '2020-05-07 08:00' }, 'error order before'],
  ['isolation', { time_out: '10:00', retest_at: '10:01' }, 'error order before'],
  ['isolation', { time_out: '10:00', room_disinfected_at: '09:59' }, 'warning contradiction disinfectedBeforeLeaving'],
  ['incident', { head_on_site_at: '2020-05-06 08:59' }, 'error order before'],
  ['incident', { closed_on: '2020-05-05' }, 'error order before'],
  ['clearance', { admitted: '2020-05-07', discharged: '2020-05-15' }, 'error order before'],
  ['clearance', { discharged: '2020-05-12' }, 'warning detail-missing admitted'],
  ['suspension', { assessed_on: '2020-05-05' }, 'error order before'],
  ['rectification', { recheck: '合格' }, 'warning contradiction recheckedButOpen'],
  [
    'bureau-roster',
    { inspected_on: '2020-05-08', result: '限期整改', restored_on: '2020-05-09' },
    'warning contradiction restoredWithoutPass',
  ],
];

test.each(WRONG.map(([kind, change, ...expected]) => [kind, change, expected] as const))(
  '%s with %j',
  (kind, change, expected) => {
    expect(raised(kind, change)).toEqual(expected);
  },
);

const HONEST: readonly (readonly [KindName, Readonly<Record<string, string>>])[] = [
  ['check', { present: '否', temperature_c: '', absence_reason: '病假' }],
  ['daily-report', { nil: '否', sick_absent: '1', isolated: '1' }],
  ['check', { fever: '否', temperature_c: '37.2' }],
  ['check', { fever: '是', temperature_c: '36.8', action: '已服退烧药，送诊' }],
  ['check', { present: '否', temperature_c: '', fever: '是' }],
  ['check', { other_symptoms: '无' }],
  ['check', { time: '11:59' }],
  ['check', { slot: '午', time: '11:30' }],
  ['check', { slot: '晚', time: '19:00' }],
  ['entry', { symptoms: '发热', temperature_c: '37.4', retest_c: '36.6' }],
  ['entry', { temperature_c: '37.4', symptoms: '无', retest_c: '36.6' }],
  ['health-daily', { temp_am_c: '37.5', symptoms: '发热' }],
  ['history14', { travel: '有，4月30日去南宁' }],
  ['history14', { travel: '有', destination: '南宁' }],
  ['history14', { gathering: '4月30日家庭聚会6人' }],
  ['daily-report', { nil: '否', sick_absent: '1', trainee_present: '49' }],
  [
    'daily-report',
    {
      staff_expected: '0',
      staff_present: '0',
      trainee_expected: '0',
      trainee_present: '0',
      nil: '否',
      sick_absent: '1',
    },
  ],
  ['daily-report', { submitted_at: '2020-05-07 08:00' }],
  ['check-summary', { checked: '28' }],
  ['training', { attendees: '全体教职工、保安' }],
  ['training', { attendees: '张示例、李示例' }],
  ['training', { type: '演练', drill_kind: '桌面' }],
  ['ventilation', { minutes: '31' }],
  ['ventilation', { minutes: '29' }],
  ['ventilation', { open: '23:30', close: '24:00', minutes: '30' }],
  ['disinfection', { concentration: '250mg/L' }],
  ['disinfection', { concentration: '1000mg/L' }],
  ['disinfection', { concentration: '1:200' }],
  ['disinfection', { concentration: '1:50' }],
  ['disinfection', { object: '厕所', concentration: '2000mg/L' }],
  ['disinfection', { agent: '酒精', concentration: '70%' }],
  ['disinfection', { agent: '酒精', concentration: '80%' }],
  ['disinfection', { agent: '季铵盐', concentration: '2000mg/L' }],
  ['disinfection', { agent: '84', concentration: '按说明书' }],
  ['disinfection', { end: '08:30', contact_min: '30' }],
  ['disinfection', { method: '紫外线', agent: '紫外灯', concentration: '' }],
  ['hygiene', { result: '不合格', issue: '积水', closed_on: '2020-05-06' }],
  ['supplies', { out: '5', expires: '2020-05-05' }],
  ['supplies', { in: '5', expires: '2020-05-06' }],
  ['isolation', { destination: '返回', time_out: '10:00', retest_c: '36.6' }],
  ['isolation', { destination: '返回', time_out: '10:00', retest_c: '37.5', temp_out_c: '36.6' }],
  ['isolation', { onset: '2020-05-06 09:00' }],
  ['isolation', { time_out: '10:00', room_disinfected_at: '10:00' }],
  ['incident', { classification: '突发疫情', head_on_site_at: '2020-05-06 08:59' }],
  ['incident', { referred_at: '2020-05-06 09:00', closed_on: '2020-05-06' }],
  // said by rules of the plan
  ['rectification', { source: '人社' }],
  ['incident', { referred_at: '2020-05-06 08:59' }],
  ['daily-report', { submitted_at: '2020-05-05 17:00' }],
  ['check-summary', { checked: '30' }],
];

test.each(HONEST)('%s passes with %j', (kind, change) => {
  expect(raised(kind, change)).toEqual([]);
});

test('every message has a row that raises it', () => {
  const seen = WRONG.flatMap(([, , ...expected]) => expected.map((each) => each.replace(/^\w+ /, '')));
  const declared = [ORDER, ...CHECKS_OF_KINDS].flatMap(({ id, messages }) =>
    Object.keys(messages).map((name) => `${id.replace('input/', '')} ${name}`),
  );
  expect(declared.length).toBeGreaterThan(40);
  expect(seen).toEqual(expect.arrayContaining(declared));
});
