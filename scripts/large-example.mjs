/**
 * Writes examples/large/profile.yaml: an invented school of 12 classrooms, 60 staff and 20 classes of 40 trainees, which
 * meets everything of its stage. For trying speed and output on a profile as large as they come. The same text every
 * time; a test compares it with the file. Run it with `node scripts/large-example.mjs`.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CLASSROOMS = 12;
const OFFICES = 18;
const STAFF = 60;
const TEACHERS = 44;
const CLASSES = 20;
const TRAINEES = 40;
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const GIVEN = '示范样例演练试验模拟';
const TRADES = ['电工', '焊工', '钳工', '中式烹调师', '育婴员', '叉车司机', '美容师', '茶艺师'];

const upTo = (length) => Array.from({ length }, (_, i) => i + 1);
const padded = (n, width) => String(n).padStart(width, '0');
const staffId = (n) => `S${padded(n, 3)}`;
const traineeId = (n) => `T${padded(n, 4)}`;
/** An invented name, the same for the same number. */
const nameOf = (n) =>
  `${SURNAMES[n % SURNAMES.length]}${GIVEN[n % GIVEN.length]}${GIVEN[Math.floor(n / GIVEN.length) % GIVEN.length]}`;
/** A number of no place of the country, so of nobody. */
const idNumber = (n, year) =>
  `999999${year + (n % 20)}${padded((n % 12) + 1, 2)}${padded((n % 28) + 1, 2)}${padded(n, 4)}`;

/** Returns the text of the profile. */
export function largeExample() {
  const everyone = upTo(STAFF).map(staffId).join(', ');
  const teachers = upTo(TEACHERS).map(staffId);
  const classOf = (c) => {
    const trade = TRADES[(c - 1) % TRADES.length];
    const day = padded(11 + ((c - 1) % 5), 2);
    return [
      `  - id: C${padded(c, 2)}`,
      `    name: ${trade}${c}班`,
      `    trade: ${trade}`,
      '    level: 五级',
      `    room: J${100 + ((c - 1) % CLASSROOMS) + 1}`,
      `    teacher: ${staffId(c)}`,
      `    startDate: 2020-05-${day}`,
      `    endDate: 2020-06-${day}`,
      '    hours: 120',
      '    appraisal: true',
      `    plannedSize: ${TRAINEES}`,
      '    trainees:',
      ...upTo(TRAINEES).map((k) => {
        const n = (c - 1) * TRAINEES + k;
        const words = [
          `id: ${traineeId(n)}`,
          `name: ${nameOf(n)}`,
          `gender: ${n % 2 === 0 ? '女' : '男'}`,
          `idNumber: ${idNumber(n, 1980)}`,
          `enrolledOn: 2020-04-${padded((n % 10) + 20, 2)}`,
          `firstDay: 2020-05-${day}`,
        ];
        return `      - { ${words.join(', ')} }`;
      }),
      '    sessions:',
      `      - { no: 1, date: 2020-05-${day}, start: 08:30, end: 11:30, topic: 开学第一课：防控知识, epidemic: true }`,
      `      - { no: 2, date: 2020-05-${day}, start: 14:30, end: 17:30, topic: ${trade}基础 }`,
    ];
  };
  const document = (kind, title) =>
    `  - { kind: ${kind}, title: ${title}, adoptedOn: 2020-04-16, owner: ${staffId(46)} }`;
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
    `  firstResponsible: { staff: ${staffId(45)}, position: 主要领导 }`,
    `  mainResponsible: [${staffId(46)}, ${staffId(47)}]`,
    `  directResponsible: [${teachers.join(', ')}]`,
    '  duties:',
    `    - { duty: 信息报告, person: ${staffId(46)} }`,
    `    - { duty: 消毒通风, person: ${staffId(50)} }`,
    `    - { duty: 出入登记, person: ${staffId(51)} }`,
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
    'staff:',
    ...upTo(STAFF).map((n) => {
      const role = n <= TEACHERS ? '教师' : n <= 49 ? '管理' : '后勤';
      const words = [
        `id: ${staffId(n)}`,
        `name: ${nameOf(n + 900)}`,
        `idNumber: ${idNumber(n + 900, 1965)}`,
        `role: ${role}`,
        `phone: 138000000${padded(20 + n, 2)}`,
        `hiredOn: 201${n % 10}-03-01`,
      ];
      return `  - { ${words.join(', ')} }`;
    }),
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
    `  keeper: ${staffId(50)}`,
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
    `  owner: ${staffId(46)}`,
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
    'commitments:',
    ...upTo(STAFF).map((n) => `  - { kind: staff, person: ${staffId(n)}, signedOn: 2020-05-04 }`),
    ...upTo(CLASSES * TRAINEES).map((n) => `  - { kind: trainee, person: ${traineeId(n)}, signedOn: 2020-05-09 }`),
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
  writeFileSync(new URL('../examples/large/profile.yaml', import.meta.url), largeExample());
}
