/** 四（五）卫生清洁和预防性消毒: pests, cleaning, disinfection, ventilation, hand-washing and used masks. */
import type { RowOf } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import { partsOf } from '../logs/names.js';
import { addDays } from '../plan/days.js';
import { ITEMS } from '../plan/items.js';
import { keeps, leastWhole } from '../plan/limit.js';
import type { Profile, Space } from '../profile/profile.types.js';
import type { Wording } from '../types.js';
import { type Rule, rule } from './rule.js';
import { covers, type Disinfected, disinfectedByDay, kindNamed } from './shared/disinfection.js';
import { groupedBy } from './shared/grouped-by.js';
import { amount, enough, share, tooFew, UNITS } from './shared/measure.js';
import { missingFrom } from './shared/missing.js';
import { offsiteSessions } from './shared/offsite.js';
import { openDaysUnknown } from './shared/open-days.js';
import { isUnreadable } from './shared/unreadable.js';
import { joined, type Window } from './shared/windows.js';
import { listOf } from './shared/wording-list.js';

type VectorControl = '灭鼠' | '灭蚊' | '清除卫生死角' | '清除孳生地';

/** What a campaign consists of. Any of the kinds of a task stands for it, or of the items of an inspection. */
const CAMPAIGN: readonly {
  readonly task: Wording;
  readonly kinds: readonly VectorControl[];
  readonly items: readonly string[];
}[] = [
  { task: { zh: '灭鼠', en: 'rodent control' }, kinds: ['灭鼠'], items: ['灭鼠'] },
  { task: { zh: '灭蚊', en: 'mosquito control' }, kinds: ['灭蚊'], items: ['灭蚊'] },
  {
    task: { zh: '清除卫生死角或孳生地', en: 'clearing of dead corners or breeding sites' },
    kinds: ['清除卫生死角', '清除孳生地'],
    items: ['卫生死角', '孳生地'],
  },
];

const TASKS_DONE = { what: { zh: '已做', en: 'tasks done' }, unit: UNITS.point };

const vectorControlCampaign = rule({
  id: 'vector-control-campaign',
  clauses: ['四（五）1'],
  ground: '二',
  groundPart: 'environment',
  phase: 'prep',
  class: 'log',
  also: ['profile'],
  checklist: true,
  needs: { profile: ['hygiene.vectorControl', 'selfCheck.date'], logs: ['L10'] },
  title: { zh: '灭鼠灭蚊和清除孳生地', en: 'Rodents, mosquitoes and breeding sites' },
  demand: {
    zh: '开展灭鼠、灭蚊专项行动，清除卫生死角和病媒生物孳生地',
    en: 'Rodents and mosquitoes are fought, dead corners and breeding sites are cleared',
  },
  advice: {
    zh: '补做缺的项目，连日期填入 hygiene.vectorControl',
    en: 'Do what is missing and enter it with its date in hygiene.vectorControl',
  },
  reading: {
    zh: '清除卫生死角与清除孳生地有一项即可；应在自查之前做，晚于自查只提醒',
    en: 'clearing dead corners or clearing breeding sites will do for both; all should precede the self-check, else a warning',
  },
  messages: {
    notDone: { zh: '没有“{task}”的记录', en: 'no record of {task}' },
    afterSelfCheck: {
      zh: '“{task}”在 {on}，晚于自查日期 {selfCheck}',
      en: '{task} was on {on}, after the self-check of {selfCheck}',
    },
  },
  *profile({ profile }) {
    const records = profile.hygiene?.vectorControl;
    const selfCheck = profile.selfCheck?.date;
    if (records === undefined) {
      yield { missing: 'hygiene.vectorControl' };
      return;
    }
    const isDone = ({ kinds }: (typeof CAMPAIGN)[number]): boolean => records.some(({ kind }) => kinds.includes(kind));
    yield* share(TASKS_DONE, CAMPAIGN, isDone, 'hygiene.vectorControl');
    yield* missingFrom(records, 'hygiene.vectorControl', ['on']);
    for (const { task, kinds } of CAMPAIGN) {
      const done = records.flatMap((record, i) => (kinds.includes(record.kind) ? [{ on: record.on, i }] : []));
      const first = done[0];
      if (first === undefined) {
        yield { at: 'hygiene.vectorControl', message: 'notDone', params: { task } };
        continue;
      }
      const late = done.every(({ on }) => on !== undefined && selfCheck !== undefined && on > selfCheck);
      if (!late || first.on === undefined || selfCheck === undefined) continue;
      yield {
        at: `hygiene.vectorControl[${first.i}].on`,
        message: 'afterSelfCheck',
        severity: 'warning',
        params: { task, on: first.on, selfCheck },
        related: ['selfCheck.date'],
      };
    }
  },
  *logs({ logs, profile }) {
    const recorded = profile?.hygiene?.vectorControl ?? [];
    const selfCheck = profile?.selfCheck?.date;
    const rows = logs.rows('hygiene').filter(({ date }) => date !== undefined);
    for (const { task, kinds, items } of CAMPAIGN) {
      // what the profile records is judged there
      if (recorded.some(({ kind }) => kinds.includes(kind))) continue;
      const done = rows.filter(({ item }) => item !== undefined && items.includes(item));
      const [first] = done;
      if (first === undefined) {
        yield { log: 'hygiene', message: 'notDone', params: { task }, key: task.zh };
        continue;
      }
      if (first.date === undefined || selfCheck === undefined || done.some(({ date = '' }) => date <= selfCheck))
        continue;
      yield {
        row: first,
        column: 'date',
        message: 'afterSelfCheck',
        severity: 'warning',
        params: { task, on: first.date, selfCheck },
        key: task.zh,
      };
    }
  },
});

