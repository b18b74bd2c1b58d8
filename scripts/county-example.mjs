/**
 * Writes examples/county/: a county of 20 institutions with a week of logs. Twelve keep to the plan, seven do not, each
 * in its own way, and one stands in the roster but has handed in nothing. bureau.csv is the county's own list. Run it
 * with `node scripts/county-example.mjs`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  csvBytes,
  idNumber,
  PLACES,
  runningProfile,
  STAFF,
  sectionsOf,
  traineesFrom,
  writeExample,
} from './example-logs.mjs';
import { schoolLogs } from './school-logs.mjs';

const COMPLETE = readFileSync(new URL('../examples/complete/profile.yaml', import.meta.url), 'utf8');
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const GIVEN = ['示范', '演示', '样例', '样本', '示意'];
const TRADES = ['电工', '焊工', '钳工', '中式烹调师', '育婴员', '叉车司机', '美容师', '茶艺师', '保育员', '车工'];
const INSTITUTIONS = 20;
const FIRST_DAY = '2020-05-25';
const pad = (n) => String(n).padStart(2, '0');

/** What is wrong with which institution: a change of the profile's text, of the rows of logs, or of bytes. */
const MISTAKES = {
  2: { logs: (logs) => drop(logs, '疫情日报告.csv', (row) => row[0] === '2020-05-28') },
  5: {
    // two readings of a trainee, and nothing came of them
    logs: (logs) => {
      const [, ...rows] = logs.get('晨午检.csv');
      const { 5: name } = rows.find(([, , , , category]) => category === '学员');
      for (const row of rows) if (row[0] === '2020-05-27' && row[5] === name) row.splice(8, 2, ...FEVER);
    },
  },
  8: { profile: (text) => text.replace('expiresOn: 2021-03-01 }', 'expiresOn: 2020-05-01 }') },
  11: { logs: (logs) => drop(logs, '通风记录.csv', (row) => row[0] > '2020-05-26') },
  14: { profile: (text) => text.replace('date: 2020-05-24\n  result', 'date: 2020-05-27\n  result') },
  16: { profile: (text) => text.replace('plannedSize: 30', 'plannedSize: 56') },
  // as a copy that broke off: a quote that nothing closes
  18: { bytes: (files) => breakOff(files, 'logs/出入登记.csv') },
  20: { missing: true },
};

const FEVER = ['38.1', '是'];

function drop(logs, name, isGone) {
  logs.set(
    name,
    logs.get(name).filter((row, i) => i === 0 || !isGone(row)),
  );
}

function breakOff(files, path) {
  const text = files.get(path).toString('utf8');
  const half = text.slice(0, text.lastIndexOf('\r\n', text.length / 2) + 2);
  files.set(path, Buffer.from(`${half}2020-05-28,"07:4`));
}

function staffOf(n) {
  return STAFF.map((person, i) => ({ ...person, name: `${SURNAMES[(n + 3 * i) % SURNAMES.length]}${GIVEN[i]}` }));
}

const idOf = (n) => `LZ${pad(n)}`;
const nameOf = (n) => `柳州示例${pad(n)}职业培训学校`;

function schoolOf(n) {
  const staff = staffOf(n);
  const trade = TRADES[n % TRADES.length];
  return {
    id: idOf(n),
    name: nameOf(n),
    from: FIRST_DAY,
    to: '2020-05-31',
    isOpen: (day) => new Date(day).getUTCDay() !== 0,
    selfCheck: '2020-05-03',
    staff,
    head: staff[1],
    steward: staff[4],
    ...PLACES,
    recipients: '城中区人力资源和社会保障局、示例社区居委会',
    classes: [
      {
        id: 'C1',
        name: `${trade}五级${pad(n)}班`,
        trade,
        level: '五级',
        room: 'J101',
        roomName: '101教室',
        teacher: staff[2],
        firstDay: FIRST_DAY,
        endDate: '2020-06-25',
        trainees: traineesFrom(n, 4, '2020-05-20', FIRST_DAY),
      },
    ],
  };
}

function profileOf(school, n) {
  const sections = sectionsOf(COMPLETE);
  const [head] = school.staff;
  let i = 0;
  const staff = sections
    .get('staff')
    .replace(/name: \S+/g, () => `name: ${school.staff[i++].name}`)
    .replace(/idNumber: \d{6}(\d{8})\S+/g, (_, birthday) => `idNumber: ${idNumber(birthday, 10 * n + i++)}`);
  return runningProfile(school, {
    head: '# 由 scripts/county-example.mjs 生成，不要手改。人名、号码都是编造的。 / Written by scripts/county-example.mjs.\n',
    institution: sections
      .get('institution')
      .replace('example-complete', school.id)
      .replace('柳州示例职业培训学校', school.name)
      .replace('示例学校', `示例${pad(n)}学校`)
      .replace('李示范', head.name)
      .replace('MJX0000000', `MJX00000${pad(n)}`)
      .replace('0001号', `01${pad(n)}号`),
    operation: `operation:\n  start: ${FIRST_DAY}\n  resumedOn: ${FIRST_DAY}\n  weeklyClosed: [周日]\n\n`,
    inspection: 'inspection:\n  date: 2020-05-24\n  result: pass\n  by: 城中区人力资源和社会保障局\n\n',
    extra: {
      staff,
      healthSurvey: sections
        .get('healthSurvey')
        .replace('from: 2020-04-28', 'from: 2020-05-11')
        .replace('to: 2020-05-11', 'to: 2020-05-24')
        .replace('reportedOn: 2020-05-11', 'reportedOn: 2020-05-24')
        .replace('editionDate: 2020-05-10', 'editionDate: 2020-05-23'),
    },
  });
}

/** Returns the files of examples/county by their path in it. */
export function countyExample() {
  const roster = [['编号', '机构名称']];
  const files = new Map();
  for (let n = 1; n <= INSTITUTIONS; n++) {
    const mistake = MISTAKES[n] ?? {};
    roster.push([idOf(n), nameOf(n)]);
    if (mistake.missing) continue;
    const school = schoolOf(n);
    const logs = schoolLogs(school);
    mistake.logs?.(logs);
    const text = profileOf(school, n);
    const own = new Map([['profile.yaml', Buffer.from(mistake.profile?.(text) ?? text)]]);
    for (const [name, rows] of logs) own.set(`logs/${name}`, csvBytes(rows));
    mistake.bytes?.(own);
    for (const [path, bytes] of own) files.set(`${idOf(n)}/${path}`, bytes);
  }
  return files.set('roster.csv', csvBytes(roster)).set('bureau.csv', csvBytes(bureauList()));
}

/** The county's own list: nobody in April; in May one is not inspected, and one was restored too early. */
function bureauList() {
  const rows = [
    [
      '月份',
      '机构名称',
      '地址',
      '法定代表人',
      '电话',
      '许可证号',
      '申请日期',
      '检查日期',
      '检查结果',
      '恢复日期',
      '报送日期',
      '备注',
    ],
    ['2020-04', '无', '', '', '', '', '', '', '', '', '2020-05-09', '本月没有恢复的机构'],
  ];
  for (let n = 1; n <= INSTITUTIONS; n++) {
    const inspected = n === 20 ? ['', '', ''] : [n === 14 ? '2020-05-27' : '2020-05-24', '合格', FIRST_DAY];
    const permit = `人社民45020200001${pad(n)}号`;
    rows.push(['2020-05', nameOf(n), '柳州市城中区示例路1号', '', '', permit, '2020-05-06', ...inspected, '', '']);
  }
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeExample('county', countyExample());
