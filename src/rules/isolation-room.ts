/** 四（二）3 隔离室: that there is one, what it must be like, what must be in it. Every room listed is judged. */
import type { RowOf } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import type { Person } from '../logs/people.js';
import { addDays } from '../plan/days.js';
import { ITEMS, type ItemId } from '../plan/items.js';
import { type Bound, keeps, leastWhole, times } from '../plan/limit.js';
import type { IsolationRoom, Profile } from '../profile/profile.types.js';
import type { Wording } from '../types.js';
import { type Rule, rule, type Unless } from './rule.js';
import { attended } from './shared/attendance.js';
import { reportsByDay } from './shared/daily-reports.js';
import { amount, article, enough, type Quantity, share, UNITS } from './shared/measure.js';
import { minutesBetween } from './shared/minutes.js';
import { missingFrom } from './shared/missing.js';

/** How messages call a room: by its space, else by its place in the list. */
function nameOf(room: IsolationRoom, index: number): string | number {
  return room.space ?? index + 1;
}

/** Rooms of which something is so, as they are counted. */
const inRooms = (what: Wording): Quantity => ({ what, unit: UNITS.room });
const ROOMS = inRooms({ zh: '隔离室', en: 'isolation rooms' });
const RULES_POSTED = inRooms({ zh: '已张贴', en: 'with rules posted' });
const VENTILATED = inRooms({ zh: '有通风', en: 'ventilated' });
const INDEPENDENT = inRooms({ zh: '独立、专用', en: 'separate and used for nothing else' });
const OWN_AIR = inRooms({ zh: '不与他处流通', en: 'without shared air' });
const OWN_TOILET = inRooms({ zh: '有卫生间', en: 'with a toilet' });
const OWN_HANDWASH = inRooms({ zh: '有洗手设施', en: 'with hand-washing' });

const isolationRoomExists = rule({
  id: 'isolation-room-exists',
  clauses: ['四（二）3'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['isolationRooms'] },
  limits: ['isolationRooms'],
  title: { zh: '设隔离室', en: 'Isolation room' },
  demand: { zh: '机构设有隔离室', en: 'The institution has an isolation room' },
  advice: { zh: '设一间隔离室，填入 isolationRooms', en: 'Set up an isolation room and enter it in isolationRooms' },
  messages: {
    tooFew: {
      zh: '隔离室 {have} 间，至少 {least} 间',
      en: '{have} isolation {have:room|rooms}; at least {least} needed',
    },
  },
  *profile({ profile, limits }) {
    const have = profile.isolationRooms?.length;
    yield* enough(amount(ROOMS, have, limits.isolationRooms, 'isolationRooms'), 'tooFew');
  },
});

const isolationRulesPosted = rule({
  id: 'isolation-rules-posted',
  clauses: ['四（二）3'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['isolationRooms'] },
  title: { zh: '张贴隔离制度', en: 'Isolation rules posted' },
  demand: { zh: '张贴隔离制度', en: 'The isolation rules are posted' },
  advice: { zh: '把隔离制度打印张贴', en: 'Print the isolation rules and put them up' },
  reading: {
    zh: '条款没有写贴在哪里：每间隔离室都看',
    en: 'the clause does not say where: each isolation room is looked at',
  },
  messages: {
    notPosted: { zh: '隔离室 {room} 没有张贴隔离制度', en: 'no isolation rules are posted in isolation room {room}' },
  },
  *profile({ profile }) {
    const rooms = profile.isolationRooms ?? [];
    if (rooms.length === 0) yield { missing: 'isolationRooms' };
    yield* share(RULES_POSTED, rooms, ({ rulesPosted }) => rulesPosted === true, 'isolationRooms');
    yield* missingFrom(rooms, 'isolationRooms', ['rulesPosted']);
    for (const [i, room] of rooms.entries()) {
      if (room.rulesPosted !== false) continue;
      yield { at: `isolationRooms[${i}].rulesPosted`, message: 'notPosted', params: { room: nameOf(room, i) } };
    }
  },
});

