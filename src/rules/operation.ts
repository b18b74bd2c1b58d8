/** 五、开展培训鉴定: what is kept up while training runs. Items with a check of their own stand in operation-*.ts. */
import type { Logs, PersonDay } from '../logs/logs.js';
import type { Person } from '../logs/people.js';
import { FLAG } from '../logs/streamed.js';
import { flagsOfMark } from '../logs/summary.js';
import { type Rule, rule, type Unless } from './rule.js';
import { boarders } from './shared/boarders.js';
import { covers, disinfectedByDay } from './shared/disinfection.js';
import { newTrainees } from './shared/new-trainees.js';
import { offsiteSessions } from './shared/offsite.js';
import { isLeavingKept, openStays } from './shared/register.js';
import { surveyFaults, surveysOf } from './shared/survey.js';
import { asksTransport } from './shared/transport.js';
import { uncertainPeople } from './shared/uncertain-people.js';
import { isUnreadable } from './shared/unreadable.js';

const entryExitStatistics = rule({
  id: 'entry-exit-statistics',
  clauses: ['五（一）'],
  ground: '二',
  groundPart: 'etc',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['lodging'], logs: ['L1', 'L3', 'L19b'] },
  title: { zh: '人员进出统计', en: 'Entry and exit statistics' },
  demand: { zh: '做好人员进出的统计', en: 'Keep statistics of people coming in and going out' },
  advice: {
    zh: '出入登记表逐人填进入时间和离开时间',
    en: 'Enter the time of arrival and of leaving for everyone in the register',
  },
  reading: {
    zh: '进出以进入时间和离开时间为凭；一整天没有一个离开时间为不符合，个别人没有只提醒；住宿的人和核对当天不算',
    en: 'times of arrival and of leaving show it; a day without any time of leaving fails, single rows without one only warn; boarders and the day of the check are exempt',
  },
  messages: {
    noColumn: {
      zh: '出入登记没有“离开时间”这一列，看不出谁离开了',
      en: 'the entry register has no column "time_out", so that nobody can see who left',
    },
    noneLeft: { zh: '{day} 没有一个人登记离开时间', en: 'on {day} no time of leaving is registered for anyone' },
    someOpen: {
      zh: '{day} 有 {count} 人没有登记离开时间',
      en: 'on {day} {count} {count:person has|people have} no time of leaving',
    },
  },
  *logs({ logs, profile }) {
    if (!logs.has('entry')) {
      yield { notGiven: ['entry'] };
      return;
    }
    if (!isLeavingKept(logs)) yield { notRun: 'noColumn' };
    const isBoarder = boarders(logs, profile);
    const isOpen = openStays(logs);
    const open = new Set(logs.openDays);
    for (const day of logs.calendarDays) {
      let first: PersonDay | undefined;
      const people = new Set<Person>();
      logs.eachOn('entry', day, (person, flags, mark) => {
        if ((flags & FLAG.present) === 0 || isBoarder(person, day)) return;
        if (!isOpen(flags, mark)) return;
        first ??= mark();
        people.add(person);
      });
      if (!first) continue;
      if (open.has(day) && !someoneLeft(logs, day)) {
        yield { mark: first, message: 'noneLeft', params: { day }, key: day, unless: ANY_ROW };
      } else {
        const params = { day, count: people.size };
        yield { mark: first, message: 'someOpen', severity: 'warning', params, key: day, unless: ANY_ROW };
      }
    }
  },
});

/** Who is there on the next day is a boarder: rows of other days count too. */
const ANY_ROW = { anyDay: true } as const satisfies Unless;

/** Whether the register has a time of leaving on the day, whoever it is that left. */
function someoneLeft(logs: Logs, day: string): boolean {
  return logs.files.some(
    ({ log, days }) =>
      log.kind === 'entry' && days.get(day)?.marks.some((mark) => (flagsOfMark(mark) & FLAG.left) !== 0) === true,
  );
}

