/** 四（二）1 二案七制: the two plans, their sub-plans, the seven systems, and how the systems are carried out. */

import type { RowOf } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import type { Person } from '../logs/people.js';
import { FLAG } from '../logs/streamed.js';
import { addDays, daysBetween } from '../plan/days.js';
import type { GroundPart } from '../plan/grounds.js';
import { ITEMS } from '../plan/items.js';
import { keeps, leastWhole } from '../plan/limit.js';
import type { ProfileDocument } from '../profile/profile.types.js';
import type { Wording } from '../types.js';
import { type LogRaised, type Rule, rule, type Unless } from './rule.js';
import { type AbsenceCase, absenceCases } from './shared/absence-cases.js';
import { reasonOf } from './shared/absence-reasons.js';
import { type CheckDay, type CheckGroup, checkDays, dueOf, needsOf, SLOTS, type Slot } from './shared/check-groups.js';
import { documentsOf, measuredDocuments, OWNED, withoutOwner } from './shared/documents.js';
import { entriesInOrder, exact, stockOf } from './shared/ledger.js';
import { lowStocks } from './shared/low-stock.js';
import { share, UNITS } from './shared/measure.js';
import { differences } from './shared/stock-count.js';
import { isUnreadable } from './shared/unreadable.js';

type NamedKind = { readonly kind: ProfileDocument['kind']; readonly name: Wording };

const ADOPTED = { what: { zh: '已有', en: 'there are' }, unit: UNITS.copy };

const PLANS: readonly NamedKind[] = [
  { kind: 'work-plan', name: { zh: '防治工作方案', en: 'work plan' } },
  { kind: 'emergency-plan', name: { zh: '应急预案', en: 'emergency plan' } },
];

const twoPlans = rule({
  id: 'two-plans',
  clauses: ['四（二）1'],
  phase: 'prep',
  class: 'document',
  checklist: true,
  needs: { profile: ['documents'] },
  title: { zh: '二案', en: 'The two plans' },
  demand: {
    zh: '有防治新冠肺炎工作方案和疫情应急预案',
    en: 'There are a work plan against COVID-19 and an emergency plan',
  },
  advice: {
    zh: '制定所缺的方案，列入 documents（work-plan、emergency-plan）',
    en: 'Draw up the plan that is missing and list it in documents (work-plan, emergency-plan)',
  },
  messages: {
    none: { zh: '方案和制度里没有{document}', en: 'no {document} among the documents' },
  },
  *profile({ profile }) {
    if (profile.documents === undefined) {
      yield { missing: 'documents' };
      return;
    }
    yield* share(ADOPTED, PLANS, ({ kind }) => documentsOf(profile, kind).length > 0, 'documents');
    for (const { kind, name } of PLANS) {
      if (documentsOf(profile, kind).length > 0) continue;
      yield { at: 'documents', message: 'none', params: { document: name } };
    }
  },
});

const SUBPLANS: readonly NamedKind[] = [
  { kind: 'subplan-preopening', name: { zh: '开学前准备工作方案', en: 'pre-opening plan' } },
  { kind: 'subplan-opening', name: { zh: '开学工作方案', en: 'opening plan' } },
  { kind: 'subplan-teacher-training', name: { zh: '教师培训工作方案', en: 'teacher-training plan' } },
];

const workPlanThreeSubplans = rule({
  id: 'work-plan-three-subplans',
  clauses: ['四（二）1'],
  phase: 'prep',
  class: 'document',
  checklist: true,
  needs: { profile: ['documents'] },
  title: { zh: '三个分方案', en: 'The three sub-plans' },
  demand: {
    zh: '二案含开学前准备、开学、教师培训三个分方案',
    en: 'The plans include sub-plans for pre-opening, opening and teacher training',
  },
  advice: {
    zh: '补写所缺的分方案，在 documents 里各列一条',
    en: 'Write the sub-plan that is missing and list each of the three in documents',
  },
  messages: {
    none: { zh: '方案和制度里没有{document}', en: 'no {document} among the documents' },
  },
  *profile({ profile }) {
    if (profile.documents === undefined) {
      yield { missing: 'documents' };
      return;
    }
    yield* share(ADOPTED, SUBPLANS, ({ kind }) => documentsOf(profile, kind).length > 0, 'documents');
    for (const { kind, name } of SUBPLANS) {
      if (documentsOf(profile, kind).length > 0) continue;
      yield { at: 'documents', message: 'none', params: { document: name } };
    }
  },
});