const isolationRecordKept = rule({
  id: 'isolation-record-kept',
  clauses: ['四（二）3'],
  ground: '二',
  groundPart: 'etc',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L12', 'L3', 'L7', 'L13'] },
  limits: ['isolationWaitMinutes'],
  title: { zh: '隔离记录', en: 'Isolation record' },
  demand: { zh: '有隔离记录', en: 'There is an isolation record' },
  advice: {
    zh: '在隔离观察记录里补登；没有人隔离的，留一份只有表头的记录',
    en: 'Enter the person in the isolation record; with nobody isolated, keep a record with its header only',
  },
  reading: {
    zh: '在机构内隔离过的人逐一都有记录；晨午检写隔离观察的、日报告隔离观察人数算在机构内隔离；到场的人从发现症状到送诊超过时限的只提醒',
    en: 'everyone held on site is in the record; held on site is who the check says is isolated, and the number in the daily report; someone on site who waited longer than the limit for the referral only warns',
  },
  messages: {
    notRecorded: {
      zh: '{day} 写明隔离的人没有隔离观察记录',
      en: 'someone said to be isolated on {day} is not in the isolation record',
    },
    waited: {
      zh: '{day} 从发现症状到送诊等了超过 {limit} 分钟（工具默认值，非预案规定）的人没有隔离观察记录',
      en: 'someone who waited more than {limit} minutes (toolkit default) for the referral on {day} is not in the isolation record',
    },
    tooFew: {
      zh: '{day} 日报告隔离观察 {reported} 人，隔离观察记录只有 {have} 人',
      en: 'the daily report for {day} gives {reported} in isolation; the isolation record has {have}',
    },
  },
  *logs({ logs, limits }) {
    if (!logs.has('isolation')) {
      yield { notGiven: ['isolation'] };
      return;
    }
    const isolated = isolatedByDay(logs);
    const isRecorded = (person: Person, day: string): boolean => {
      const ofDay = isolated.get(day);
      // a name that could be several people may be this one
      return ofDay !== undefined && (ofDay.people.has(person) || ofDay.unknown > 0);
    };
    const raised = new Map<Person, Set<string>>();
    const isNew = (person: Person, day: string): boolean => {
      const days = raised.get(person) ?? new Set();
      raised.set(person, days);
      return days.size < days.add(day).size;
    };
    for (const row of logs.rows('check')) {
      const { date: day, action } = row;
      const person = logs.people.of(row.at);
      if (day === undefined || !person || !isHeldOnSite(action) || isRecorded(person, day) || !isNew(person, day))
        continue;
      yield { row, column: 'action', message: 'notRecorded', params: { day }, about: 'isolation', unless: {} };
    }
    for (const row of logs.rows('incident')) {
      const person = logs.people.of(row.at);
      const minutes = minutesBetween(row.found_at, row.referred_at);
      if (minutes === undefined || keeps(limits.isolationWaitMinutes, minutes) || !person) continue;
      const day = (row.found_at as string).slice(0, 10);
      if (attended(logs, person, day) === false || isRecorded(person, day) || !isNew(person, day)) continue;
      const params = { day, limit: limits.isolationWaitMinutes.value };
      yield { row, column: 'referred_at', message: 'waited', severity: 'warning', params, unless: NOT_THERE };
    }
    for (const { day, effective: row } of reportsByDay(logs).values()) {
      const { people, unknown } = isolated.get(day) ?? { people: new Set(), unknown: 0 };
      const [reported, have] = [row.isolated ?? 0, people.size + unknown];
      if (reported > have)
        yield {
          row,
          column: 'isolated',
          message: 'tooFew',
          params: { day, reported, have },
          unless: { anyDay: true, rows: reported - have },
        };
    }
  },
});

/** Any row of the day tells that there is a register, by which someone was not there. */
const NOT_THERE = { anyDay: true, reasons: ['entry', 'check'] } as const satisfies Unless;