/** A place of the profile, as logs are brought to it. */
interface Place {
  readonly place: string;
  readonly kind: Space['kind'];
}

/** The places of these kinds that can be named. */
function placesOf(profile: Profile | undefined, kinds: readonly Space['kind'][]): Place[] {
  return (profile?.spaces ?? []).flatMap(({ id, name, kind }) => {
    const place = id ?? name;
    return place === undefined || !kinds.includes(kind) ? [] : [{ place, kind }];
  });
}

const sitewideCleanDaily = rule({
  id: 'sitewide-clean-daily',
  clauses: ['四（五）1'],
  ground: '二',
  groundPart: 'environment',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['spaces'], logs: ['L8'] },
  title: { zh: '每日全面清洁消毒', en: 'Daily cleaning of the whole site' },
  demand: {
    zh: '全面清洁环境卫生并作必要的消毒，每天至少一次',
    en: 'The premises are cleaned as a whole, and disinfected as necessary, at least once a day',
  },
  advice: { zh: '每天做完就记一条全面清洁', en: 'Record one site-wide cleaning each day when it is done' },
  reading: {
    zh: '“每日”按开放日理解：停训、休息的日子不算；场所写全校、全院、公共区域，或对象写“全面”而没有指明某一处，算全面；当天各处记录合起来覆盖全部教室、走廊、厕所也算',
    en: '"every day" means every open day, without days off and stops; a row for the whole site or its public areas counts, and so does one for everything that names no single room; rows of a day that together cover every classroom, corridor and toilet count too',
  },
  messages: {
    none: { zh: '{day} 没有消毒记录', en: 'no record of disinfection on {day}' },
    lacking: {
      zh: '{day} 没有全面清洁消毒的记录，各处的记录里还缺 {count} 处，如 {place}',
      en: 'no record of the whole site on {day}, and {count} {count:place is|places are} in none of its rows, such as {place}',
    },
    unclear: {
      zh: '{day} 没有写明全面清洁消毒；没有场所清单，看不出各处的记录是否覆盖全部',
      en: 'no row of {day} is for the whole site; without a list of spaces it is open whether they cover all of it',
    },
  },
  *logs({ logs, profile }) {
    if (openDaysUnknown(logs)) {
      yield { notGiven: ['session'] };
      return;
    }
    const places = placesOf(profile, ['classroom', 'corridor', 'toilet']);
    const byDay = disinfectedByDay(logs, profile);
    for (const day of logs.openDays) {
      const rows = byDay.get(day) ?? [];
      if (rows.some(({ site, publicAreas }) => site || publicAreas)) continue;
      const uncovered = places.filter(({ place, kind }) => !rows.some((row) => covers(row, place, kind)));
      const [first] = uncovered;
      if (rows.length === 0) {
        yield { log: 'disinfection', day, message: 'none', params: { day } };
      } else if (places.length === 0) {
        yield { log: 'disinfection', day, message: 'unclear', severity: 'warning', params: { day } };
      } else if (first) {
        const params = { day, count: uncovered.length, place: first.place };
        yield { log: 'disinfection', day, message: 'lacking', params };
      }
    }
  },
});