const newTrainee14DayHistory = rule({
  id: 'new-trainee-14day-history',
  clauses: ['五（一）'],
  ground: '二',
  groundPart: 'health',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['classes', 'operation.resumedOn'], logs: ['L1', 'L5'] },
  title: { zh: '新学员14天情况', en: '14 days of new trainees' },
  demand: {
    zh: '对新学员14天内的健康状况、假期出行和聚餐情况作记录',
    en: 'The health, holiday travel and group meals of new trainees within 14 days are recorded',
  },
  advice: {
    zh: '新学员到训之前填好14天情况调查，三项都要填',
    en: 'Fill in the 14-day survey before a new trainee arrives, all three parts of it',
  },
  reading: {
    zh: '14天指首次到训前一天往回数14天，到训当天不算；没有填首次到训日期的按第一次进入登记，还没有开的班按开班日期；恢复培训当天或以后到训的算新学员',
    en: 'the 14 days end on the day before the first day present, which itself is not counted; where the profile has none, it is that of the first entry, of a class to come its start; whoever first comes on or after the day of resumption is new',
  },
  limits: ['historyDays'],
  messages: {
    noRow: {
      zh: '班级 {class} 的这名新学员 {day} 到训，调查表里没有',
      en: 'this new trainee of class {class} first came on {day} and has no row in the survey',
    },
    incomplete: {
      zh: '调查起止、健康、出行、聚餐、核查日期没有填全',
      en: 'the days, health, travel, group meals or day of checking are not filled in',
    },
    beginsLate: {
      zh: '调查从 {from} 起，{day} 到训，须从 {first} 起，满 {days} 天',
      en: 'the survey begins on {from}; with {day} as first day present it must begin on {first}, to span {days} days',
    },
    endsEarly: {
      zh: '调查到 {to} 止，{day} 到训，须查到 {last}',
      en: 'the survey ends on {to}; with {day} as first day present it must run to {last}',
    },
    gap: { zh: '调查的日子中间有空缺', en: 'days in between are missing in the survey' },
    checkedLate: {
      zh: '{checked} 才核查，{day} 已到训',
      en: 'checked on {checked}, after the first day present, {day}',
    },
    noneNew: { zh: '恢复培训以后没有新学员', en: 'there are no new trainees since the resumption' },
  },
  *logs({ logs, profile, limits, asOf }) {
    if (!profile) {
      yield { notGiven: ['profile'] };
      return;
    }
    const trainees = newTrainees(logs, profile, asOf);
    if (trainees.length === 0) {
      yield { notApplicable: 'noneNew' };
      return;
    }
    const firstDays = trainees.map(({ first = '' }) => first).sort();
    if (firstDays.every((day) => day > asOf)) {
      yield { notYet: firstDays[0] };
      return;
    }
    if (!logs.has('history14')) {
      yield { notGiven: ['history14'] };
      return;
    }
    const surveys = surveysOf(logs);
    const uncertain = uncertainPeople(logs, ['history14', 'entry']);
    const columns = ['health', 'travel', 'meals', 'verified_on'] as const;
    for (const { people, path, class: id, first: day } of trainees) {
      if (day === undefined || day > asOf || people.some((person) => uncertain.has(person))) continue;
      const rows = people.flatMap((person) => surveys.get(person) ?? []);
      if (rows.length === 0) {
        yield { at: path, message: 'noRow', params: { class: id, day } };
        continue;
      }
      const wanted = { day, days: limits.historyDays, asOf, columns };
      const faults = surveyFaults(rows, wanted);
      yield* faults;
      const late = rows.find(({ verified_on: checked = '' }) => checked > day);
      if (faults.length > 0 || !late) continue;
      const inTime = rows.filter(({ verified_on: checked = '' }) => checked <= day);
      if (inTime.length > 0 && surveyFaults(inTime, wanted).length === 0) continue;
      const params = { checked: late.verified_on ?? '', day };
      yield { row: late, column: 'verified_on', message: 'checkedLate', params, unless: { anyDay: true } };
    }
    if (trainees.some(({ first }) => first === undefined)) yield { notGiven: ['entry'] };
  },
});