/** Words of a measure that keep someone apart on site, and those that say it is elsewhere, over or not needed. */
const HELD = /隔离|留观|观察室/;
const ELSEWHERE =
  /(?:家|集中|酒店|宾馆|医院|医学)[^，。；、\s]{0,4}(?:隔离|观察)|(?:解除|结束|无需|不需|不用|未|没有)[^，。；、\s]{0,3}隔离/;

function isHeldOnSite(action: string | undefined): boolean {
  return action !== undefined && HELD.test(action) && !ELSEWHERE.test(action);
}

/** Who was in isolation on each day: the people, and how many rows of people who are not known for certain. */
function isolatedByDay(logs: Logs): Map<string, { people: Set<Person>; unknown: number }> {
  const days = new Map<string, { people: Set<Person>; unknown: number }>();
  for (const row of logs.rows('isolation')) {
    if (row.date === undefined) continue;
    // a stay past midnight is one of both days
    const overnight = row.time_out !== undefined && row.time_out > MINUTES_OF_A_DAY;
    for (const day of overnight ? [row.date, addDays(row.date, 1)] : [row.date]) {
      const ofDay = days.get(day) ?? { people: new Set(), unknown: 0 };
      days.set(day, ofDay);
      const person = logs.people.of(row.at);
      if (person) ofDay.people.add(person);
      else ofDay.unknown++;
    }
  }
  return days;
}

const isolationVentilated = rule({
  id: 'isolation-ventilated',
  clauses: ['四（二）3'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['isolationRooms'] },
  title: { zh: '隔离室通风', en: 'Ventilation of the isolation room' },
  demand: { zh: '隔离室通风良好', en: 'The isolation room is well ventilated' },
  advice: {
    zh: '改用能开窗的房间，或加装独立排风',
    en: 'Use a room with windows that open, or install an exhaust of its own',
  },
  reading: {
    zh: '能开窗或有独立排风即算通风，好不好须现场看',
    en: 'windows or an own exhaust count as ventilation; how good it is a person must see',
  },
  messages: {
    none: { zh: '隔离室 {room} 没有通风', en: 'isolation room {room} has no ventilation' },
  },
  *profile({ profile }) {
    const rooms = profile.isolationRooms ?? [];
    if (rooms.length === 0) yield { missing: 'isolationRooms' };
    const isVentilated = ({ ventilation }: IsolationRoom): boolean =>
      ventilation !== undefined && ventilation !== 'none';
    yield* share(VENTILATED, rooms, isVentilated, 'isolationRooms');
    yield* missingFrom(rooms, 'isolationRooms', ['ventilation']);
    for (const [i, room] of rooms.entries()) {
      if (room.ventilation !== 'none') continue;
      yield { at: `isolationRooms[${i}].ventilation`, message: 'none', params: { room: nameOf(room, i) } };
    }
  },
});

/** How a profile says that a room is shared with nothing. */
const NOTHING = ['无', '没有', 'none'];

