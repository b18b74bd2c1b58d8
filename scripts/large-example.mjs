/**
 * Writes examples/large/: an invented school of 12 classrooms, 300 staff and 50 classes of 40 trainees, which meets
 * everything of its stage. For trying speed and output on a profile as large as they come, its lists in CSV files. The
 * same text every time; a test compares it with the files. Run it with `node scripts/large-example.mjs`.
 */
import { fileURLToPath } from 'node:url';
import { csvBytes, idNumber as idNumberOf, writeExample } from './example-logs.mjs';

const CLASSROOMS = 12;
const OFFICES = 18;
const STAFF = 300;
const TEACHERS = 240;
const MANAGERS = 20;
const CLASSES = 50;
const TRAINEES = 40;
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const GIVEN = '示范样例演练试验模拟';
const TRADES = ['电工', '焊工', '钳工', '中式烹调师', '育婴员', '叉车司机', '美容师', '茶艺师'];

const upTo = (length) => Array.from({ length }, (_, i) => i + 1);
const padded = (n, width) => String(n).padStart(width, '0');
const staffId = (n) => `S${padded(n, 3)}`;
const traineeId = (n) => `T${padded(n, 4)}`;
/** The k-th of those who do not teach. */
const otherId = (k) => staffId(TEACHERS + k);
/** An invented name, the same for the same number. */
const nameOf = (n) =>
  `${SURNAMES[n % SURNAMES.length]}${GIVEN[Math.floor(n / 20) % GIVEN.length]}${GIVEN[Math.floor(n / 200) % GIVEN.length]}`;
const idNumber = (n, year) => idNumberOf(`${year + (n % 20)}${padded((n % 12) + 1, 2)}${padded((n % 28) + 1, 2)}`, n);
const roleOf = (n) => (n <= TEACHERS ? '教师' : n <= TEACHERS + MANAGERS ? '管理' : '后勤');
const firstDayOf = (c) => `2020-05-${padded(11 + ((c - 1) % 5), 2)}`;

const STAFF_LIST = upTo(STAFF).map((n) => ({
  id: staffId(n),
  name: nameOf(n + 2100),
  idNumber: idNumber(n + 2100, 1965),
  role: roleOf(n),
  phone: `1380000${padded(1000 + n, 4)}`,
  hiredOn: `201${n % 10}-03-01`,
}));
const traineesOf = (c) =>
  upTo(TRAINEES).map((k) => {
    const n = (c - 1) * TRAINEES + k;
    return {
      id: traineeId(n),
      name: nameOf(n),
      gender: n % 2 === 0 ? '女' : '男',
      idNumber: idNumber(n, 1980),
      enrolledOn: `2020-04-${padded((n % 10) + 20, 2)}`,
      firstDay: firstDayOf(c),
    };
  });
const COMMITMENTS = [
  ...upTo(STAFF).map((n) => ({ kind: 'staff', person: staffId(n), signedOn: '2020-05-04' })),
  ...upTo(CLASSES * TRAINEES).map((n) => ({ kind: 'trainee', person: traineeId(n), signedOn: '2020-05-09' })),
];

/** How a list stands in the profile, item by item. */
const inProfile = (items, indent) =>
  `\n${items
    .map((item) => {
      const words = Object.entries(item).map(([key, value]) => `${key}: ${value}`);
      return `${indent}- { ${words.join(', ')} }`;
    })
    .join('\n')}`;

/** Headers of the files of lists. */
const HEADERS = {
  id: '编号',
  name: '姓名',
  gender: '性别',
  idNumber: '身份证号',
  role: '类别',
  phone: '联系电话',
  hiredOn: '入职日期',
  enrolledOn: '报名日期',
  firstDay: '首次到训日期',
  kind: '种类',
  person: '签署人',
  signedOn: '签署日期',
};

/** Returns the files of examples/large by their path in it. */
export function largeFiles() {
  const files = new Map();
  const text = profileText((path, items) => {
    const keys = Object.keys(items[0]);
    files.set(path, csvBytes([keys.map((key) => HEADERS[key]), ...items.map((item) => Object.values(item))]));
    return ` ${path}`;
  });
  const everyone = upTo(STAFF).map(staffId);
  files.set('名单/已核查.csv', csvBytes([['人员'], ...everyone.map((id) => [id])]));
  return new Map([
    ['profile.yaml', Buffer.from(text.replace(/( {2}coveredStaff:) .*/, '$1 名单/已核查.csv'))],
    ...files,
  ]);
}

/** Returns the text of the same profile with all lists in it. */
export function largeExample() {
  return profileText((_, items, indent) => inProfile(items, indent));
}