const publicAreaDisinfectionRecorded = rule({
  id: 'public-area-disinfection-recorded',
  clauses: ['四（五）2'],
  ground: '二',
  groundPart: 'environment',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['spaces'], logs: ['L8'] },
  title: { zh: '教室和公共区域消毒记录', en: 'Disinfection records of rooms and public areas' },
  demand: {
    zh: '教室、公共区域等场所按要求定期消毒，并作记录',
    en: 'Classrooms, public areas and the like are disinfected regularly as required, with records',
  },
  advice: { zh: '把漏掉的场所排进消毒安排并记录', en: 'Put the places left out on the schedule, and record them' },
  reading: {
    zh: '公共区域查走廊、厕所、食堂，不算教室；“定期”没有数字：间隔过长只提醒，从来没有的为不符合；写“走廊”“厕所”的算这一类的各处',
    en: 'public areas are corridors, toilets and canteens, not classrooms; "regularly" has no number: long gaps warn, no record at all fails; a kind of place stands for all of that kind',
  },
  limits: ['publicAreaOpenDays'],
  messages: {
    never: { zh: '场所 {place} 没有消毒记录', en: 'place {place} has no record of disinfection' },
    gap: {
      zh: '场所 {place} 从 {from} 到 {to} 连续 {days} 个开放日没有消毒记录',
      en: 'place {place} has no record of disinfection on {days} open days in a row, from {from} to {to}',
    },
    noSpaces: {
      zh: '机构概况没有列教室和公共区域，无法逐处核对',
      en: 'the profile lists no classrooms or public areas to compare with',
    },
  },
  *logs({ logs, profile, limits }) {
    const places = placesOf(profile, ['classroom', 'corridor', 'toilet', 'canteen']);
    if (places.length === 0) {
      if (profile) yield { notApplicable: 'noSpaces' };
      else yield { notGiven: ['profile'] };
      return;
    }
    if (openDaysUnknown(logs)) {
      yield { notGiven: ['session'] };
      return;
    }
    const byDay = disinfectedByDay(logs, profile);
    for (const each of places) {
      const { place } = each;
      const gaps = gapsOf(each, byDay, logs);
      const covered = logs.calendarDays.some((day) => byDay.get(day)?.some((row) => covers(row, place, each.kind)));
      if (!covered && gaps.length > 0) {
        yield { log: 'disinfection', message: 'never', params: { place }, key: place };
        continue;
      }
      for (const { from, to, days, after } of gaps) {
        // the next disinfection, if there is one, is at least one open day after the gap
        if (keeps(limits.publicAreaOpenDays, days + 1)) continue;
        const found = {
          message: 'gap',
          severity: 'warning',
          params: { place, from, to, days },
          key: `${place} ${from}`,
          day: from,
          unless: { anyDay: true },
        } as const;
        if (after) yield { row: after.row, ...found };
        else yield { log: 'disinfection', ...found };
      }
    }
  },
});

/** Open days in a row on which a place was not disinfected. `after` is the record before them. */
interface Gap {
  readonly from: string;
  to: string;
  days: number;
  readonly after?: Disinfected;
}

function gapsOf(
  { place, kind }: Place,
  byDay: ReadonlyMap<string, readonly Disinfected[]>,
  logs: Logs,
): readonly Gap[] {
  const open = new Set(logs.openDays);
  const gaps: Gap[] = [];
  let gap: Gap | undefined;
  let after: Disinfected | undefined;
  for (const day of logs.calendarDays) {
    const done = byDay.get(day)?.find((row) => covers(row, place, kind));
    if (done) {
      after = done;
      gap = undefined;
    } else if (gap && open.has(day)) {
      gap.to = day;
      gap.days++;
    } else if (open.has(day)) {
      gap = { from: day, to: day, days: 1, ...(after ? { after } : {}) };
      gaps.push(gap);
    }
  }
  return gaps;
}

/** The surfaces that hands touch most, how objects of the log name them, and what the premises may lack them for. */
const HIGH_TOUCH: readonly Surface[] = [
  { name: { zh: '桌椅', en: 'desks and chairs' }, words: /[桌椅]/ },
  { name: { zh: '门把手', en: 'door handles' }, words: /门把|门拉手|(?<!楼梯)把手/ },
  { name: { zh: '水龙头', en: 'taps' }, words: /龙头/ },
  { name: { zh: '楼梯扶手', en: 'handrails' }, words: /扶手|楼梯把手/, absent: 'stairs' },
  {
    name: { zh: '教学用具', en: 'teaching tools' },
    words: /教学用具|教具|教学(?:工具|设备|器材)/,
    absent: 'teachingTools',
  },
];