const isolationIndependent = rule({
  id: 'isolation-independent',
  clauses: ['四（二）3'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['isolationRooms', 'classes'] },
  title: { zh: '隔离室独立', en: 'A room of its own' },
  demand: { zh: '隔离室独立设置', en: 'The isolation room is a room of its own' },
  advice: {
    zh: '腾出一间专用；不合用的在 sharedWith 写“无”',
    en: 'Free a room for this use only; where it is shared with nothing, enter sharedWith: 无 (or none)',
  },
  reading: {
    zh: '独立即单独一间、不与其他用途合用，班级也不在里面上课',
    en: 'a room of its own is a separate one that serves nothing else and in which no class is held',
  },
  messages: {
    notIndependent: {
      zh: '隔离室 {room} 不是独立的房间',
      en: 'isolation room {room} is not a room of its own',
    },
    shared: { zh: '隔离室 {room} 与其他用途合用', en: 'isolation room {room} also serves another use' },
    usedForClass: {
      zh: '隔离室 {room} 又是班级上课的地方',
      en: 'isolation room {room} is also where a class is held',
    },
  },
  *profile({ profile }) {
    const rooms = profile.isolationRooms ?? [];
    if (rooms.length === 0) yield { missing: 'isolationRooms' };
    const isShared = ({ sharedWith }: IsolationRoom): boolean =>
      sharedWith !== undefined && !NOTHING.includes(sharedWith.trim());
    const isOwn = (room: IsolationRoom): boolean =>
      room.independent === true && room.sharedWith !== undefined && !isShared(room);
    yield* share(INDEPENDENT, rooms, isOwn, 'isolationRooms');
    yield* missingFrom(rooms, 'isolationRooms', ['independent', 'sharedWith']);
    for (const [i, room] of rooms.entries()) {
      const at = `isolationRooms[${i}]`;
      const params = { room: nameOf(room, i) };
      if (room.independent === false) yield { at: `${at}.independent`, message: 'notIndependent', params };
      if (isShared(room)) yield { at: `${at}.sharedWith`, message: 'shared', params };
      const k = (profile.classes ?? []).findIndex((each) => isSameSpace(profile, each.room, room.space));
      if (k >= 0) yield { at: `${at}.space`, message: 'usedForClass', params, related: [`classes[${k}].room`] };
    }
  },
});

/** Whether two references, each an id or a name, are to one space. */
function isSameSpace({ spaces = [] }: Profile, one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one === other || spaces.some(({ id, name }) => [id, name].includes(one) && [id, name].includes(other));
}

const isolationNoSharedAirflow = rule({
  id: 'isolation-no-shared-airflow',
  clauses: ['四（二）3'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['isolationRooms'] },
  title: { zh: '隔离室空气不与他处流通', en: 'No shared air' },
  demand: {
    zh: '隔离室与其他室内区域没有空气流通',
    en: 'The isolation room exchanges no air with other indoor areas',
  },
  advice: {
    zh: '换一间空气独立的房间，或封闭通往其他房间的风口、中央空调和回风管',
    en: 'Use a room with its own air, or close the vents, central air and return ducts to other rooms',
  },
  reading: {
    zh: '能关上的门不算流通；中央空调、回风管算流通；实际情况须现场看',
    en: 'a door that closes is no exchange, central air or a return duct is; a person must see the room',
  },
  messages: {
    shared: {
      zh: '隔离室 {room} 与其他室内区域空气流通',
      en: 'isolation room {room} exchanges air with other indoor areas',
    },
    ducted: {
      zh: '隔离室 {room} 用中央空调或有回风管',
      en: 'isolation room {room} has central air or a return duct',
    },
  },
  *profile({ profile }) {
    const rooms = profile.isolationRooms ?? [];
    if (rooms.length === 0) yield { missing: 'isolationRooms' };
    const isDucted = ({ airHandling }: IsolationRoom): boolean =>
      airHandling === 'central' || airHandling === 'return-duct';
    const hasOwnAir = (room: IsolationRoom): boolean =>
      room.sharedAirflow === false && room.airHandling !== undefined && !isDucted(room);
    yield* share(OWN_AIR, rooms, hasOwnAir, 'isolationRooms');
    yield* missingFrom(rooms, 'isolationRooms', ['sharedAirflow', 'airHandling']);
    for (const [i, room] of rooms.entries()) {
      const at = `isolationRooms[${i}]`;
      const params = { room: nameOf(room, i) };
      if (room.sharedAirflow === true) yield { at: `${at}.sharedAirflow`, message: 'shared', params };
      if (isDucted(room)) yield { at: `${at}.airHandling`, message: 'ducted', params };
    }
  },
});

