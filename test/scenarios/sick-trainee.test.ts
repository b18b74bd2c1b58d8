/**
 * A trainee falls ill, is isolated, sent to a fever clinic, reported, missed and cleared before the return: seven logs
 * that tell one story, by the built program. One link broken at a time must be found, where it broke and by its clause.
 */
import { run } from './run.js';

type Files = Readonly<Record<string, readonly string[]>>;

const DAYS = ['2020-05-06', '2020-05-07', '2020-05-08'];

/** The story: 张示例 has fever on the 6th, is at home on the 7th, is cleared on the 8th and comes back that day. */
const STORY: Files = {
  'entry.csv': [
    '日期,进入时间,离开时间,姓名,编号,人员类别,班级/部门,身份核验,体温,健康码,放行,登记人',
    ...DAYS.flatMap((day) => [
      `${day},07:50,17:30,李示例,S01,教职工,教务处,是,36.4,绿,是,赵示例`,
      `${day},08:00,17:10,王示例,T02,学员,C1,是,36.6,绿,是,赵示例`,
    ]),
    '2020-05-06,08:05,09:00,张示例,T01,学员,C1,是,36.9,绿,是,赵示例',
    '2020-05-08,08:05,17:10,张示例,T01,学员,C1,是,36.5,绿,是,赵示例',
  ],
  'check.csv': [
    '日期,时段,检查时间,班级/部门,人员类别,姓名,编号,是否出勤,体温,发热,干咳,乏力,缺勤原因,处理措施,检查人',
    ...DAYS.flatMap((day) =>
      ['晨,08:20', '午,13:30'].map((slot) => `${day},${slot},C1,学员,王示例,T02,是,36.5,否,否,否,,,李示例`),
    ),
    '2020-05-06,晨,08:21,C1,学员,张示例,T01,是,37.8,是,否,否,,送隔离室,李示例',
    '2020-05-06,午,13:31,C1,学员,张示例,T01,否,,,,,病假,,李示例',
    '2020-05-07,晨,08:21,C1,学员,张示例,T01,否,,,,,病假,,李示例',
    '2020-05-07,午,13:31,C1,学员,张示例,T01,否,,,,,病假,,李示例',
    '2020-05-08,晨,08:21,C1,学员,张示例,T01,是,36.5,否,否,否,,,李示例',
    '2020-05-08,午,13:31,C1,学员,张示例,T01,是,36.6,否,否,否,,,李示例',
  ],
  'isolation.csv': [
    '日期,姓名,人员类别,隔离室,进入时间,进入体温,症状,发病时间,观察人,通知联系人时间,离开时间,离开体温,去向,房间消毒时间,记录人',
    '2020-05-06,张示例,学员,G1,08:25,37.8,发热,08:20,李示例,08:30,08:55,37.9,发热门诊,09:30,李示例',
  ],
  'incident.csv': [
    '编号,发现时间,姓名,人员类别,症状,体温,分类,负责人到场时间,送诊时间,医疗机构,诊断结果,密接排查人数,配合调查情况,报属地人社时间,报属地指挥部时间,是否停训,结案日期',
    'A1,2020-05-06 08:21,张示例,学员,发热,37.8,症状,2020-05-06 08:30,2020-05-06 08:55,示例医院发热门诊,普通感冒,0,,2020-05-06 08:40,2020-05-06 08:45,否,2020-05-08',
  ],
  'absence.csv': [
    '日期,姓名,班级/部门,人员类别,缺勤类型,发病日期,主要症状,体温,是否就诊,就诊医院,诊断,病因,追踪日期,追踪情况,转归,返训日期,追踪人',
    '2020-05-06,张示例,C1,学员,病假,2020-05-06,发热,37.8,是,示例医院,普通感冒,受凉,2020-05-07,已退热,治愈,2020-05-08,李示例',
  ],
  'daily-report.csv': [
    '日期,单位,教职工应到,教职工实到,学员应到,学员实到,因病缺勤,发热,其他症状,隔离观察,送诊,重点地区及境外返柳,密切接触,疑似,确诊,零报告,报送单位,填报人,填报时间',
    '2020-05-06,示例学校,1,1,2,1,1,1,0,1,1,0,0,0,0,否,城中区人社局,李示例,2020-05-06 17:30',
    '2020-05-07,示例学校,1,1,2,1,1,0,0,0,0,0,0,0,0,否,城中区人社局,李示例,2020-05-07 17:30',
    '2020-05-08,示例学校,1,1,2,2,0,0,0,0,0,0,0,0,0,是,城中区人社局,李示例,2020-05-08 17:30',
  ],
  'clearance.csv': [
    '姓名,班级/部门,疾病或症状,发病日期,康复日期,出具单位,出具日期,结论,查验人,返回日期',
    '张示例,C1,发热,2020-05-06,2020-05-07,城中区疾病预防控制中心,2020-05-08,无传染性,李示例,2020-05-08',
  ],
};