/** Something that is disinfected every day wherever it is. */
interface Surface {
  readonly name: Wording;
  /** How an entry of 消毒对象 names it, by itself or with its place: 教室门把手. */
  readonly words: RegExp;
  readonly absent?: NonNullable<NonNullable<Profile['premises']>['absent']>[number];
}

/** The days on which some of the surfaces that the premises have are in none of the day's rows. */
function* daysWithout(
  surfaces: readonly Surface[],
  logs: Logs,
  profile: Profile | undefined,
  named: (row: RowOf<'disinfection'>, surface: Surface) => boolean,
): Generator<{ day: string; left: Wording }> {
  const absent = profile?.premises?.absent ?? [];
  const there = surfaces.filter((each) => each.absent === undefined || !absent.includes(each.absent));
  const byDay = new Map<string, Set<Surface>>();
  for (const row of logs.rows('disinfection')) {
    if (row.date === undefined) continue;
    const done = byDay.get(row.date) ?? new Set();
    byDay.set(row.date, done);
    for (const surface of there) if (named(row, surface)) done.add(surface);
  }
  for (const day of logs.openDays) {
    const left = there.filter((surface) => !byDay.get(day)?.has(surface));
    if (left.length > 0) yield { day, left: listOf(left.map(({ name }) => name)) };
  }
}

const highTouchDaily = rule({
  id: 'high-touch-daily',
  clauses: ['四（五）2'],
  ground: '二',
  groundPart: 'environment',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['premises.absent'], logs: ['L8'] },
  title: { zh: '高频接触表面每日消毒', en: 'High-touch surfaces daily' },
  demand: {
    zh: '桌椅、门把手、水龙头、楼梯扶手、室内教学用具等高频接触表面，每天至少消毒一次',
    en: 'Desks and chairs, door handles, taps, handrails, indoor teaching tools and the like are disinfected at least once a day',
  },
  advice: {
    zh: '消毒对象逐类写明；没有的设施填入 premises.absent',
    en: 'Name each class of surface in the record; enter what the premises do not have as premises.absent',
  },
  reading: {
    zh: '“每日”按开放日理解：停训、休息的日子不算；只查点名的五类，“等”里的其他不查；全场合起来算，消毒对象要逐类写明，写“全面”的不代替',
    en: '"every day" means every open day, without days off and stops; only the five that are named are looked for; all rows of the day count together; each class must be named, a row for everything does not stand for it',
  },
  messages: {
    none: { zh: '{day} 没有消毒记录写到：{surfaces}', en: 'no record of {day} names these: {surfaces}' },
  },
  *logs({ logs, profile }) {
    if (openDaysUnknown(logs)) {
      yield { notGiven: ['session'] };
      return;
    }
    const named = ({ object = [] }: RowOf<'disinfection'>, { words }: Surface): boolean =>
      object.some((entry) => words.test(entry));
    for (const { day, left } of daysWithout(HIGH_TOUCH, logs, profile, named)) {
      yield { log: 'disinfection', day, message: 'none', params: { day, surfaces: left } };
    }
  },
});