const isolationOwnToiletWashing = rule({
  id: 'isolation-own-toilet-washing',
  clauses: ['四（二）3'],
  severity: 'warning',
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['isolationRooms'] },
  title: { zh: '隔离室卫生间和洗手设施', en: 'Own toilet and hand-washing' },
  demand: {
    zh: '隔离室最好有单独使用的卫生间和洗手设施',
    en: 'Preferably the isolation room has its own toilet and hand-washing',
  },
  advice: {
    zh: '有条件的选带卫生间和洗手池的房间',
    en: 'Where possible choose a room with a toilet and a basin',
  },
  messages: {
    noToilet: { zh: '隔离室 {room} 没有单独的卫生间', en: 'isolation room {room} has no toilet of its own' },
    noHandwash: { zh: '隔离室 {room} 没有单独的洗手设施', en: 'isolation room {room} has no hand-washing of its own' },
  },
  *profile({ profile }) {
    const rooms = profile.isolationRooms ?? [];
    if (rooms.length === 0) yield { missing: 'isolationRooms' };
    yield* share(OWN_TOILET, rooms, ({ ownToilet }) => ownToilet === true, 'isolationRooms');
    yield* share(OWN_HANDWASH, rooms, ({ ownHandwash }) => ownHandwash === true, 'isolationRooms');
    yield* missingFrom(rooms, 'isolationRooms', ['ownToilet', 'ownHandwash']);
    for (const [i, room] of rooms.entries()) {
      const at = `isolationRooms[${i}]`;
      const params = { room: nameOf(room, i) };
      if (room.ownToilet === false) yield { at: `${at}.ownToilet`, message: 'noToilet', params };
      if (room.ownHandwash === false) yield { at: `${at}.ownHandwash`, message: 'noHandwash', params };
    }
  },
});

type EquipmentKey = keyof NonNullable<IsolationRoom['equipment']>;

const EQUIPMENT: readonly { key: EquipmentKey; item: ItemId; what: Wording }[] = [
  { key: 'thermometers', item: 'isolationThermometer', what: { zh: '体温计', en: 'thermometers' } },
  { key: 'masks', item: 'isolationMask', what: { zh: '口罩', en: 'masks' } },
  { key: 'disinfectant', item: 'isolationDisinfectant', what: { zh: '消毒用品', en: 'disinfectant' } },
];

const BEDS_AND_EQUIPMENT: typeof EQUIPMENT = [
  { key: 'beds', item: 'isolationBed', what: { zh: '床位', en: 'beds' } },
  ...EQUIPMENT,
];
const CAPACITY = { what: { zh: '计划容纳', en: 'planned for' }, unit: UNITS.person };

/** What there is of each article in one of the rooms, which is named where there are several; none if it gives nothing. */
function equipmentOf(rooms: readonly IsolationRoom[], i: number, articles: typeof EQUIPMENT, bound: Bound) {
  const room = rooms[i];
  const equipment = room?.equipment;
  if (!equipment) return [];
  const of = rooms.length === 1 ? '' : nameOf(room, i);
  return articles.map(({ key, item, what: { zh, en } }) => {
    const what = { zh: `${of}${zh}`, en: `${of} ${en}`.trim() };
    return { ...amount(article(item, what), equipment[key], bound, `isolationRooms[${i}].equipment.${key}`), item };
  });
}

const isolationEquipped = rule({
  id: 'isolation-equipped',
  clauses: ['四（二）3'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['isolationRooms'] },
  limits: ['isolationItems'],
  title: { zh: '隔离室用品', en: 'Equipment of the isolation room' },
  demand: {
    zh: '隔离室配消毒用品、体温计、口罩',
    en: 'The isolation room has disinfectant, thermometers and masks',
  },
  advice: { zh: '给隔离室配齐三样用品', en: 'Equip the room with all three' },
  reading: {
    zh: '“最好”只指卫生间和洗手设施，三样用品必须有',
    en: '"preferably" covers only toilet and hand-washing; the three articles are required',
  },
  messages: {
    tooFew: {
      zh: '{item}（{room}）{have}，至少 {least}',
      en: '{item} ({room}): {have}; at least {least} needed',
    },
  },
  *profile({ profile, limits }) {
    const rooms = profile.isolationRooms ?? [];
    if (rooms.length === 0) yield { missing: 'isolationRooms' };
    yield* missingFrom(rooms, 'isolationRooms', ['equipment']);
    for (const [i, room] of rooms.entries()) {
      for (const each of equipmentOf(rooms, i, EQUIPMENT, limits.isolationItems)) {
        yield* enough(each, 'tooFew', { room: nameOf(room, i), item: ITEMS[each.item].name });
      }
    }
  },
});

