/**
 * Writes a county of institutions that keep to the plan, each with a profile and a month of logs. The same files every
 * time; people and phones are invented.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvBytes, PLACES, runningProfile, STAFF, sectionsOf, traineesFrom } from '../scripts/example-logs.mjs';
import { schoolLogs } from '../scripts/school-logs.mjs';

const FIRST_DAY = '2020-05-25';
const COMPLETE = readFileSync(new URL('../examples/complete/profile.yaml', import.meta.url), 'utf8');
const [, HEAD, ELECTRICIAN, WELDER, STEWARD] = STAFF;
const ROOMS = [
  ['J101', '101教室'],
  ['J102', '102教室'],
];
const CLASS_SIZE = 50;

/** Each has other numbers of trainees than the next, and so files of another length. */
function school(n, trainees, lastDay) {
  const size = trainees + ((7 * n) % 31) - 15;
  const people = traineesFrom(1, size, '2020-05-20', FIRST_DAY);
  const classes = Array.from({ length: Math.ceil(size / CLASS_SIZE) }, (_, i) => {
    const [room, roomName] = ROOMS[i % ROOMS.length];
    return {
      id: `C${i + 1}`,
      name: `电工五级${i + 1}班`,
      trade: '电工',
      level: '五级',
      room,
      roomName,
      teacher: i % 2 ? WELDER : ELECTRICIAN,
      firstDay: FIRST_DAY,
      endDate: '2020-06-30',
      plannedSize: CLASS_SIZE,
      trainees: people.slice(i * CLASS_SIZE, (i + 1) * CLASS_SIZE),
    };
  });
  return {
    id: `LZ${String(n).padStart(4, '0')}`,
    name: `柳州示例${n}职业培训学校`,
    from: FIRST_DAY,
    to: lastDay,
    isOpen: (day) => new Date(day).getUTCDay() !== 0,
    selfCheck: '2020-05-03',
    staff: STAFF,
    head: HEAD,
    steward: STEWARD,
    ...PLACES,
    recipients: '城中区人力资源和社会保障局、示例社区居委会',
    classes,
  };
}

function profileOf(one) {
  const institution = sectionsOf(COMPLETE)
    .get('institution')
    .replace('example-complete', one.id)
    .replace('柳州示例职业培训学校', one.name);
  return runningProfile(one, {
    head: '',
    institution,
    operation: `operation:\n  start: ${FIRST_DAY}\n  resumedOn: ${FIRST_DAY}\n  weeklyClosed: [周日]\n\n`,
    inspection: 'inspection:\n  date: 2020-05-24\n  result: pass\n  by: 城中区人力资源和社会保障局\n\n',
    extra: {
      healthSurvey: sectionsOf(COMPLETE)
        .get('healthSurvey')
        .replace('from: 2020-04-28', 'from: 2020-05-11')
        .replace('to: 2020-05-11', 'to: 2020-05-24')
        .replace('reportedOn: 2020-05-11', 'reportedOn: 2020-05-24')
        .replace('editionDate: 2020-05-10', 'editionDate: 2020-05-23'),
    },
  });
}

/** Writes so many institutions, of about so many trainees, with logs up to the last day, and returns how many rows of logs there are in all. */
export function writeCounty(folder, institutions, { trainees, lastDay }) {
  let rows = 0;
  for (let n = 1; n <= institutions; n++) {
    const one = school(n, trainees, lastDay);
    mkdirSync(join(folder, one.id, 'logs'), { recursive: true });
    writeFileSync(join(folder, one.id, 'profile.yaml'), profileOf(one));
    for (const [name, table] of schoolLogs(one)) {
      rows += table.length - 1;
      writeFileSync(join(folder, one.id, 'logs', name), csvBytes(table));
    }
  }
  return rows;
}