const ventilation3x30 = rule({
  id: 'ventilation-3x30',
  clauses: ['四（五）3'],
  ground: '二',
  groundPart: 'etc',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['spaces'], logs: ['L17', 'L9'] },
  title: { zh: '教室自然通风', en: 'Natural ventilation of classrooms' },
  demand: {
    zh: '教室每天自然通风至少3次，每次至少30分钟',
    en: 'Each classroom has natural ventilation at least 3 times a day, at least 30 minutes each',
  },
  advice: {
    zh: '早、中、晚各开窗半小时以上，分开记',
    en: 'Open the windows for half an hour or more in the morning, at noon and in the evening; record each',
  },
  reading: {
    zh: '查当天用过的教室；时间重叠或首尾相接的算一次；只用半天的教室也要三次；没有教学日志时看通风记录里的各处，办公室、食堂之类不算',
    en: 'the classrooms in use that day are looked at; times that overlap or touch count as one; a room used for half a day needs three as well; without a log of sessions, the rooms of the ventilation log count, but for offices, canteens and the like',
  },
  limits: ['ventilationTimes', 'ventilationMinutes'],
  messages: {
    tooFew: {
      zh: '教室 {room} {day} 自然通风满 {minutes} 分钟的有 {have} 次，应有 {least} 次',
      en: 'classroom {room} was aired {have} {have:time|times} for {minutes} minutes or more on {day}; {least} needed',
    },
    joined: {
      zh: '教室 {room} {day} 自然通风满 {minutes} 分钟的有 {have} 次，首尾相接或重叠的算一次，应有 {least} 次',
      en: 'classroom {room} was aired {have} {have:time|times} for {minutes} minutes or more on {day}, times that touch or overlap being one; {least} needed',
    },
    halfDay: {
      zh: '教室 {room} {day} 自然通风满 {minutes} 分钟的有 {have} 次，只用半天的也应有 {least} 次',
      en: 'classroom {room} was aired {have} {have:time|times} for {minutes} minutes or more on {day}; {least} needed, for half a day of use too',
    },
    none: {
      zh: '教室 {room} {day} 用过，没有通风记录',
      en: 'classroom {room} was used on {day} and has no ventilation record',
    },
  },
  *logs({ logs, profile, limits }) {
    if (!logs.has('ventilation')) {
      yield { notGiven: ['ventilation'] };
      return;
    }
    const aired = groupedBy(
      logs.rows('ventilation').flatMap((row) => roomsAired(row, logs).map((room) => ({ row, room }))),
      ({ row, room }) => `${row.date} ${room}`,
    );
    for (const { day, room, halfDay } of roomsInUse(logs, profile)) {
      const rows = (aired.get(`${day} ${room}`) ?? []).map(({ row }) => row);
      const windows = rows.flatMap(({ open, close, method }) =>
        open === undefined || close === undefined || (method ?? '自然') !== '自然' ? [] : [{ from: open, to: close }],
      );
      const longEnough = ({ from, to }: Window): boolean => keeps(limits.ventilationMinutes, to - from);
      const have = joined(windows).filter(longEnough).length;
      if (keeps(limits.ventilationTimes, have)) continue;
      const minutes = leastWhole(limits.ventilationMinutes);
      const params = { room, day, have, minutes, least: leastWhole(limits.ventilationTimes) };
      const [first] = rows;
      const unless = {
        kinds: ['ventilation'],
        reasons: ['session'],
        rows: leastWhole(limits.ventilationTimes) - have,
      } as const;
      const apart = windows.filter(longEnough).length;
      const message = keeps(limits.ventilationTimes, apart) ? 'joined' : halfDay ? 'halfDay' : 'tooFew';
      if (first) yield { row: first, message, params, key: `${day} ${room}`, unless };
      else yield { log: 'ventilation', day, message: 'none', params: { room, day }, key: `${day} ${room}`, unless };
    }
  },
});

/**
 * The classrooms with a session on each day that is judged, but for off-site sessions; without a log of sessions, those
 * whose ventilation is recorded.
 */
function* roomsInUse(logs: Logs, profile: Profile | undefined): Generator<RoomInUse> {
  const judged = new Set(logs.calendarDays);
  const isOffsite = offsiteSessions(profile, logs.names);
  const kinds = new Map(profile?.spaces?.map(({ id, name, kind }) => [id ?? name, kind]));
  const rows = logs.has('session')
    ? logs
        .rows('session')
        .flatMap((row) => (isOffsite(row) ? [] : { date: row.date, name: row.room, start: row.start, end: row.end }))
    : logs
        .rows('ventilation')
        .flatMap((row) =>
          roomsAired(row, logs).map((name) => ({ date: row.date, name, start: undefined, end: undefined })),
        );
  const found = new Map<string, RoomInUse>();
  for (const { date: day, name, start, end } of rows) {
    if (day === undefined || name === undefined || !judged.has(day)) continue;
    const room = logs.names.space(name);
    if ((kinds.get(room) ?? kindNamed(name) ?? 'classroom') !== 'classroom') continue;
    const half = start !== undefined && start >= NOON ? 'afternoon' : end !== undefined && end <= NOON && 'morning';
    const known = found.get(`${day} ${room}`);
    found.set(`${day} ${room}`, { day, room, halfDay: !known || known.halfDay === half ? half : false });
  }
  yield* found.values();
}

/** The rooms that a row of the ventilation log is about: several may share one cell. */
function roomsAired({ space }: RowOf<'ventilation'>, { names }: Logs): string[] {
  return space === undefined ? [] : names.spaces(space);
}

/** A classroom on a day, and which half of it if no session was in the other. */
interface RoomInUse {
  readonly day: string;
  readonly room: string;
  readonly halfDay: 'morning' | 'afternoon' | false;
}

const NOON = 12 * 60;