/** The text of the profile. `list` gives what stands behind the key of a list. */
function profileText(list) {
  const everyone = upTo(STAFF).map(staffId).join(', ');
  const teachers = upTo(TEACHERS).map(staffId);
  const classOf = (c) => {
    const trade = TRADES[(c - 1) % TRADES.length];
    const day = firstDayOf(c);
    return [
      `  - id: C${padded(c, 2)}`,
      `    name: ${trade}${c}班`,
      `    trade: ${trade}`,
      '    level: 五级',
      `    room: J${100 + ((c - 1) % CLASSROOMS) + 1}`,
      `    teacher: ${staffId(c)}`,
      `    startDate: ${day}`,
      `    endDate: ${day.replace('-05-', '-06-')}`,
      '    hours: 120',
      '    appraisal: true',
      `    plannedSize: ${TRAINEES}`,
      `    trainees:${list(`名单/C${padded(c, 2)}.csv`, traineesOf(c), '      ')}`,
      '    sessions:',
      `      - { no: 1, date: ${day}, start: 08:30, end: 11:30, topic: 开学第一课：防控知识, epidemic: true }`,
      `      - { no: 2, date: ${day}, start: 14:30, end: 17:30, topic: ${trade}基础 }`,
    ];
  };
  const document = (kind, title) =>
    `  - { kind: ${kind}, title: ${title}, adoptedOn: 2020-04-16, owner: ${otherId(2)} }`;
  const lines = [
    '# yaml-language-server: $schema=../../schemas/profile.schema.json',
    '# 一所虚构的大学校，由 scripts/large-example.mjs 生成，不要手改。人名、号码都是编造的。',
    '# An invented large school, written by scripts/large-example.mjs; do not edit. All people and numbers are made up.',
    'asOf: 2020-05-10',
    '',
    'institution:',
    '  id: example-large',
    '  name: 柳州大样例职业培训学校',
    '  shortName: 大样例学校',
    '  creditCode: 52450200MJX0000002',
    '  address: 柳州市柳南区示例路9号',
    '  district: 柳南区',
    '  legalRepresentative: 张示例',
    '  principal: 李示范',
    '  phone: 13800000000',
    '  approval:',
    '    authority: 柳州市人力资源和社会保障局',
    '    level: 市',
    '    permitNo: 人社民4502000000003号',
    '    validUntil: 2023-12-31',
    '',
    'operation:',
    '  start: 2020-04-20',
    '  weeklyClosed: [周日]',
    '',
    'premises:',
    '  absent: [dormitory]',
    '',
    'leadingGroup:',
    '  establishedOn: 2020-04-13',
    `  firstResponsible: { staff: ${otherId(1)}, position: 主要领导 }`,
    `  mainResponsible: [${[2, 3].map((n) => `{ staff: ${otherId(n)}, position: 分管领导 }`).join(', ')}]`,
    `  directResponsible: [${teachers.join(', ')}]`,
    '  duties:',
    `    - { duty: 信息报告, person: ${otherId(2)} }`,
    `    - { duty: 消毒通风, person: ${otherId(6)} }`,
    `    - { duty: 出入登记, person: ${otherId(7)} }`,
    '',
    'liaison:',
    ...['人社', '卫健', '疾控', '发热门诊', '社区'].map(
      (kind, i) =>
        `  - { kind: ${kind}, organisation: 柳南区示例${kind}单位, contact: 联络${i + 1}, phone: 1380000001${i} }`,
    ),
    '',
    'documents:',
    document('work-plan', '防治工作方案'),
    document('emergency-plan', '疫情应急预案'),
    document('subplan-preopening', '开学前准备工作方案'),
    document('subplan-opening', '开学工作方案'),
    document('subplan-teacher-training', '教师培训工作方案'),
    document('system-reporting', '疫情报告制度'),
    document('system-morning-noon-check', '晨午检制度'),
    document('system-absence-tracing', '因病缺勤登记和病因追踪制度'),
    document('system-health-management', '健康管理制度'),
    document('system-hygiene-disinfection', '卫生检查通报和通风消毒制度'),
    document('system-health-education', '健康教育制度'),
    document('system-supplies-management', '消杀物资管理制度'),
    document('system-daily-zero-report', '日报告零报告制度'),
    document('instant-monitoring', '即时监测制度'),
    '',
    'reporting:',
    '  recipients: [柳南区人力资源和社会保障局, 示例社区居委会]',
    '',
    `staff:${list('名单/教职工.csv', STAFF_LIST, '  ')}`,
    '',
    'classes:',
    ...upTo(CLASSES).flatMap(classOf),
    '',
    'spaces:',
    ...upTo(CLASSROOMS).map(
      (n) =>
        `  - { id: J${100 + n}, name: ${100 + n}教室, kind: classroom, length: 10, width: 9, airConditioning: false, ` +
        'seats: { rows: 7, columns: 7, rowSpacing: 1.2, columnSpacing: 1.1 }, alcoholBottles: 1 }',
    ),
    ...upTo(OFFICES).map((n) => `  - { id: B${padded(n, 2)}, name: ${n}号办公室, kind: office }`),
    ...upTo(8).map((n) => `  - { id: W${n}, name: ${n}号厕所, kind: toilet }`),
    ...upTo(8).map((n) => `  - { id: Z${n}, name: ${n}号走廊, kind: corridor }`),
    '  - { id: G1, name: 隔离室一, kind: isolation }',
    '  - { id: G2, name: 隔离室二, kind: isolation }',
    '  - { id: S1, name: 食堂, kind: canteen }',
    '',
    'entrances:',
    '  - { id: 东门, open: true, checkpoint: true }',
    '  - { id: 西门, open: true, checkpoint: true }',
    '  - { id: 货运门, open: false, checkpoint: false }',
    '',
    'isolationRooms:',
    ...['G1', 'G2'].flatMap((space) => [
      `  - space: ${space}`,
      '    independent: true',
      '    sharedWith: 无',
      '    sharedAirflow: false',
      '    airHandling: none',
      '    ventilation: window',
      '    rulesPosted: true',
      '    ownToilet: true',
      '    ownHandwash: true',
      '    plannedCapacity: 4',
      '    equipment: { beds: 4, thermometers: 4, masks: 80, disinfectant: 4 }',
    ]),
    '',
    'supplies:',
    '  alcohol: { officeBottles: 9, storage: 一号楼物资柜 }',
    '  bleach84:',
    '    storage: 二号楼清洁间',
    '    lots:',
    '      - { count: 40, sizeGrams: 500, expiresOn: 2021-03-01 }',
    '  separation: 60',
    '  sprayers:',
    '    - { type: 背负式, power: 电动, count: 2 }',
    '  masks: { pieces: 2000 }',
    '  thermometerGuns: 12',
    '  ppe: { masks: 10, caps: 10, gloves: 10, shoeCovers: 10, clinicalThermometers: 10 }',
    '  coldMedicine:',
    '    - { name: 感冒颗粒, count: 30, expiresOn: 2021-06-30 }',
    `  keeper: ${otherId(6)}`,
    '  countedOn: 2020-05-03',
    '',
    'hygiene:',
    '  washPoints:',
    ...upTo(8).map((n) => `    - { place: ${n}号厕所, taps: 6, soap: true, sanitizer: true }`),
    '  maskBins:',
    ...upTo(8).map((n) => `    - { id: K${n}, place: ${n}号走廊, labelled: true }`),
    '  vectorControl:',
    '    - { kind: 灭鼠, on: 2020-04-20 }',
    '    - { kind: 灭蚊, on: 2020-04-21 }',
    '    - { kind: 清除卫生死角, on: 2020-04-22 }',
    '',
    'publicityBoards:',
    '  - { location: 东门内侧 }',
    '  - { location: 食堂门口 }',
    '',
    'meals:',
    '  provided: true',
    '  mode: 分餐',
    '  batches:',
    '    - { meal: 午餐, start: 11:30, end: 12:00 }',
    '    - { meal: 午餐, start: 12:00, end: 12:30 }',
    '    - { meal: 午餐, start: 12:30, end: 13:00 }',
    '',
    'lodging:',
    '  provided: false',
    '',
    'fire:',
    '  routes:',
    ...upTo(6).map((n) => `    - { id: ${n}号楼梯, clear: true, checkedOn: 2020-05-03 }`),
    '  floors:',
    ...upTo(4).map((n) => `    - { floor: "${n}", signs: true, maps: true }`),
    '  extinguishers:',
    ...upTo(24).map((n) => `    - { id: F${padded(n, 2)}, type: 干粉, madeOn: 2018-01-10, expiresOn: 2028-01-10 }`),
    '  hazards:',
    ...upTo(10).map((n) => `    - { item: 机构按该文自列的第${n}方面, present: false }`),
    '',
    'healthSurvey:',
    `  owner: ${otherId(2)}`,
    '  from: 2020-04-26',
    '  to: 2020-05-10',
    `  coveredStaff: [${everyone}]`,
    '  reportedTo: 柳南区人力资源和社会保障局',
    '  reportedOn: 2020-05-10',
    '  keyAreas: { source: 国家卫生健康委, editionDate: 2020-05-09, areas: [] }',
    '  returnees: []',
    '',
    'training:',
    '  records:',
    `    - { on: 2020-04-24, topics: [疫情防控方案, 各项制度], attendees: [${everyone}], archiveNo: PX-01 }`,
    `    - { on: 2020-04-26, topics: [个人防护, 消毒知识], attendees: [${everyone}], archiveNo: PX-02 }`,
    '  drills:',
    '    - { on: 2020-04-28, kind: 实战, archiveNo: YL-01 }',
    '',
    `commitments:${list('名单/承诺书.csv', COMMITMENTS, '  ')}`,
    '',
    'selfCheck:',
    '  date: 2020-05-03',
    '  items:',
    ...['组织和制度', '物资储备', '环境卫生和消毒', '隔离室', '消防安全'].map(
      (item) => `    - { item: ${item}, result: 是 }`,
    ),
    '    - { item: 住宿, result: 不适用 }',
    '',
    'application:',
    '  to: { level: 区, area: 柳南区 }',
    '  date: 2020-05-06',
    '  documents:',
    '    - { kind: report, date: 2020-05-06, signed: true, sealed: true }',
    `    - { kind: staff-list, date: 2020-05-06, people: [${everyone}] }`,
    '    - { kind: safety-pledge, date: 2020-05-06, signed: true, sealed: true }',
    '    - { kind: checklist, date: 2020-05-06, signed: true, sealed: true }',
  ];
  return `${lines.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeExample('large', largeFiles());
}