/** The rules that the seven logs decide between them. */
async function found(files: Files): Promise<string[]> {
  const texts = Object.entries(files).map(([name, lines]) => [`logs/${name}`, `${lines.join('\n')}\n`]);
  const argv = ['lint', 'logs', '--as-of', '2020-05-09', '-f', 'json', '--no-hints'];
  const { stdout, stderr } = await run(argv, { files: Object.fromEntries(texts) });
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as {
    institutions: [{ findings: { rule: string; severity: string; file: string; line: number }[] }];
  };
  const all = report.institutions[0].findings.filter(({ severity }) => severity !== 'info');
  return all.map(({ rule, file, line }) => `${file.replace('logs/', '')}:${line} ${rule}`);
}

test('the whole story is in order', async () => {
  expect(await found(STORY)).toEqual([]);
});

/** The story with a line of a log changed, or left out. */
function broken(name: string, line: number, from: string, to?: string): Files {
  const lines = STORY[name] ?? [];
  const old = lines[line - 1] ?? '';
  const changed = to === undefined ? [] : [old.replace(from, to)];
  if (changed[0] === old || !old.includes(from)) throw new Error(`${name}:${line} stays as it is`);
  return { ...STORY, [name]: lines.toSpliced(line - 1, 1, ...changed) };
}

const header = (name: string): Files => ({ ...STORY, [name]: (STORY[name] ?? []).slice(0, 1) });

const CHECK = 'check.csv';
const REPORT = 'daily-report.csv';