const mechanicalVentilationCautious = rule({
  id: 'mechanical-ventilation-cautious',
  clauses: ['四（五）3'],
  severity: 'warning',
  phase: 'run',
  class: 'log',
  also: ['profile'],
  checklist: false,
  needs: { profile: ['spaces'], logs: ['L9'] },
  title: { zh: '谨慎使用空调', en: 'Caution with air conditioning' },
  demand: {
    zh: '疫情期间谨慎使用空调等机械通风设施',
    en: 'During the epidemic air conditioning and other mechanical ventilation are used with caution',
  },
  advice: {
    zh: '尽量开窗；确需使用的，留存新风和清洗记录',
    en: 'Prefer open windows; where it must be used, keep records of fresh air and cleaning',
  },
  reading: {
    zh: '使用空调的场所逐处提醒，日志里的每处只提醒一次；教室须写明用不用；新风、清洗记录是工具的建议',
    en: 'each place that uses it gets a warning, once in the logs; for classrooms the profile must say whether it is used; records of fresh air and cleaning are advice of the toolkit',
  },
  messages: {
    inUse: { zh: '场所 {room} 使用空调', en: 'air conditioning is in use in room {room}' },
    recorded: {
      zh: '场所 {room} 有 {count} 次用空调或机械通风，请备新风或清洗记录',
      en: 'room {room} was aired by machine or air conditioning {count} {count:time|times}; have the records of fresh air or cleaning at hand',
    },
  },
  *profile({ profile }) {
    const spaces = profile.spaces ?? [];
    if (spaces.length === 0) yield { missing: 'spaces' };
    for (const [i, space] of spaces.entries()) {
      if (space.airConditioning) {
        yield { at: `spaces[${i}].airConditioning`, message: 'inUse', params: { room: space.id ?? i + 1 } };
      } else if (space.airConditioning === undefined && space.kind === 'classroom') {
        yield { missing: `spaces[${i}].airConditioning` };
      }
    }
  },
  *logs({ logs }) {
    const byRoom = new Map<string, { row: RowOf<'ventilation'>; count: number }>();
    for (const row of logs.rows('ventilation')) {
      if (row.method === undefined || row.method === '自然') continue;
      for (const room of roomsAired(row, logs)) {
        const before = byRoom.get(room);
        if (before) before.count++;
        else byRoom.set(room, { row, count: 1 });
      }
    }
    for (const [room, { row, count }] of byRoom) {
      yield { row, column: 'method', message: 'recorded', params: { room, count }, key: room };
    }
  },
});

const WITH_SOAP = { what: { zh: '有洗手液或手消毒剂', en: 'with soap or sanitizer' }, unit: UNITS.place };

const handwashFacilities = rule({
  id: 'handwash-facilities',
  clauses: ['四（五）4'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['hygiene.washPoints'] },
  limits: ['washTaps'],
  title: { zh: '洗手设施', en: 'Hand-washing' },
  demand: {
    zh: '按规范设置充足的洗手水龙头，配洗手液或手消毒剂',
    en: 'There are enough taps by the rules, with soap or hand sanitizer',
  },
  advice: {
    zh: '每处水龙头旁放洗手液或手消毒剂',
    en: 'Put soap or hand sanitizer at every wash point',
  },
  reading: {
    zh: '“充足”没有数字，够不够、合不合规范须现场看；有的洗手处缺洗手液和手消毒剂，只提醒',
    en: '"enough" has no number, a person must judge it and the rules; a single wash point without soap and sanitizer only warns',
  },
  messages: {
    tooFewTaps: {
      zh: '洗手水龙头 {have} 个，至少 {least} 个',
      en: '{have} {have:tap|taps} for washing hands; at least {least} needed',
    },
    noSoap: { zh: '没有一处有洗手液或手消毒剂', en: 'no wash point has soap or hand sanitizer' },
    pointWithout: {
      zh: '第 {point} 处没有洗手液，也没有手消毒剂',
      en: 'wash point {point} has neither soap nor hand sanitizer',
    },
  },
  *profile({ profile, limits }) {
    const points = profile.hygiene?.washPoints;
    if (points === undefined) {
      yield { missing: 'hygiene.washPoints' };
      return;
    }
    const have = points.reduce((sum, point) => sum + (point.taps ?? 0), 0);
    const taps = amount('washTap', have, limits.washTaps, 'hygiene.washPoints');
    yield { measured: taps };
    yield* share(WITH_SOAP, points, ({ soap, sanitizer }) => soap === true || sanitizer === true, 'hygiene.washPoints');
    if (!taps.met) {
      const unstated = [...missingFrom(points, 'hygiene.washPoints', ['taps'])];
      yield* unstated;
      if (unstated.length === 0) yield tooFew(taps, 'tooFewTaps');
    }
    const bare = points.map((point, i) => ({ point, i })).filter(({ point }) => !point.soap && !point.sanitizer);
    const known = bare.filter(({ point }) => point.soap !== undefined && point.sanitizer !== undefined);
    if (known.length === points.length) {
      yield { at: 'hygiene.washPoints', message: 'noSoap', get: { item: 'handSoap', quantity: 1 } };
      return;
    }
    for (const { point, i } of bare) {
      if (point.soap === undefined) yield { missing: `hygiene.washPoints[${i}].soap` };
      else if (point.sanitizer === undefined) yield { missing: `hygiene.washPoints[${i}].sanitizer` };
      else {
        yield {
          at: `hygiene.washPoints[${i}]`,
          message: 'pointWithout',
          severity: 'warning',
          params: { point: i + 1 },
          get: { item: 'handSoap', quantity: 1 },
        };
      }
    }
  },
});