/** The words of one of the seven systems. The kind of its document is the id of its rule. */
interface SystemWords {
  readonly id: Extract<ProfileDocument['kind'], `system-${string}`>;
  readonly groundPart?: GroundPart;
  readonly title: Wording;
  readonly demand: Wording;
  readonly advice: Wording;
  readonly none: Wording;
}

/** Makes the rule of one of the seven systems. */
function system({ id, groundPart, title, demand, advice, none }: SystemWords): Rule {
  return rule({
    id,
    clauses: ['四（二）1'],
    ground: '二',
    ...(groundPart ? { groundPart } : {}),
    phase: 'prep',
    class: 'document',
    checklist: true,
    needs: { profile: ['documents'] },
    title,
    demand,
    advice,
    reading: OWNED,
    default: { zh: '没有制定日期只提醒', en: 'a missing day of adoption only warns' },
    messages: {
      none,
      undated: { zh: '没有写制定日期', en: 'the day of adoption is not given' },
    },
    *profile({ profile }) {
      if (profile.documents === undefined) {
        yield { missing: 'documents' };
        return;
      }
      const listed = documentsOf(profile, id);
      yield measuredDocuments(listed);
      if (listed.length === 0) yield { at: 'documents', message: 'none' };
      yield* withoutOwner(listed);
      for (const { document, path } of listed) {
        if (document.adoptedOn !== undefined) continue;
        yield { at: `${path}.kind`, message: 'undated', severity: 'warning' };
      }
    },
  });
}

const systemReporting = system({
  id: 'system-reporting',
  title: { zh: '疫情报告制度', en: 'Reporting system' },
  demand: {
    zh: '有传染病疫情和突发公共卫生事件的报告制度',
    en: 'There is a system for reporting infectious diseases and public-health events',
  },
  advice: {
    zh: '制定报告制度，写明谁向谁报、多久报，填责任人和制定日期',
    en: 'Lay down who reports to whom and how soon; enter owner and day of adoption',
  },
  none: { zh: '方案和制度里没有疫情报告制度', en: 'no reporting system among the documents' },
});

const systemMorningNoonCheck = system({
  id: 'system-morning-noon-check',
  groundPart: 'morning-check',
  title: { zh: '晨午检制度', en: 'Morning and noon checks' },
  demand: { zh: '有晨午检制度', en: 'There is a system of morning and noon checks' },
  advice: {
    zh: '制定晨午检制度，写明谁检、何时检、异常怎么办，填责任人和制定日期',
    en: 'Lay down who checks, when, and what follows an abnormal reading; enter owner and day of adoption',
  },
  none: { zh: '方案和制度里没有晨午检制度', en: 'no system of morning and noon checks among the documents' },
});

const systemAbsenceTracing = system({
  id: 'system-absence-tracing',
  title: { zh: '因病缺勤登记和病因追踪制度', en: 'Sick absence and cause tracing' },
  demand: {
    zh: '有因病缺勤、缺课登记和病因追踪制度',
    en: 'There is a system for registering sick absence and tracing its cause',
  },
  advice: {
    zh: '制定缺勤登记和病因追踪制度，填责任人和制定日期',
    en: 'Lay down how sick absence is registered and followed up; enter owner and day of adoption',
  },
  none: {
    zh: '方案和制度里没有因病缺勤登记和病因追踪制度',
    en: 'no system for sick absence and its cause among the documents',
  },
});

const systemHealthManagement = system({
  id: 'system-health-management',
  groundPart: 'student-health',
  title: { zh: '健康管理制度', en: 'Health management' },
  demand: { zh: '有健康管理制度', en: 'There is a health-management system' },
  advice: {
    zh: '制定健康管理制度，填责任人和制定日期',
    en: 'Lay down how the health of staff and trainees is followed; enter owner and day of adoption',
  },
  none: { zh: '方案和制度里没有健康管理制度', en: 'no health-management system among the documents' },
});