test.each<[string, Files, readonly string[]]>([
  [
    'no row of the isolation room',
    header('isolation.csv'),
    ['check.csv:8 isolation-record-kept', 'daily-report.csv:2 isolation-record-kept'],
  ],
  [
    'no incident',
    header('incident.csv'),
    ['check.csv:8 symptomatic-reported', 'check.csv:8 symptomatic-to-fever-clinic'],
  ],
  [
    'the clinic is not named',
    broken('incident.csv', 2, ',示例医院发热门诊,', ',,'),
    ['incident.csv:2 symptomatic-to-fever-clinic'],
  ],
  [
    'sent there after three hours',
    broken('incident.csv', 2, '2020-05-06 08:55', '2020-05-06 11:30'),
    ['incident.csv:2 symptomatic-to-fever-clinic'],
  ],
  ['HR&SS not told', broken('incident.csv', 2, '2020-05-06 08:40', ''), ['incident.csv:2 symptomatic-reported']],
  ['the command not told', broken('incident.csv', 2, '2020-05-06 08:45', ''), ['incident.csv:2 symptomatic-reported']],
  [
    'no fever reported',
    broken(REPORT, 2, '1,1,1,0,1,1', '1,1,0,0,1,1'),
    ['daily-report.csv:2 report-not-concealed-or-false'],
  ],
  [
    'no isolation reported',
    broken(REPORT, 2, '1,1,1,0,1,1', '1,1,1,0,0,1'),
    ['daily-report.csv:2 report-not-concealed-or-false'],
  ],
  [
    'nobody reported as referred',
    broken(REPORT, 2, '1,1,1,0,1,1', '1,1,1,0,1,0'),
    ['daily-report.csv:2 report-not-concealed-or-false'],
  ],
  [
    'a nil report of that day, false four times',
    broken(REPORT, 2, '1,1,1,0,1,1,0,0,0,0,否', '1,0,0,0,0,0,0,0,0,0,是'),
    Array(4).fill('daily-report.csv:2 report-not-concealed-or-false'),
  ],
  ['no report of that day', broken(REPORT, 2, '2020'), ['daily-report.csv:1 daily-zero-report']],
  [
    'the report a day late',
    broken(REPORT, 2, '2020-05-06 17:30', '2020-05-07 09:00'),
    ['daily-report.csv:2 report-not-late'],
  ],
  [
    'the day at home reported as no sickness',
    broken(REPORT, 3, '2,1,1,0', '2,1,0,0'),
    ['daily-report.csv:3 report-not-concealed-or-false', 'daily-report.csv:3 input/contradiction'],
  ],
  [
    'no row of the absence',
    header('absence.csv'),
    ['check.csv:9 absence-registered', 'check.csv:10 absence-registered'],
  ],
  ['no clearance', header('clearance.csv'), ['entry.csv:9 return-clearance']],
  [
    'cleared by a hospital only',
    broken('clearance.csv', 2, '城中区疾病预防控制中心', '示例医院'),
    ['clearance.csv:2 return-clearance'],
  ],
  [
    'cleared after the return',
    broken('clearance.csv', 2, '2020-05-08,无传染性', '2020-05-09,无传染性'),
    ['clearance.csv:2 return-clearance'],
  ],
  [
    'back a day before',
    broken('entry.csv', 9, '2020-05-08', '2020-05-07'),
    [
      'check.csv:12 entry-identity-temp-register',
      'check.csv:12 entry-monitoring-continuous',
      'entry.csv:9 return-clearance',
    ],
  ],
  [
    'sent back to class with fever',
    broken('isolation.csv', 2, '发热门诊', '返回'),
    ['isolation.csv:2 input/contradiction'],
  ],
  [
    'not in the register on the day of the return',
    broken('entry.csv', 9, '2020'),
    ['check.csv:12 entry-identity-temp-register', 'check.csv:12 entry-monitoring-continuous'],
  ],
  ['fever not ticked at 37.8', broken(CHECK, 8, ',是,否,否,,送', ',否,否,否,,送'), ['check.csv:8 input/contradiction']],
  [
    'absent with a temperature',
    broken(CHECK, 9, '否,,,,,病假', '否,36.5,,,,病假'),
    ['check.csv:9 input/contradiction'],
  ],
  ['not asked for at noon', broken(CHECK, 9, '2020'), ['check.csv:8 morning-noon-check-run']],
  [
    'present in class on the day at home',
    broken(CHECK, 10, '否,,,,,病假,', '是,36.5,否,否,否,,'),
    [
      'check.csv:10 entry-identity-temp-register',
      'check.csv:10 entry-monitoring-continuous',
      'check.csv:10 return-clearance',
    ],
  ],
  [
    "the fever written with another's number",
    broken(CHECK, 8, '张示例,T01', '张示例,T02'),
    [
      'check.csv:8 isolation-record-kept',
      'check.csv:8 symptomatic-reported',
      'check.csv:8 symptomatic-to-fever-clinic',
      'daily-report.csv:2 report-not-omitted-or-under',
      'entry.csv:5 return-clearance',
    ],
  ],
])('%s', async (_, files, expected) => {
  expect((await found(files)).sort()).toEqual([...expected].sort());
});