const LABELLED = { what: { zh: '标识清楚', en: 'clearly labelled' }, unit: ITEMS.maskBin.unit };

const maskBinLabelled = rule({
  id: 'mask-bin-labelled',
  clauses: ['四（五）5'],
  ground: '二',
  groundPart: 'environment',
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['hygiene.maskBins'] },
  limits: ['maskBins'],
  title: { zh: '废弃口罩专用桶', en: 'Bins for used masks' },
  demand: { zh: '设废弃口罩专用桶，标识清楚', en: 'There are clearly labelled bins for used masks only' },
  advice: { zh: '设专用桶，贴上清楚的标识', en: 'Set up such a bin and label it clearly' },
  messages: {
    tooFew: {
      zh: '废弃口罩专用桶 {have} 个，至少 {least} 个',
      en: '{have} {have:bin|bins} for used masks; at least {least} needed',
    },
    unlabelled: { zh: '专用桶 {bin} 标识不清楚', en: 'bin {bin} is not clearly labelled' },
  },
  *profile({ profile, limits }) {
    const bins = profile.hygiene?.maskBins;
    if (bins === undefined) {
      yield { missing: 'hygiene.maskBins' };
      return;
    }
    yield* enough(amount('maskBin', bins.length, limits.maskBins, 'hygiene.maskBins'), 'tooFew');
    yield* share(LABELLED, bins, ({ labelled }) => labelled === true, 'hygiene.maskBins');
    yield* missingFrom(bins, 'hygiene.maskBins', ['labelled']);
    for (const [i, bin] of bins.entries()) {
      if (bin.labelled !== false) continue;
      yield { at: `hygiene.maskBins[${i}].labelled`, message: 'unlabelled', params: { bin: bin.id ?? i + 1 } };
    }
  },
});

const maskBinDaily = rule({
  id: 'mask-bin-daily',
  clauses: ['四（五）5'],
  ground: '二',
  groundPart: 'environment',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['hygiene.maskBins'], logs: ['L11'] },
  title: { zh: '专用桶每日清理', en: 'Mask bins cleared daily' },
  demand: {
    zh: '废弃口罩专用桶每天清理，消毒后统一收运处置',
    en: 'The bins are cleared daily: first disinfected, then collected together',
  },
  advice: { zh: '每桶每天记一条，写明消毒和收运时间', en: 'Record each bin once a day with both times' },
  reading: {
    zh: '“每日”按开放日理解：停训、休息的日子不算；每个桶都看；概况没有列专用桶时，按日志里写到的桶核对；次日收运的写“次日”或收运日期',
    en: '"every day" means every open day, without days off and stops; each bin is looked at; without bins in the profile, those that the log names; where a bin is collected on the next day, the row must say so or give the date',
  },
  messages: {
    none: { zh: '专用桶 {bin} {day} 没有清理记录', en: 'bin {bin} has no record of clearing on {day}' },
    collectedFirst: {
      zh: '收运早于消毒；次日收运的，写“次日”或填收运日期',
      en: 'collected before it was disinfected; if on the next day, say so or enter the date of collection',
    },
  },
  *logs({ logs, profile }) {
    const listed = (profile?.hygiene?.maskBins ?? []).flatMap(({ id, place }) => id ?? place ?? []);
    const cleared = new Set<string>();
    const named = new Set<string>();
    for (const row of logs.rows('mask-bin')) {
      if (isCollectedFirst(row)) yield { row, column: 'collected_at', message: 'collectedFirst' };
      for (const bin of binsOf(row, logs, listed)) {
        named.add(bin);
        if (row.date !== undefined) cleared.add(`${row.date} ${bin}`);
      }
    }
    if (openDaysUnknown(logs)) {
      yield { notGiven: ['session'] };
      return;
    }
    for (const day of logs.openDays) {
      for (const bin of listed.length > 0 ? listed : named) {
        if (cleared.has(`${day} ${bin}`)) continue;
        yield { log: 'mask-bin', day, message: 'none', params: { bin, day }, key: `${day} ${bin}` };
      }
    }
  },
});

