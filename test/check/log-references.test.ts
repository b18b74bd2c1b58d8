/** Names in the logs that nobody knows: found once each, and not where an honest log has them. */
import { checkLogs, shown } from './check-logs.js';

const PROFILE = `
staff:
  - { id: T01, name: 李示例, role: 教师 }
  - { id: T02, name: 王示例, role: 教师 }
classes:
  - id: C1
    name: 电工一班
    trainees:
      - { id: S01, name: 张示例 }
      - { id: S02, name: 赵示例 }
spaces:
  - { id: R1, name: 101教室, kind: classroom }
hygiene:
  maskBins: [{ id: B1, place: 门口 }]
entrances: [{ id: 东门 }]
appraisals: [{ id: A1, date: 2020-05-08, people: [周示例] }]
offsite: [{ class: C9, venue: { name: 示例厂房 } }]
`;

const found = (files: Readonly<Record<string, string>>, profile: string | undefined = PROFILE): string[] =>
  checkLogs(files, { hints: false, ...(profile === '' ? {} : { profile }) })
    .map(shown)
    .map((each) => each.replace(/: .*$/, ''));

const SESSION = '日期,班级,课次,开始时间,结束时间,教室,教师,内容,防控知识,应到,实到,鉴定';
const VENTILATION = '日期,场所,开窗时间,关窗时间,责任人';

test('names of the profile are known in every spelling', () => {
  const files = {
    session: `${SESSION}\n2020-05-06,电工 一班,1,08:00,11:00,１０１教室,李示例,焊接,是,2,2,\n2020-05-07,C1,2,08:00,11:00,R1,T02,焊接,否,2,2,`,
    ventilation: `${VENTILATION}\n2020-05-06,r1,08:00,08:30,李示例`,
    'mask-bin': '日期,收集点,消毒时间,消毒剂及浓度,收运时间,去向,操作人\n2020-05-06,门口,17:00,84,17:40,清运,李示例',
  };
  expect(found(files).filter((each) => !each.startsWith('info'))).toEqual([]);
});

test('a room, a class and a bin that nobody knows are errors, one for each name and file', () => {
  const files = {
    session: `${SESSION}\n2020-05-06,C1,1,08:00,11:00,R7,李示例,焊接,是,2,2,\n2020-05-07,C7,1,08:00,11:00,R7,李示例,焊接,是,2,2,`,
    ventilation: `${VENTILATION}\n2020-05-06,R7,08:00,08:30,李示例\n2020-05-06,R8,08:00,08:30,李示例`,
    'mask-bin': '日期,收集点,消毒时间,消毒剂及浓度,收运时间,去向,操作人\n2020-05-06,B7,17:00,84,17:40,清运,李示例',
  };
  expect(found(files)).toEqual([
    'error mask-bin:2 input/bin-unknown',
    'error session:2 input/space-unknown',
    'error session:3 input/class-unknown',
    'error ventilation:2 input/space-unknown',
    'error ventilation:3 input/space-unknown',
  ]);
  const [, room] = checkLogs({ session: files.session }, { profile: PROFILE, hints: false }).toReversed();
  expect(room?.cell).toEqual({ letter: 'F', header: { zh: '教室', en: 'room' } });
  expect(room?.params.count).toBe(2);
  expect(room?.location).toMatchObject({ line: 2, column: 29, endColumn: 31 });
});

test('off-site classes and candidates of an appraisal are not of the house', () => {
  const rows = [
    '2020-05-06,C9,1,08:00,11:00,示例厂房,李示例,焊接,是,2,2,',
    '2020-05-07,C9,2,08:00,11:00,三号车间,李示例,焊接,否,2,2,',
    '2020-05-08,外校考生,,08:00,11:00,R1,,鉴定,,2,2,是',
  ];
  // the class itself is not in the list of the profile
  expect(found({ session: [SESSION, ...rows].join('\n') })).toEqual(['error session:2 input/class-unknown']);
});

test('people who are in no list are warned of once a file, but not in the registers that a rule judges', () => {
  const check = '日期,时段,班级/部门,人员类别,姓名,是否出勤,体温,检查人';
  const files = {
    check: [
      check,
      '2020-05-06,晨,C1,学员,张示例,是,36.5,李示例',
      '2020-05-06,晨,C1,学员,钱示例,是,36.5,李示例',
      '2020-05-07,晨,C1,学员,钱示例,是,36.5,李示例',
      '2020-05-07,晨,教务,教职工,孙示例,是,36.5,李示例',
      '2020-05-07,晨,鉴定,考生,吴示例,是,36.5,李示例',
      '2020-05-07,晨,鉴定,学员,周示例,是,36.5,李示例',
      '2020-05-07,晨,C1,,冯示例,是,36.5,李示例',
    ].join('\n'),
    entry:
      '日期,进入时间,离开时间,姓名,人员类别,身份核验,体温,健康码,登记人\n2020-05-06,08:00,,钱示例,学员,是,36.5,绿,李示例',
  };
  expect(found(files)).toEqual([
    'warning check:3 input/person-unknown',
    'warning check:5 input/person-unknown',
    'warning check:8 input/person-unknown',
  ]);
});

