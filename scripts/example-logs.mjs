/**
 * Writes examples/running/: the school of examples/complete a month on, inspected and running, with the logs of that
 * month. The same bytes every time; a test compares them with the files. Run it with `node scripts/example-logs.mjs`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { addDays, schoolLogs } from './school-logs.mjs';

const ROOT = new URL('../examples/', import.meta.url);
/** The one that an old export wrote; the others are as Excel and WPS write "CSV UTF-8". */
const IN_GB18030 = '通风记录.csv';

/** Returns the sections of a profile by their key, in order, each with the comments above it. */
export function sectionsOf(text) {
  const sections = new Map();
  let above = '';
  for (const part of text.split(/^(?=[#a-zA-Z])/m)) {
    const key = /^([a-zA-Z]\w*):/.exec(part)?.[1];
    if (key === undefined) above += part;
    else {
      sections.set(key, above + part);
      above = '';
    }
  }
  return sections;
}

const pad = (n, width = 2) => String(n).padStart(width, '0');

/** An ID number of no place of the country, with its check digit. */
export function idNumber(birthday, order) {
  const digits = `999999${birthday}${pad(order % 1000, 3)}`;
  const sum = [...digits].reduce((all, digit, i) => all + Number(digit) * (2 ** (17 - i) % 11), 0);
  return digits + '10X98765432'[sum % 11];
}

const SURNAMES = '孙钱赵何吕施张孔曹严华金魏陶姜';
const NAMES = ['学员', '示例', '样本', '演示'];

/** Returns invented trainees from number `first` on. */
export function traineesFrom(first, count, enrolledOn, firstDay) {
  return Array.from({ length: count }, (_, i) => {
    const n = first + i;
    const name = `${SURNAMES[(n - 1) % SURNAMES.length]}${NAMES[Math.floor((n - 1) / SURNAMES.length) % NAMES.length]}`;
    return {
      id: `T${pad(n, 3)}`,
      name: name + (n > SURNAMES.length * NAMES.length ? pad(n, 3) : ''),
      gender: n % 2 === 0 ? '女' : '男',
      idNumber: idNumber(`1995${pad((n % 12) + 1)}${pad((n % 28) + 1)}`, n),
      phone: `1380000${pad(2000 + n, 4)}`,
      enrolledOn,
      firstDay,
    };
  });
}

/** Returns the text of the section `classes`. */
export function classesText(classes) {
  const lines = classes.flatMap((each) => [
    `  - id: ${each.id}`,
    `    name: ${each.name}`,
    `    trade: ${each.trade}`,
    `    level: ${each.level}`,
    `    room: ${each.room}`,
    `    teacher: ${each.teacher.id}`,
    `    startDate: ${each.firstDay}`,
    `    endDate: ${each.endDate}`,
    '    hours: 120',
    '    appraisal: true',
    `    plannedSize: ${each.plannedSize ?? 30}`,
    '    trainees:',
    ...each.trainees.map(
      (one) =>
        `      - { id: ${one.id}, name: ${one.name}, gender: ${one.gender}, idNumber: ${one.idNumber}, ` +
        `phone: ${one.phone}, enrolledOn: ${one.enrolledOn}, firstDay: ${one.firstDay}, transport: 步行, healthCode: 绿 }`,
    ),
    '    sessions:',
    `      - { no: 1, date: ${each.firstDay}, start: 08:30, end: 11:30, topic: 开学第一课：防控知识, epidemic: true }`,
    `      - { no: 2, date: ${each.firstDay}, start: 14:30, end: 17:00, topic: 安全生产 }`,
  ]);
  return `classes:\n${lines.join('\n')}\n\n`;
}

/** The staff of examples/complete, as its profile has them. */
export const STAFF = [
  { id: 'S01', name: '李示范', position: '校长室' },
  { id: 'S02', name: '周演示', position: '副校长' },
  { id: 'S03', name: '吴样例', position: '电工教研组' },
  { id: 'S04', name: '郑样本', position: '焊工教研组' },
  { id: 'S05', name: '王示意', position: '总务' },
];
const [, HEAD, ELECTRICIAN, WELDER, STEWARD] = STAFF;

/** Rooms and bins of examples/complete. */
export const PLACES = {
  classrooms: ['101教室', '102教室', '201理论教室', '202实训室'],
  bins: ['K1', 'K2'],
};

/** What the logs are written from. */
export function runningSchool() {
  return {
    name: '柳州示例职业培训学校',
    from: '2020-04-27',
    to: '2020-05-29',
    isOpen: (day) => !(day >= '2020-05-01' && day <= '2020-05-05') && new Date(day).getUTCDay() !== 0,
    selfCheck: '2020-05-03',
    staff: STAFF,
    head: HEAD,
    steward: STEWARD,
    ...PLACES,
    recipients: '城中区人力资源和社会保障局、示例社区居委会',
    classes: [
      {
        id: 'C1',
        name: '电工四级1班',
        trade: '电工',
        level: '四级',
        room: 'J101',
        roomName: '101教室',
        teacher: ELECTRICIAN,
        firstDay: '2020-05-12',
        endDate: '2020-06-12',
        trainees: traineesFrom(1, 8, '2020-05-06', '2020-05-12'),
      },
      {
        id: 'C2',
        name: '焊工五级1班',
        trade: '焊工',
        level: '五级',
        room: 'J102',
        roomName: '102教室',
        teacher: WELDER,
        firstDay: '2020-05-18',
        endDate: '2020-06-18',
        trainees: traineesFrom(9, 6, '2020-05-11', '2020-05-18'),
      },
    ],
    // a cold, three days at home, traced to the end
    sick: { person: 'T005', from: '2020-05-20', days: 3, symptom: '咳嗽', diagnosis: '普通感冒' },
    visits: [{ day: '2020-05-21', name: '张示例', org: '示例消防器材公司', purpose: '检修灭火器' }],
  };
}

/** Returns the text of the profile of a running school, made from that of examples/complete. */
export function runningProfile(school, { head, institution, operation, inspection, extra = {} }) {
  const sections = sectionsOf(readFileSync(new URL('complete/profile.yaml', ROOT), 'utf8'));
  sections.delete('offsite');
  sections.set('asOf', `${head}asOf: ${addDays(school.to, 1)}\n\n`);
  if (institution) sections.set('institution', institution);
  sections.set('operation', operation);
  sections.set('spaces', sections.get('spaces').replace(/(kind: classroom, )/g, '$1airConditioning: false, '));
  sections.set('classes', classesText(school.classes));
  sections.set('meals', sections.get('meals').replace(/ {2}batches:[\s\S]*$/, mealsText(school)));
  sections.set(
    'commitments',
    sections.get('commitments').trimEnd() +
      school.classes
        .flatMap(({ firstDay, trainees }) =>
          trainees.map(({ id }) => `\n  - { kind: trainee, person: ${id}, signedOn: ${firstDay} }`),
        )
        .join('') +
      '\n\n',
  );
  sections.set('inspection', inspection);
  for (const [key, text] of Object.entries(extra)) sections.set(key, text);
  return `${[...sections.values()].join('').trimEnd()}\n`;
}

function mealsText({ classes }) {
  const [first, second = first] = classes;
  return [
    '  batches:',
    `    - { meal: 午餐, start: 11:40, end: 12:10, classes: [${first.id}] }`,
    `    - { meal: 午餐, start: 12:20, end: 12:50, classes: [${second.id}] }`,
    '',
    '',
  ].join('\n');
}

/** Returns the files of examples/running by their path in it. */
export function runningExample() {
  const school = runningSchool();
  const complete = readFileSync(new URL('complete/profile.yaml', ROOT), 'utf8');
  const profile = runningProfile(school, {
    head: [
      '# yaml-language-server: $schema=../../schemas/profile.schema.json',
      '# examples/complete 那所学校，检查合格、恢复培训以后；由 scripts/example-logs.mjs 生成，不要手改。',
      '# The school of examples/complete once inspected and running; written by scripts/example-logs.mjs, do not edit.',
      '',
    ].join('\n'),
    institution: sectionsOf(complete).get('institution').replace('example-complete', 'example-running'),
    operation: sectionsOf(complete).get('operation').replace('\n  closed', '\n  resumedOn: 2020-05-12\n  closed'),
    inspection: 'inspection:\n  date: 2020-05-11\n  result: pass\n  by: 城中区人力资源和社会保障局\n\n',
  });
  const files = new Map([['profile.yaml', Buffer.from(profile)]]);
  for (const [name, rows] of schoolLogs(school)) files.set(`logs/${name}`, csvBytes(rows, name === IN_GB18030));
  return files;
}

/** Returns the bytes of a CSV as office programs write them. */
export function csvBytes(rows, inGb18030 = false) {
  const text = rows.map((cells) => `${cells.join(',')}\r\n`).join('');
  return inGb18030 ? iconv.encode(text, 'gb18030') : Buffer.from(`\ufeff${text}`);
}

/** Writes files below examples/. */
export function writeExample(name, files) {
  for (const [path, bytes] of files) {
    const url = new URL(`${name}/${path}`, ROOT);
    mkdirSync(new URL('.', url), { recursive: true });
    writeFileSync(url, bytes);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeExample('running', runningExample());