const TOILETS: Surface = { name: { zh: '厕所', en: 'toilets' }, words: /厕|卫生间|洗手间/ };

/** The places where refuse and waste water gather. */
const WET_PLACES: readonly Surface[] = [
  { name: { zh: '垃圾池', en: 'refuse point' }, words: /垃圾(?!桶)/, absent: 'refusePoint' },
  { name: { zh: '下水道', en: 'drains' }, words: /下水|排水/, absent: 'drains' },
  TOILETS,
];

/** The bins that a row names, by the ids of the profile: one, or several with a separator. */
function binsOf({ bin }: RowOf<'mask-bin'>, logs: Logs, listed: readonly string[]): string[] {
  if (bin === undefined) return [];
  const id = logs.names.bin(bin);
  // the name of a place may hold a separator
  if (listed.includes(id)) return [id];
  return bin.split(/[、，,;；]/).flatMap((part) => (part.trim() === '' ? [] : [logs.names.bin(part.trim())]));
}

/** Whether the bin was collected before it was disinfected. */
function isCollectedFirst(row: RowOf<'mask-bin'>): boolean {
  const { date, disinfected_at: disinfected, collected_on: on, collected_at: collected } = row;
  if (disinfected === undefined || collected === undefined) return false;
  if (isUnreadable(row, 'date') || isUnreadable(row, 'collected_on')) return false;
  if (date === undefined || on === undefined || on === date) return collected < disinfected;
  // a date of collection before the row's own is reported as such; times from 24:00 on are those of the next day already
  if (on !== addDays(date, 1)) return false;
  return (collected < DAY_MINUTES ? collected + DAY_MINUTES : collected) < disinfected;
}

const DAY_MINUTES = 24 * 60;

const wasteDrainToiletDaily = rule({
  id: 'waste-drain-toilet-daily',
  clauses: ['四（五）5'],
  ground: '二',
  groundPart: 'environment',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['premises.absent'], logs: ['L8'] },
  title: { zh: '垃圾池、下水道、厕所每日消毒', en: 'Refuse point, drains and toilets daily' },
  demand: {
    zh: '垃圾池、下水道、厕所等场所，每天至少消毒一次',
    en: 'Refuse point, drains, toilets and the like are disinfected at least once a day',
  },
  advice: {
    zh: '三处逐一记录；没有的设施填入 premises.absent',
    en: 'Record each of the three; enter what the premises do not have as premises.absent',
  },
  reading: {
    zh: '“每日”按开放日理解：停训、休息的日子不算；只查点名的三处，“等”里的其他不查；写在消毒对象或场所里都算，写“全面”“全校”的不代替',
    en: '"every day" means every open day, without days off and stops; only the three that are named are looked for; each may be named as the object or as the place; a row for the whole site does not stand for them',
  },
  messages: {
    none: { zh: '{day} 没有消毒记录写到：{places}', en: 'no record of {day} names these: {places}' },
  },
  *logs({ logs, profile }) {
    if (openDaysUnknown(logs)) {
      yield { notGiven: ['session'] };
      return;
    }
    const toilets = new Set(placesOf(profile, ['toilet']).map(({ place }) => place));
    const named = ({ space = '', object = [] }: RowOf<'disinfection'>, surface: Surface): boolean => {
      if ([...partsOf(space), ...object].some((entry) => surface.words.test(entry))) return true;
      if (surface !== TOILETS) return false;
      return [space, ...partsOf(space)].some((part) => toilets.has(logs.names.space(part)));
    };
    for (const { day, left } of daysWithout(WET_PLACES, logs, profile, named)) {
      yield { log: 'disinfection', day, message: 'none', params: { day, places: left } };
    }
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  vectorControlCampaign,
  sitewideCleanDaily,
  publicAreaDisinfectionRecorded,
  highTouchDaily,
  ventilation3x30,
  mechanicalVentilationCautious,
  handwashFacilities,
  maskBinLabelled,
  maskBinDaily,
  wasteDrainToiletDaily,
];