const isolationCapacity = rule({
  id: 'isolation-capacity',
  clauses: ['四（二）3'],
  phase: 'prep',
  class: 'profile',
  also: ['log'],
  checklist: true,
  needs: { profile: ['isolationRooms'], logs: ['L12'] },
  limits: ['isolationCapacity', 'isolationItemsPerPerson'],
  title: { zh: '隔离室容量', en: 'Capacity of the isolation room' },
  demand: {
    zh: '隔离室所有设施设备的数量够隔离观察的人用',
    en: 'All that the isolation room holds suffices for those under observation',
  },
  advice: {
    zh: '按计划容纳人数补足每样用品',
    en: 'Have as many of each article as the planned capacity',
  },
  reading: {
    zh: '设施设备查床位或座位、体温计、口罩、消毒用品四样；需求看计划容纳人数，有隔离记录的再看同时在室的人数',
    en: 'beds or seats, thermometers, masks and disinfectant are looked at; the need is the planned capacity and, with an isolation record, the most people at one time',
  },
  messages: {
    capacityTooSmall: {
      zh: '隔离室 {room} 计划容纳 {have} 人，至少 {least} 人（工具默认值，非预案规定）',
      en: 'isolation room {room} is planned for {have} {have:person|people}; at least {least} (toolkit default)',
    },
    tooFew: {
      zh: '{item}（{room}）{have}，计划容纳 {capacity} 人须 {least}',
      en: '{item} ({room}): {have}; a capacity of {capacity} needs {least}',
    },
    tooFewAtOnce: {
      zh: '{day} 隔离室同时有 {peak} 人，{item}只有 {have}，须 {least}',
      en: '{peak} people were in isolation at once on {day}; {item}: {have}, {least} needed',
    },
    noEquipment: {
      zh: '没有概况，或概况里没有隔离室用品',
      en: 'there is no profile, or it gives no equipment of an isolation room',
    },
  },
  *profile({ profile, limits }) {
    const rooms = profile.isolationRooms ?? [];
    if (rooms.length === 0) yield { missing: 'isolationRooms' };
    yield* missingFrom(rooms, 'isolationRooms', ['plannedCapacity', 'equipment']);
    for (const [i, room] of rooms.entries()) {
      const capacity = room.plannedCapacity;
      if (capacity === undefined) continue;
      const name = nameOf(room, i);
      const people = amount(CAPACITY, capacity, limits.isolationCapacity, `isolationRooms[${i}].plannedCapacity`);
      yield* enough(people, 'capacityTooSmall', { room: name });
      if (!people.met) continue;
      for (const each of equipmentOf(rooms, i, BEDS_AND_EQUIPMENT, times(limits.isolationItemsPerPerson, capacity))) {
        yield* enough(each, 'tooFew', { room: name, item: ITEMS[each.item].name, capacity });
      }
    }
  },
  *logs({ logs, profile, limits }) {
    const rooms = profile?.isolationRooms ?? [];
    if (!rooms.some(({ equipment }) => equipment !== undefined)) {
      yield { notApplicable: 'noEquipment' };
      return;
    }
    const stays = staysByRoom(logs, rooms);
    for (const [index, inRoom] of stays) {
      const peak = peakOf(eachOnce(logs, inRoom));
      if (!peak) continue;
      const needed = times(limits.isolationItemsPerPerson, peak.count);
      for (const { key, item } of BEDS_AND_EQUIPMENT) {
        // without the room, all that there is counts; what one room does not state is asked for in the profile
        const given = index === undefined ? rooms : rooms.slice(index, index + 1);
        const counts = given.map(({ equipment }) => equipment?.[key]);
        const have = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
        if (counts.includes(undefined) || keeps(needed, have)) continue;
        const { row, count } = peak;
        const day = row.date ?? '';
        const params = { day, peak: count, item: ITEMS[item].name, have, least: leastWhole(needed) };
        yield { row, message: 'tooFewAtOnce', params, key: `${day} ${index ?? ''} ${key}` };
      }
    }
  },
});