const systemHygieneDisinfection = system({
  id: 'system-hygiene-disinfection',
  title: { zh: '卫生检查通报和通风消毒制度', en: 'Hygiene inspection, ventilation, disinfection' },
  demand: {
    zh: '有环境卫生检查通报和通风消毒制度',
    en: 'There is a system for hygiene inspections, their bulletins, ventilation and disinfection',
  },
  advice: {
    zh: '制定卫生检查通报和通风消毒制度，填责任人和制定日期',
    en: 'Lay down inspections, bulletins, ventilation and disinfection; enter owner and day of adoption',
  },
  none: {
    zh: '方案和制度里没有卫生检查通报和通风消毒制度',
    en: 'no system for hygiene, ventilation and disinfection among the documents',
  },
});

const systemHealthEducation = system({
  id: 'system-health-education',
  groundPart: 'etc',
  title: { zh: '防控健康教育制度', en: 'Health education' },
  demand: { zh: '有传染病防控的健康教育制度', en: 'There is a system of health education about infectious diseases' },
  advice: {
    zh: '制定健康教育制度，填责任人和制定日期',
    en: 'Lay down who is taught what about infectious diseases; enter owner and day of adoption',
  },
  none: { zh: '方案和制度里没有健康教育制度', en: 'no health-education system among the documents' },
});

const systemSuppliesManagement = system({
  id: 'system-supplies-management',
  groundPart: 'etc',
  title: { zh: '消杀物资统一集中管理制度', en: 'Central management of disinfection supplies' },
  demand: {
    zh: '有消杀物资统一集中管理的制度',
    en: 'There is a system for the central management of disinfection supplies',
  },
  advice: {
    zh: '制定消杀物资管理制度，写明保管、领用、盘点，填责任人和制定日期',
    en: 'Lay down keeping, issuing and counting of the supplies; enter owner and day of adoption',
  },
  none: {
    zh: '方案和制度里没有消杀物资管理制度',
    en: 'no system for managing disinfection supplies among the documents',
  },
});

const morningNoonCheckRun = rule({
  id: 'morning-noon-check-run',
  clauses: ['四（二）1'],
  ground: '二',
  groundPart: 'morning-check',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L17', 'L3', 'L3s'] },
  title: { zh: '晨检、午检', en: 'Morning and noon checks held' },
  demand: { zh: '落实晨午检制度', en: 'The system of morning and noon checks is carried out' },
  advice: {
    zh: '在晨午检记录里补登所缺的人，或查明没有检的原因',
    en: 'Enter the missing checks in the log, or find out why they were not held',
  },
  reading: {
    zh: '以每个培训日、到训的每个人都有晨检和午检记录为落实；只有上午课的班不查午检，只有下午课的不查晨检，时间不明的都查；教师看自己的课，其他教职工看当天各班的课；填不出勤的算已查',
    en: 'carried out means a morning and a noon check on record for each person present on each training day; classes held only before or after noon need one check, at unknown hours both; teachers go by their own lessons, other staff by those of the day; a person entered as absent counts as checked',
  },
  messages: {
    noTraining: { zh: '日志期间没有培训日', en: 'there is no training day in the period of the logs' },
    person: { zh: '{day} 到训，没有{slot}记录', en: 'present on {day} without a {slot} on record' },
    group: { zh: '{class} {day} 没有{slot}记录', en: '{class} has no {slot} on record on {day}' },
    fewer: {
      zh: '{class} {day} 实到 {attended} 人，有{slot}记录的 {have} 人',
      en: '{class} on {day}: {attended} attended, {have} have a {slot} on record',
    },
    incomplete: {
      zh: '{slot}实检 {checked} 人，应检减缺勤为 {due} 人',
      en: '{slot}: {checked} checked, but expected less absent makes {due}',
    },
    dayWithout: { zh: '{day} 开放，没有晨午检记录', en: 'open on {day} without any check on record' },
  },
  *logs({ logs, profile }) {
    if (!logs.has('check') && !logs.has('check-summary')) {
      yield { notGiven: ['check', 'check-summary'] };
      return;
    }
    const log = logs.has('check') ? 'check' : 'check-summary';
    let training = false;
    for (const day of checkDays(logs, profile)) {
      training ||= day.groups.some((group) => group.class !== undefined);
      for (const group of day.groups) for (const slot of SLOTS) yield* judgeChecks(group, slot, day, log);
      if (day.groups.length > 0 || !day.isOpen) continue;
      training = true;
      yield { log, day: day.day, message: 'dayWithout', params: { day: day.day }, key: day.day };
    }
    if (!training) yield { notApplicable: 'noTraining' };
  },
});

