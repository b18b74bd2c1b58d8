/** Hints at logs that contradict one another about who was where: remarks, since merged classes and late entries are usual. */
import { hint } from '../input-check.js';
import { folded } from '../logs/fold.js';
import type { RowOf } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import type { Person } from '../logs/people.js';
import { FLAG } from '../logs/streamed.js';
import type { Profile } from '../profile/profile.types.js';
import { offsiteSessions } from '../rules/shared/offsite.js';
import type { Draft } from './draft.js';
import { atRow } from './log-drafts.js';

/** What can't be true of both of two rows. */
export const CLASH = hint({
  id: 'hint/clash',
  messages: {
    room: {
      zh: '同一教室同一时间另有一个班上课；合班的不用管',
      en: 'another class has a lesson in this room at this time; merged classes are in order',
    },
    class: {
      zh: '同一班级同一时间在另一间教室也有课，核实班级、教室或时间；分组上课的不用管',
      en: 'this class has a lesson in another room at this time; check class, room and time; groups taught apart are in order',
    },
    teacher: {
      zh: '同一教师同一时间在另一间教室上课，核实教师、教室或时间',
      en: 'this teacher has a lesson in another room at this time; check teacher, room and time',
    },
    attended: {
      zh: '实到 {attended} 人，当天这一时段的检查有 {checked} 人出勤，核实实到人数',
      en: '{attended} attended, but {checked} were present at the check of that half-day; check the number',
    },
    absent: {
      zh: '晨检、午检都写缺勤，出入登记却有当天上午进入的记录，核实是否出勤',
      en: 'absent at both checks, yet the register has an entry in the morning of that day; check which is right',
    },
  },
});

type Session = RowOf<'session'>;

const NOON = 12 * 60;

/** Returns the hints. */
export function* clashDrafts(logs: Logs, profile: Profile | undefined): Generator<Draft> {
  const isOffsite = offsiteSessions(profile, logs.names);
  const sessions = logs.rows('session').filter((row) => row.date !== undefined && row.start !== undefined);
  const here = sessions.filter((row) => row.room !== undefined && !isOffsite(row));
  const roomOf = ({ room = '' }: Session): string => logs.names.space(room);
  const classOf = (row: Session): string => logs.names.class(row.class ?? '');
  for (const row of overlapping(here, roomOf, (one, other) => classOf(one) !== classOf(other)))
    yield atRow(CLASH, 'room', { column: 'room', key: keyOf(row), day: row.date ?? '' }, row.at);
  const ofClass = here.filter((row) => row.class !== undefined);
  for (const row of overlapping(ofClass, classOf, (one, other) => roomOf(one) !== roomOf(other)))
    yield atRow(CLASH, 'class', { column: 'class', key: keyOf(row), day: row.date ?? '' }, row.at);
  const taught = here.filter(({ teacher }) => teacher !== undefined);
  for (const row of overlapping(
    taught,
    ({ teacher = '' }) => folded(teacher),
    (one, other) => roomOf(one) !== roomOf(other),
  ))
    yield atRow(CLASH, 'teacher', { column: 'teacher', key: keyOf(row), day: row.date ?? '' }, row.at);
  yield* checked(logs, sessions, classOf);
}

function keyOf({ date, start, no }: Session): string {
  return `${date} ${start} ${no ?? ''}`;
}

/** Yields the rows that begin while another of the same place or person lasts that differs from them. */
function* overlapping(
  rows: readonly Session[],
  group: (row: Session) => string,
  differ: (one: Session, other: Session) => boolean,
): Generator<Session> {
  const groups = new Map<string, Session[]>();
  for (const row of rows) {
    const key = `${row.date} ${group(row)}`;
    const others = groups.get(key);
    if (others) others.push(row);
    else groups.set(key, [row]);
  }
  for (const ofGroup of groups.values()) {
    let latest: Session | undefined;
    for (const row of ofGroup.sort((a, b) => (a.start ?? 0) - (b.start ?? 0))) {
      if (latest && (row.start ?? 0) < (latest.end ?? 0) && differ(row, latest)) yield row;
      if (!latest || (row.end ?? 0) > (latest.end ?? 0)) latest = row;
    }
  }
}

/** The checks beside the numbers of the sessions and beside the register. */
function* checked(logs: Logs, sessions: readonly Session[], classOf: (row: Session) => string): Generator<Draft> {
  const absences = new Map<string, Map<Person, { readonly row: RowOf<'check'>; slots: number }>>();
  for (const row of logs.rows('check')) {
    const person = row.present === false ? logs.people.of(row.at) : undefined;
    const slot = row.slot === '晨' ? FLAG.morning : row.slot === '午' ? FLAG.noon : 0;
    if (!person || row.date === undefined) continue;
    const ofDay = absences.get(row.date) ?? new Map();
    absences.set(row.date, ofDay);
    ofDay.set(person, { row, slots: (ofDay.get(person)?.slots ?? 0) | slot });
  }
  const byDay = new Map<string, Session[]>();
  for (const row of sessions) {
    const others = byDay.get(row.date ?? '');
    if (others) others.push(row);
    else byDay.set(row.date ?? '', [row]);
  }
  for (const day of logs.days('check')) {
    const absent = absences.get(day) ?? new Map<Person, { row: RowOf<'check'>; slots: number }>();
    const both = new Map([...absent].filter(([, { slots }]) => slots === (FLAG.morning | FLAG.noon)));
    const entered = new Set<Person>();
    if (both.size > 0)
      logs.eachNormal('entry', day, both, (person, { minute }) => {
        if (minute !== undefined && minute < NOON) entered.add(person);
      });
    for (const person of entered) {
      const row = both.get(person)?.row;
      if (row) yield atRow(CLASH, 'absent', { column: 'present', key: day, day }, row.at);
    }
    const lessons = (byDay.get(day) ?? []).filter(({ appraisal }) => appraisal !== true);
    if (lessons.length === 0) continue;
    const present = presentByClass(logs, day, (person) => absent.get(person)?.slots ?? 0);
    for (const row of lessons) {
      const { attended, start = 0 } = row;
      const have = present.get(`${start < NOON ? FLAG.morning : FLAG.noon} ${classOf(row)}`) ?? 0;
      if (attended !== undefined && attended < have)
        yield atRow(
          CLASH,
          'attended',
          { column: 'attended', key: keyOf(row), day, params: { attended, checked: have } },
          row.at,
        );
    }
  }
}

/** How many trainees of each class the checks of the morning and of noon show as present. */
function presentByClass(logs: Logs, day: string, absentIn: (person: Person) => number): ReadonlyMap<string, number> {
  const seen = new Map<Person, number>();
  logs.eachOn('check', day, (person, flags) => {
    if ((flags & FLAG.present) !== 0) seen.set(person, (seen.get(person) ?? 0) | flags);
  });
  const counts = new Map<string, number>();
  for (const [person, flags] of seen) {
    if (person.category !== '学员' && person.category !== '') continue;
    const mention = person.mentions.find(({ file }) => logs.files[file]?.log.kind === 'check');
    const group = mention && logs.files[mention.file]?.mentions[mention.mention]?.group;
    for (const slot of group ? [FLAG.morning, FLAG.noon] : []) {
      if ((flags & slot & ~absentIn(person)) === 0) continue;
      const key = `${slot} ${logs.names.class(group ?? '')}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