const MINUTES_OF_A_DAY = 1440;
const MILLISECONDS_OF_A_MINUTE = 60_000;

/** A stay in isolation, in minutes; the end is not part of it. */
interface Stay {
  readonly row: RowOf<'isolation'>;
  readonly from: number;
  readonly to: number;
}

/** Returns the stays in each room, by its place in the profile; those in a room that is not known are under `undefined`. */
function staysByRoom(logs: Logs, rooms: readonly IsolationRoom[]): Map<number | undefined, Stay[]> {
  const places = new Map(rooms.map(({ space = '' }, i) => [logs.names.space(space), i]));
  const only = rooms.length === 1 ? 0 : undefined;
  const stays = new Map<number | undefined, Stay[]>();
  for (const row of logs.rows('isolation')) {
    if (row.date === undefined || row.time_in === undefined) continue;
    const midnight = Date.parse(row.date) / MILLISECONDS_OF_A_MINUTE;
    // someone whose leaving is not written down was there for as long as something was
    const last = row.time_out ?? Math.max(row.time_in, row.retest_at ?? 0, row.contact_notified_at ?? 0);
    const stay = { row, from: midnight + row.time_in, to: midnight + Math.max(last, row.time_in + 1) };
    const room = only ?? (row.room === undefined ? undefined : places.get(logs.names.space(row.room)));
    const others = stays.get(room);
    if (others) others.push(stay);
    else stays.set(room, [stay]);
  }
  // where a room is not known, nobody can be told apart by rooms: all count together
  if (stays.has(undefined)) return new Map([[undefined, [...stays.values()].flat()]]);
  return stays;
}

/** Returns the stays in their order, those of one person that overlap as one. */
function eachOnce(logs: Logs, stays: readonly Stay[]): Stay[] {
  const found: Stay[] = [];
  const places = new Map<Person, number>();
  for (const stay of [...stays].sort((a, b) => a.from - b.from)) {
    const person = logs.people.of(stay.row.at);
    const place = (person && places.get(person)) ?? found.length;
    const before = found[place];
    if (before && stay.from < before.to) {
      found[place] = { ...before, to: Math.max(before.to, stay.to) };
      continue;
    }
    if (person) places.set(person, found.length);
    found.push(stay);
  }
  return found;
}

/** Returns the greatest number of stays at once, given in order, and the row of the one with whom it was reached. */
function peakOf(stays: readonly Stay[]): { readonly count: number; readonly row: RowOf<'isolation'> } | undefined {
  const ends = stays.map(({ to }) => to).sort((a, b) => a - b);
  let left = 0;
  let peak: { count: number; row: RowOf<'isolation'> } | undefined;
  for (const [i, { row, from }] of stays.entries()) {
    while ((ends[left] ?? Number.POSITIVE_INFINITY) <= from) left++;
    const count = i + 1 - left;
    if (!peak || count > peak.count) peak = { count, row };
  }
  return peak;
}

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  isolationRoomExists,
  isolationRulesPosted,
  isolationRecordKept,
  isolationVentilated,
  isolationIndependent,
  isolationNoSharedAirflow,
  isolationOwnToiletWashing,
  isolationEquipped,
  isolationCapacity,
];