type CheckMessage = 'noTraining' | 'person' | 'group' | 'fewer' | 'incomplete' | 'dayWithout';

const SLOT_NAMES: Readonly<Record<Slot, Wording>> = {
  晨: { zh: '晨检', en: 'morning check' },
  午: { zh: '午检', en: 'noon check' },
};
const SLOT_FLAGS: Readonly<Record<Slot, number>> = { 晨: FLAG.morning, 午: FLAG.noon };

/** A lesson that could not be read may be why no check was needed. */
const A_CHECK = { kinds: ['check', 'check-summary'], reasons: ['session'] } as const satisfies Unless;

/** What lacks of one check of a group on a day: one finding where nobody has it, else one for each person. */
function* judgeChecks(
  group: CheckGroup,
  slot: Slot,
  { day, unplaced, repeated }: CheckDay,
  about: 'check' | 'check-summary',
): Generator<LogRaised<CheckMessage>> {
  const has = (flags: number): boolean => (flags & SLOT_FLAGS[slot]) !== 0;
  const params = {
    day,
    slot: SLOT_NAMES[slot],
    class: group.class === undefined ? { zh: '教职工', en: 'the staff' } : group.class,
  };
  const key = `${day} ${slot} ${group.class ?? ''}`;
  const have = group.people.filter(({ flags }) => has(flags)).length;
  const lacking = group.people.filter(({ flags, needs }) => needs[slot] && (flags & FLAG.present) !== 0 && !has(flags));
  const lessons = group.needs[slot] ? group.lessons.filter((row) => needsOf(row)[slot] && row.attended !== 0) : [];
  const [lesson] = lessons;
  const perhaps = unplaced.filter((each) => has(each.flags) && (each.class ?? group.class) === group.class).length;
  if (have === 0 && perhaps === 0) {
    const [first] = lacking;
    const summaries = group.needs[slot] ? group.summaries : { 晨: [], 午: [] };
    const summary = summaries[slot]
      .map((row) => ({ row, due: dueOf(row) }))
      .find(({ row, due }) => due !== undefined && row.checked !== undefined);
    const [other] = SLOTS.flatMap((each) => summaries[each]);
    if (summary) {
      const counts = { ...params, checked: summary.row.checked ?? 0, due: summary.due ?? 0 };
      yield { row: summary.row, column: 'checked', message: 'incomplete', params: counts, key, unless: A_CHECK };
    } else if (lesson) yield { row: lesson, message: 'group', params, key, about, unless: A_CHECK };
    else if (group.planned !== undefined && group.needs[slot]) yield { at: group.planned, message: 'group', params };
    else if (first) yield { mark: first.mark, message: 'group', params, key, about, unless: A_CHECK };
    else if (other) yield { row: other, message: 'group', params, key, unless: A_CHECK };
    return;
  }
  for (const { mark } of lacking) yield { mark, message: 'person', params, key, about };
  const attended = lessons.reduce((most, { attended = 0 }) => Math.max(most, attended), 0);
  const counted = have + lacking.length + perhaps + repeated;
  if (lesson && attended > counted)
    yield { row: lesson, message: 'fewer', params: { ...params, attended, have }, key, about };
}