test('someone who was let in as a visitor is no unknown person', () => {
  const files = {
    incident: '编号,发现时间,姓名,人员类别,症状,分类\n1,2020-05-06 09:00,郑示例,,咳嗽,症状',
    visitor: '日期,姓名,体温,健康码,进入时间,离开时间,登记人\n2020-05-06,郑示例,36.5,绿,08:00,09:30,李示例',
  };
  expect(found(files).filter((each) => each.includes('person-unknown'))).toEqual([]);
});

test('a teacher who is in no list', () => {
  const files = { session: `${SESSION}\n2020-05-06,C1,1,08:00,11:00,R1,孙示例,焊接,是,2,2,` };
  expect(found(files)).toEqual(['warning session:2 input/person-unknown']);
});

test('a number of the lists with another name is warned of once a file', () => {
  const row = (slot: string, name: string, number: string): string =>
    `2020-05-06,${slot},C1,学员,${name},${number},是,36.5,李示例`;
  const check = [
    '日期,时段,班级/部门,人员类别,姓名,编号,是否出勤,体温,检查人',
    row('晨', '张示例', 'S01'),
    row('晨', '赵 示例（班长）', 'S02'),
    row('午', '张是例', 'S01'),
    row('午', '赵示例', 'S02'),
    row('晚', '张是例', 'S01'),
  ].join('\n');
  expect(found({ check })).toEqual(['warning check:4 input/person-renamed']);
});

test('whom a visitor came to see: someone of the staff, or a post of theirs', () => {
  const row = (host: string): string => `2020-05-06,郑示例,${host},36.5,绿,08:00,09:30,李示例`;
  const files = {
    visitor: [
      '日期,姓名,受访人,体温,健康码,进入时间,离开时间,登记人',
      ...['李示例', '教师', 'T02', '孙示例'].map(row),
    ].join('\n'),
  };
  expect(found(files)).toEqual(['info visitor:5 input/person-unknown']);
});

test('several rooms in a cell of the ventilation, of which all must be known', () => {
  const profile = PROFILE.replace(
    'kind: classroom }',
    'kind: classroom }\n  - { id: R2, name: 102教室, kind: classroom }',
  );
  const row = (rooms: string): string => `2020-05-06,${rooms},08:00,08:30,李示例`;
  const files = { ventilation: [VENTILATION, row('R1、102教室'), row('"R1,R2"'), row('R1、R9')].join('\n') };
  expect(found(files, profile)).toEqual(['error ventilation:4 input/space-unknown']);
});

test('a recorder who is a guard is a remark; two may sign together', () => {
  const files = {
    ventilation: `${VENTILATION}\n2020-05-06,R1,08:00,08:30,保安孙示例\n2020-05-06,R1,09:00,09:30,"李示例、王示例"`,
  };
  expect(found(files)).toEqual(['info ventilation:2 input/recorder-unknown']);
});

test('two people of one name without a number are a remark', () => {
  const profile = PROFILE.replace('{ id: S02, name: 赵示例 }', '{ id: S02, name: 张示例 }');
  const files = { check: '日期,时段,班级/部门,姓名,是否出勤,体温,检查人\n2020-05-06,晨,C1,张示例,是,36.5,李示例' };
  expect(found(files, profile)).toEqual(['info check:2 input/person-ambiguous']);
});

test('the class of the daily health log, whose rows are not kept', () => {
  const files = {
    'health-daily':
      '日期,姓名,人员类别,班级,晨体温,症状\n2020-05-06,张示例,学员,C1,36.5,无\n2020-05-06,赵示例,学员,C8,36.5,无',
  };
  expect(found(files)).toEqual(['error health-daily:3 input/class-unknown']);
});

test('a thing in the ledger that is not known, with or without a profile', () => {
  const files = {
    supplies:
      '日期,品名,规格,单位,结存,存放位置,经办人\n2020-05-06,口罩,50只,盒,5,库房,李示例\n2020-05-06,粉笔,盒,盒,5,库房,李示例',
  };
  expect(found(files)).toEqual(['info supplies:3 input/item-unknown']);
  expect(found(files, '')).toEqual(['info supplies:3 input/item-unknown']);
});

test('without a profile, or where it lists nothing, nobody is unknown', () => {
  const files = { session: `${SESSION}\n2020-05-06,C7,1,08:00,11:00,R7,孙示例,焊接,是,2,2,` };
  expect(found(files, '')).toEqual([]);
  expect(found(files, 'institution: { name: 示例培训学校 }')).toEqual([]);
});

test('a file of another institution is not listed name by name', () => {
  const rows = Array.from({ length: 450 }, (_, i) => `2020-05-06,晨,C1,学员,某示例${i},是,36.5,李示例`);
  const files = { check: ['日期,时段,班级/部门,人员类别,姓名,是否出勤,体温,检查人', ...rows].join('\n') };
  expect(found(files)).toHaveLength(200);
});