const venueDisinfectionDaily = rule({
  id: 'venue-disinfection-daily',
  clauses: ['五（二）'],
  ground: '二',
  groundPart: 'environment',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['spaces', 'classes', 'offsite'], logs: ['L8', 'L17'] },
  title: { zh: '场所每天消毒', en: 'Daily disinfection of venues' },
  demand: {
    zh: '培训鉴定场所必须消毒，每天一次',
    en: 'Training and assessment venues must be disinfected, once a day',
  },
  advice: {
    zh: '用过的教室和鉴定场所当天消毒，并登记到房间或全场',
    en: 'Disinfect rooms on the day they are used and log it for the room or for the whole site',
  },
  reading: {
    zh: '查当天用过的房间，有一次即可；全校、全院和没有指明某一处的“全面”算全场；机构外上的课不算',
    en: 'the rooms in use that day are looked at, once or more; a row for the whole site covers every room, and so does one for everything that names no single room; sessions off site are left out',
  },
  messages: {
    none: {
      zh: '{room} {day} 用过，当天没有消毒记录',
      en: '{room} was used on {day} and has no record of disinfection',
    },
  },
  *logs({ logs, profile }) {
    if (!logs.has('session') || !logs.has('disinfection')) {
      yield { notGiven: [logs.has('session') ? 'disinfection' : 'session'] };
      return;
    }
    const judged = new Set(logs.calendarDays);
    const kinds = new Map(profile?.spaces?.map(({ id, name, kind }) => [id ?? name, kind]));
    const byDay = disinfectedByDay(logs, profile);
    const isOffsite = offsiteSessions(profile, logs.names);
    const seen = new Set<string>();
    for (const row of logs.rows('session')) {
      const { date: day } = row;
      if (day === undefined || row.room === undefined || !judged.has(day) || isOffsite(row)) continue;
      const room = logs.names.space(row.room);
      const key = `${day} ${room}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (byDay.get(day)?.some((each) => covers(each, room, kinds.get(room)))) continue;
      const params = { room, day };
      const unless = { kinds: ['disinfection'] } as const;
      yield { row, column: 'room', message: 'none', params, key, about: 'disinfection', unless };
    }
  },
});

const NOT_ASKED = { zh: '每日健康监测没有“交通方式”一列', en: 'the daily health log has no column for transport' };

const avoidPublicTransport = rule({
  id: 'avoid-public-transport',
  clauses: ['五（九）'],
  severity: 'info',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L4'] },
  title: { zh: '少乘公共交通', en: 'Little public transport' },
  demand: {
    zh: '参加培训鉴定尽量不乘公共交通工具，建议步行或乘私家车',
    en: 'Avoid public transport where possible; walking or a private car is recommended',
  },
  advice: {
    zh: '提醒学员和员工能不乘公共交通就不乘',
    en: 'Remind trainees and staff to avoid public transport where they can',
  },
  reading: { zh: '只是建议，工具只报比例', en: 'only a recommendation; the toolkit reports the share' },
  messages: {
    share: {
      zh: '{rows} 条健康记录中有 {count} 条写乘公共交通',
      en: '{count} of {rows} health records show public transport',
    },
    notAsked: NOT_ASKED,
  },
  *logs({ logs }) {
    const rowsRead = logs.rows('health-daily');
    if (!asksTransport(logs)) {
      yield { notApplicable: 'notAsked' };
      return;
    }
    const trips = rowsRead.filter(({ date, transport }) => date !== undefined && transport === '公共交通');
    const [row] = trips;
    if (!row) return;
    const rows = logs.days('health-daily').reduce((sum, day) => sum + logs.rowsOn('health-daily', day), 0);
    yield { row, column: 'transport', message: 'share', params: { rows, count: trips.length }, key: 'share' };
  },
});

const maskOnPublicTransport = rule({
  id: 'mask-on-public-transport',
  clauses: ['五（九）'],
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L4'] },
  title: { zh: '乘公共交通戴口罩', en: 'Masks on public transport' },
  demand: {
    zh: '必须乘公共交通工具时，全程佩戴口罩',
    en: 'Where public transport must be taken, a mask is worn all the way',
  },
  advice: {
    zh: '向本人问清，提醒全程戴好口罩，并如实填写',
    en: 'Ask the person, remind them to wear the mask all the way, and record it as it is',
  },
  default: { zh: '没有填写的只提醒', en: 'an empty entry only warns' },
  messages: {
    withoutMask: { zh: '乘公共交通没有全程戴口罩', en: 'public transport without a mask all the way' },
    notAsked: NOT_ASKED,
  },
  rows: {
    'health-daily': (row, raise) => {
      if (row.transport !== '公共交通' || row.mask_all_way === true) return;
      if (row.mask_all_way === false) raise('withoutMask', { column: 'mask_all_way' });
      else if (!isUnreadable(row, 'mask_all_way')) raise('missing', { column: 'mask_all_way', severity: 'warning' });
    },
  },
  *logs({ logs }) {
    if (!asksTransport(logs)) yield { notApplicable: 'notAsked' };
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  entryExitStatistics,
  newTrainee14DayHistory,
  venueDisinfectionDaily,
  avoidPublicTransport,
  maskOnPublicTransport,
];