const absenceRegistered = rule({
  id: 'absence-registered',
  clauses: ['四（二）1'],
  ground: '二',
  groundPart: 'not-carried-out',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L3', 'L3s', 'L6'] },
  title: { zh: '因病缺勤登记', en: 'Sick absences registered' },
  demand: { zh: '因病缺勤、缺课的都登记', en: 'Every absence for sickness is registered' },
  advice: {
    zh: '把缺勤的人登进因病缺勤追踪记录；不是因病的写明原因',
    en: 'Enter the absent person in the absence log; where it is not sickness, state the reason',
  },
  reading: {
    zh: '逐人登记；没有写原因的缺勤按因病处理，原因看不出是不是因病的只提醒；登记一次，到返训之前都算',
    en: 'each person is registered; an absence without a stated reason is treated as sickness, a reason that may or may not be sickness only warns; one entry covers the days up to the return',
  },
  messages: {
    noAbsence: { zh: '日志期间没有因病缺勤', en: 'nobody was absent for sickness in the period of the logs' },
    notRegistered: {
      zh: '{day} 因病或没有写原因缺勤，没有登记',
      en: 'absent on {day} for sickness or without a reason, and not registered',
    },
    unclear: {
      zh: '{day} 缺勤，原因看不出是不是因病，没有登记',
      en: 'absent on {day} for a reason that may or may not be sickness, and not registered',
    },
    fewer: {
      zh: '{class} {day} 因病缺勤 {absent} 人，登记病假的 {have} 人',
      en: '{class} on {day}: {absent} absent for sickness, {have} registered as such',
    },
  },
  *logs({ logs }) {
    if (!logs.has('check') && !logs.has('check-summary')) {
      yield { notGiven: ['check', 'check-summary'] };
      return;
    }
    const judged = new Set(logs.calendarDays);
    const absences = logs
      .rows('check')
      .filter((row) => row.present === false && reasonOf(row.absence_reason) !== 'other' && judged.has(row.date ?? ''));
    const counts = logs.rows('check-summary').filter((row) => (row.sick_absent ?? 0) > 0 && judged.has(row.date ?? ''));
    if (absences.length === 0 && counts.length === 0) {
      yield { notApplicable: 'noAbsence' };
      return;
    }
    if (!logs.has('absence')) {
      yield { notGiven: ['absence'] };
      return;
    }
    const cases = absenceCases(logs);
    const ofPerson = grouped(cases, ({ person }) => person);
    const said = new Map<Person, Set<string>>();
    for (const row of absences) {
      const person = logs.people.of(row.at);
      const day = row.date ?? '';
      if (!person || ofPerson.get(person)?.some((each) => covers(each, day))) continue;
      // the other check of the same day says the same
      const days = said.get(person) ?? new Set();
      if (days.has(day)) continue;
      said.set(person, days.add(day));
      const what = { params: { day }, key: day, about: 'absence', unless: ANY_ROW } as const;
      if (reasonOf(row.absence_reason) === 'unclear') {
        yield { row, column: 'absence_reason', message: 'unclear', severity: 'warning', ...what };
      } else yield { row, column: 'absence_reason', message: 'notRegistered', ...what };
    }
    const ofClass = grouped(cases.filter(isSickLeave), ({ rows: [{ group }] }) => logs.names.class(group ?? ''));
    for (const { row, name } of greatestOfDay(counts, logs)) {
      const { date: day = '', sick_absent: absent = 0 } = row;
      const have = new Set(
        (ofClass.get(name) ?? []).flatMap((each) => (covers(each, day) ? [each.person ?? each] : [])),
      ).size;
      if (have >= absent) continue;
      const params = { class: name, day, absent, have };
      yield {
        row,
        column: 'sick_absent',
        message: 'fewer',
        params,
        key: `${day} ${name}`,
        unless: { anyDay: true, rows: absent - have },
      };
    }
  },
});

/** Of each class and day the summary with the most who are absent for sickness: the other check says the same. */
function greatestOfDay(
  counts: readonly RowOf<'check-summary'>[],
  logs: Logs,
): Iterable<{ row: RowOf<'check-summary'>; name: string }> {
  const found = new Map<string, { row: RowOf<'check-summary'>; name: string }>();
  for (const row of counts) {
    if (row.class === undefined) continue;
    const name = logs.names.class(row.class);
    const key = `${row.date} ${name}`;
    const known = found.get(key);
    if (!known || (row.sick_absent ?? 0) > (known.row.sick_absent ?? 0)) found.set(key, { row, name });
  }
  return found.values();
}

/** Whether a case covers the day: from its first row to the return, or still. */
function covers({ rows: [first], until }: AbsenceCase, day: string): boolean {
  return first.date <= day && (until === undefined || day <= until);
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function isSickLeave({ rows }: AbsenceCase): boolean {
  return rows.some(({ type }) => type === '病假');
}

const absenceCauseTraced = rule({
  id: 'absence-cause-traced',
  clauses: ['四（二）1'],
  ground: '二',
  groundPart: 'not-carried-out',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L6'] },
  title: { zh: '病因追踪', en: 'Cause of sickness traced' },
  demand: { zh: '因病缺勤的，追踪病因', en: 'The cause of a sick absence is traced' },
  advice: {
    zh: '联系本人，补记症状或诊断、追踪情况、转归和返训日期',
    en: 'Contact the person; enter symptoms or diagnosis, follow-up, outcome and day of return',
  },
  reading: {
    zh: '追踪到有结论为止：写了转归（在治除外）或返训日期的算有结论；病因看主要症状、诊断或病因；没有结论而久未追踪的只提醒',
    en: 'traced means followed to an outcome: any other than being under treatment, or a day of return, closes a case; its cause is told by symptoms, diagnosis or cause; an open case long without follow-up only warns',
  },
  limits: ['followUpDays'],
  messages: {
    noCase: { zh: '没有因病缺勤', en: 'nobody was absent for sickness' },
    causeUnknown: {
      zh: '已有结论，没有写症状，也没有写诊断或病因',
      en: 'closed without symptoms, diagnosis or cause',
    },
    notFollowed: {
      zh: '还没有结论，已有 {have} 天没有追踪，最多 {limit} 天（工具默认值，非预案规定）',
      en: 'still open, and not followed up for {have} {have:day|days}; at most {limit} (toolkit default) are allowed',
    },
  },
  *logs({ logs, limits, asOf }) {
    const cases = absenceCases(logs).filter(isSickLeave);
    if (cases.length === 0) yield { notApplicable: 'noCase' };
    const last = logs.calendarDays.at(-1);
    const today = last === undefined ? asOf : addDays(last, 1);
    for (const { rows, closing } of cases) {
      const latest = rows.at(-1) ?? rows[0];
      if (closing) {
        if (!rows.some(tellsCause))
          yield { row: closing, column: 'diagnosis', message: 'causeUnknown', unless: ANY_ROW };
        continue;
      }
      const on =
        rows
          .flatMap(({ date, follow_date = date }) => [date, follow_date])
          .sort()
          .at(-1) ?? asOf;
      const have = daysBetween(on, today);
      if (keeps(limits.followUpDays, have)) continue;
      const params = { have, limit: limits.followUpDays.value };
      yield {
        row: latest,
        column: 'follow_date',
        message: 'notFollowed',
        severity: 'warning',
        params,
        unless: ANY_ROW,
      };
    }
  },
});

/** A row of any day that could not be read may be the one that is missing, or stand between two others. */
const ANY_ROW = { anyDay: true } as const satisfies Unless;

function tellsCause({ symptoms = [], diagnosis, cause }: RowOf<'absence'>): boolean {
  return (
    symptoms.length > 0 ||
    [diagnosis, cause].some((text) => text !== undefined && !/^(?:无|没有|暂无|不详|不明)$/.test(text))
  );
}

const hygieneInspectionBulletin = rule({
  id: 'hygiene-inspection-bulletin',
  clauses: ['四（二）1'],
  ground: '二',
  groundPart: 'not-carried-out',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L10'] },
  title: { zh: '卫生检查通报', en: 'Hygiene inspections notified' },
  demand: { zh: '开展环境卫生检查并通报', en: 'Hygiene inspections are held and their results made known' },
  advice: {
    zh: '检查后通报结果，在环境卫生检查通报记录里填通报日期',
    en: 'Make the result known after each inspection and log the day',
  },
  reading: {
    zh: '条款没有写多久一次：从未通报为不符合，间隔过长只提醒',
    en: 'the clause does not say how often: none at all fails, long gaps only warn',
  },
  limits: ['bulletinDays'],
  messages: {
    none: {
      zh: '没有一次卫生检查填了通报日期',
      en: 'no hygiene inspection has a day on which its result was made known',
    },
    gap: {
      zh: '从 {from} 到 {to} 隔了 {days} 天没有卫生通报',
      en: 'no result was made known for {days} {days:day|days}, from {from} to {to}',
    },
  },
  *logs({ logs, limits, asOf }) {
    const notified = logs.rows('hygiene').flatMap((row) => {
      const { notified_on: on } = row;
      return on === undefined || on > asOf ? [] : [{ on, row }];
    });
    if (notified.length === 0) {
      yield { log: 'hygiene', message: 'none' };
      return;
    }
    notified.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    // the period of the logs begins and ends as a bulletin does
    const [first] = logs.calendarDays;
    const last = logs.calendarDays.at(-1);
    let from = first;
    let after: RowOf<'hygiene'> | undefined;
    for (const { on, row } of [...notified, { on: last, row: undefined }]) {
      if (on === undefined) continue;
      const days = from === undefined ? 0 : daysBetween(from, on);
      if (from !== undefined && !keeps(limits.bulletinDays, days)) {
        const gap = { message: 'gap', severity: 'warning', params: { from, to: on, days }, key: from } as const;
        if (after) yield { row: after, column: 'notified_on', ...gap };
        else yield { log: 'hygiene', ...gap };
      }
      if (from === undefined || on > from) from = on;
      if (row) after = row;
    }
  },
});

const healthEducationRun = rule({
  id: 'health-education-run',
  clauses: ['四（二）1'],
  ground: '二',
  groundPart: 'etc',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L16', 'L17'] },
  title: { zh: '开展健康教育', en: 'Health education held' },
  demand: { zh: '开展健康教育并有记录', en: 'Health education is held and recorded' },
  advice: {
    zh: '安排一次健康教育，记入培训演练教育记录或教学日志',
    en: 'Hold a session of health education and log it',
  },
  reading: {
    zh: '条款没有写多久一次：日志期间有一次即可',
    en: 'the clause does not say how often: one session in the period of the logs will do',
  },
  messages: {
    none: { zh: '没有开展健康教育的记录', en: 'no session of health education is on record' },
  },
  *logs({ logs, asOf }) {
    const isPast = ({ date }: { readonly date: string | undefined }): boolean => date !== undefined && date <= asOf;
    if (logs.rows('training').some((row) => row.type === '健康教育' && isPast(row))) return;
    if (logs.rows('session').some((row) => row.epidemic === true && isPast(row))) return;
    if (!logs.has('training')) yield { notGiven: ['training'] };
    else if (!logs.has('session')) yield { notGiven: ['session'] };
    else yield { log: 'training', message: 'none' };
  },
});

const suppliesCentralisedLedger = rule({
  id: 'supplies-centralised-ledger',
  clauses: ['四（二）1'],
  ground: '二',
  groundPart: 'etc',
  phase: 'run',
  class: 'log',
  also: ['profile'],
  checklist: false,
  needs: { profile: ['supplies.keeper'], logs: ['L15'] },
  limits: ['masksPerClassroom', 'bleachBottles', 'sprayers', 'thermometerGuns'],
  title: { zh: '消杀物资台账和保管员', en: 'Ledger and keeper of the supplies' },
  demand: { zh: '消杀物资统一集中管理', en: 'Disinfection supplies are managed centrally' },
  advice: {
    zh: '指定保管员填入 supplies.keeper，按台账逐笔核对结存',
    en: 'Appoint a keeper (supplies.keeper) and check the balances of the ledger entry by entry',
  },
  reading: {
    zh: '以有保管员、台账结存对得上为凭；品名、规格、单位、存放位置都相同的算同一种物资；盘点日期在台账里时才与概况比，不同只提醒，酒精和论包的口罩不比；四（六）的数量是开班前的储备，以后低于它只提醒',
    en: 'a keeper and a ledger that adds up show it; rows with the same name, specification, unit and store are one stock; the profile is compared only where its day of counting stands in the ledger, a difference warns, alcohol and masks in packs are left out; the numbers of 四（六） are the stock to begin with, falling below them later only warns',
  },
  messages: {
    noKeeper: {
      zh: '看不出由谁保管：台账没有填保管员，概况也没有填 supplies.keeper',
      en: 'who keeps the supplies is not stated: neither the ledger nor supplies.keeper in the profile names a keeper',
    },
    negative: { zh: '“{column}”小于零', en: '"{column}" is below zero' },
    sum: {
      zh: '期初＋入库－出库是 {expected}，与结存 {have} 对不上',
      en: 'opening stock plus in minus out is {expected}, which does not agree with the balance of {have}',
    },
    chain: {
      zh: '期初 {have} 与同一物资、同一存放位置上一行的结存 {expected} 对不上',
      en: 'the opening stock of {have} does not agree with {expected}, the balance before of the same stock in the same store',
    },
    differs: {
      zh: '{item}在 {on} 的结存合计 {have}，机构概况填的是 {stated}',
      en: '{item}: {have} in the ledger on {on}, {stated} in the profile',
    },
    low: {
      zh: '{item}的结存只有 {have}，四（六）的储备至少是 {least}',
      en: '{item}: only {have} left; the stock of 四（六） is at least {least}',
    },
  },
  *profile({ profile }) {
    if (profile.supplies?.keeper === undefined) yield { missing: 'supplies.keeper' };
  },
  *logs({ logs, profile, limits }) {
    const isKept =
      profile?.supplies?.keeper !== undefined || logs.rows('supplies').some(({ keeper }) => keeper !== undefined);
    if (!isKept && logs.rows('supplies').length > 0) {
      yield { log: 'supplies', message: 'noKeeper', notEvidenced: true, unless: { anyDay: true } };
    }
    const entries = entriesInOrder(logs);
    const before = new Map<string, RowOf<'supplies'>>();
    for (const { row } of entries) {
      const { opening, balance } = row;
      const stock = stockOf(row);
      const previous = stock === undefined ? undefined : before.get(stock);
      if (stock !== undefined) before.set(stock, row);
      for (const column of ['opening', 'balance'] as const) {
        if ((row[column] ?? 0) < 0) yield { row, column, message: 'negative' };
      }
      if (opening !== undefined && previous?.balance !== undefined && opening !== previous.balance) {
        const params = { have: opening, expected: previous.balance };
        yield { row, column: 'opening', message: 'chain', params, related: [previous], unless: ANY_ROW };
      }
      const start = opening ?? previous?.balance;
      if (start === undefined || balance === undefined) continue;
      const expected = exact(start + (row.in ?? 0) - (row.out ?? 0));
      if (expected === balance || ['opening', 'in', 'out'].some((column) => isUnreadable(row, column))) continue;
      yield { row, column: 'balance', message: 'sum', params: { expected, have: balance }, unless: ANY_ROW };
    }
    for (const { item, row, have, limit } of profile ? lowStocks(entries, profile, limits) : []) {
      const params = { item: ITEMS[item].name, have, least: leastWhole(limit) };
      yield { row, column: 'balance', message: 'low', severity: 'warning', params, key: item, unless: ANY_ROW };
    }
    const on = profile?.supplies?.countedOn;
    if (on === undefined || !entries.some(({ row }) => row.date === on)) return;
    for (const { item, row, have, stated } of differences(entries, on, profile?.supplies ?? {})) {
      const params = { item: ITEMS[item].name, on, have, stated };
      yield { row, column: 'balance', message: 'differs', severity: 'warning', params, key: item, unless: ANY_ROW };
    }
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  twoPlans,
  workPlanThreeSubplans,
  systemReporting,
  systemMorningNoonCheck,
  systemAbsenceTracing,
  systemHealthManagement,
  systemHygieneDisinfection,
  systemHealthEducation,
  systemSuppliesManagement,
  morningNoonCheckRun,
  absenceRegistered,
  absenceCauseTraced,
  hygieneInspectionBulletin,
  healthEducationRun,
  suppliesCentralisedLedger,
];
