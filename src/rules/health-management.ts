/** 四（三）师生员工健康管理: the survey before class, and the monitoring of everyone who comes. */
import type { Logs } from '../logs/logs.js';
import type { Person } from '../logs/people.js';
import { FLAG } from '../logs/streamed.js';
import { addDays, daysBetween } from '../plan/days.js';
import { keeps, leastWhole } from '../plan/limit.js';
import type { Profile } from '../profile/profile.types.js';
import { type Missing, type NotYet, type ProfileFacts, type Raised, type Rule, rule, type Unless } from './rule.js';
import { firstClassDay } from './shared/class-days.js';
import { isLaborDepartment } from './shared/departments.js';
import { amount, counted, ONE, seen, share, UNITS } from './shared/measure.js';
import { monitoredTrainees } from './shared/monitored-trainees.js';
import { activeStaff, type ListedMember, refersTo } from './shared/people.js';
import { daysWithPeople, NOT_ENTERED } from './shared/present-people.js';
import { compareReturnees } from './shared/returnees.js';
import { surveyFaults, surveysOf } from './shared/survey.js';
import { uncertainPeople } from './shared/uncertain-people.js';
import { isUnreadable } from './shared/unreadable.js';

const OWNERS = { what: { zh: '专人', en: 'people in charge' }, unit: UNITS.person };

const surveyOwner = rule({
  id: 'survey-owner',
  clauses: ['四（三）1'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['healthSurvey.owner'] },
  title: { zh: '核查专人', en: 'Person in charge of the survey' },
  demand: {
    zh: '安排专人统计核查全体人员开班前14天的情况',
    en: 'A dedicated person surveys everyone for the 14 days before class',
  },
  advice: { zh: '确定专人，填入 healthSurvey.owner', en: 'Choose the person and enter them as healthSurvey.owner' },
  reading: {
    zh: '写明是谁才算安排；写待定、无的，和不在职的人，当作没有定人',
    en: 'the person must be named; a word for nobody, and someone who is not in service, count as nobody',
  },
  messages: {},
  *profile({ profile }) {
    const named = profile.healthSurvey?.owner === undefined ? undefined : 1;
    const people = amount(OWNERS, named, ONE, 'healthSurvey.owner');
    yield { measured: people };
    if (named === undefined) yield { missing: people.path };
  },
});

/** What there is to say where the profile does not show the first day of class: it may not have been set yet. */
function* noClassDay({ classes }: Profile): Iterable<Missing | NotYet> {
  if (classes === undefined) yield { missing: 'classes' };
  else yield { notYet: undefined };
}

const staff14daySurvey = rule({
  id: 'staff-14day-survey',
  clauses: ['四（三）1'],
  ground: '二',
  groundPart: 'student-health',
  phase: 'prep',
  class: 'log',
  also: ['profile'],
  checklist: true,
  needs: {
    profile: [
      'staff',
      'classes',
      'inspection',
      'operation',
      'healthSurvey.coveredStaff',
      'healthSurvey.from',
      'healthSurvey.to',
    ],
    logs: ['L5'],
  },
  limits: ['surveyDays'],
  title: { zh: '开班前14天核查', en: 'Survey of the 14 days before class' },
  demand: {
    zh: '对本机构全体人员开班前14天的健康状况、假期出行和参加聚会逐一核查',
    en: 'For everyone of the institution, one by one, the health, holiday travel and gatherings of the 14 days before class are surveyed',
  },
  advice: {
    zh: '补查漏掉的人；核查期从开班前第14天到开班前一天',
    en: 'Survey whoever was left out; the survey runs from the 14th day before class to the day before class',
  },
  reading: {
    zh: '全体人员指教职工，新学员见五（一）；14天不含开班当天；开班当天指检查通过（没有通过的，防控工作开始）以后最早的开班、上课或到训日期；开班前按核对日前一天为止核查，余下的接着查',
    en: 'everyone means the staff, new trainees come under 五（一）; the 14 days do not include the day of class, which is the earliest first day, lesson or arrival from the day the inspection was passed, else from the start of prevention work; before class the days up to the one before the check count, the rest follows',
  },
  messages: {
    notCovered: { zh: '这名教职工没有核查', en: 'this member of staff has not been surveyed' },
    beginsLate: {
      zh: '核查从 {from} 起，{day} 开班，须从 {first} 起，满 {days} 天',
      en: 'the survey begins on {from}; for class on {day} it must begin on {first}, to span {days} days',
    },
    endsEarly: {
      zh: '核查到 {to} 止，{day} 开班，须查到 {last}',
      en: 'the survey ends on {to}; for class on {day} it must run to {last}',
    },
    rest: {
      zh: '已核查到 {to}；{day} 开班，还要接着核查到 {last}',
      en: 'surveyed to {to}; for class on {day} it is still to be surveyed to {last}',
    },
    noRow: { zh: '调查表里没有这名教职工', en: 'the survey has no row for this member of staff' },
    incomplete: {
      zh: '调查起止、健康、出行、聚会没有填全',
      en: 'the days, health, travel or gatherings are not filled in',
    },
    gap: { zh: '调查的日子中间有空缺', en: 'days in between are missing in the survey' },
  },
  *profile(facts) {
    const day = firstClassDay(facts.profile);
    if (day === undefined) {
      yield* noClassDay(facts.profile);
      return;
    }
    const begins = addDays(day, -leastWhole(facts.limits.surveyDays));
    if (facts.asOf < begins) {
      yield { notYet: begins };
      return;
    }
    if (facts.profile.healthSurvey === undefined) {
      yield { missing: 'healthSurvey' };
      return;
    }
    yield* surveyedStaff(facts, day);
    yield* surveyedDays(facts, day);
  },
  *logs({ logs, profile, limits, asOf }) {
    if (!profile) {
      yield { notGiven: ['profile'] };
      return;
    }
    const day = firstClassDay(profile);
    if (day === undefined) {
      yield { notYet: undefined };
      return;
    }
    const begins = addDays(day, -leastWhole(limits.surveyDays));
    if (asOf < begins) {
      yield { notYet: begins };
      return;
    }
    const surveys = surveysOf(logs);
    const uncertain = uncertainPeople(logs, ['history14']);
    for (const { index } of activeStaff(profile, day)) {
      const person = logs.people.enrolled(`staff[${index}]`);
      const rows = (person && surveys.get(person)) ?? [];
      if (rows.length === 0) {
        if (person && !uncertain.has(person)) yield { at: `staff[${index}]`, message: 'noRow' };
        continue;
      }
      const wanted = { day, days: limits.surveyDays, asOf, columns: ['health', 'travel', 'gathering'] as const };
      yield* surveyFaults(rows, wanted);
    }
  },
});

const SURVEYED = { what: { zh: '已核查', en: 'surveyed' }, unit: UNITS.person };
const SURVEY_PERIOD = { zh: '核查期', en: 'survey' };

/** The survey binds whoever is in service on the first day of class, also who comes only then. */
function* surveyedStaff({ profile }: ProfileFacts, day: string): Iterable<Raised<'notCovered'>> {
  const covered = profile.healthSurvey?.coveredStaff;
  const staff = activeStaff(profile, day);
  if (staff.length === 0) yield { missing: 'staff' };
  if (covered === undefined) {
    yield { missing: 'healthSurvey.coveredStaff' };
    return;
  }
  const isCovered = ({ member }: ListedMember): boolean => covered.some((reference) => refersTo(reference, member));
  yield* share(SURVEYED, staff, isCovered, 'healthSurvey.coveredStaff');
  for (const each of staff) {
    if (isCovered(each)) continue;
    yield { at: `staff[${each.index}]`, message: 'notCovered', related: ['healthSurvey.coveredStaff'] };
  }
}

/** Before class the days that are over count, up to the one before the day of the check. */
function* surveyedDays(
  { profile, limits, asOf }: ProfileFacts,
  day: string,
): Iterable<Raised<'beginsLate' | 'endsEarly' | 'rest'>> {
  const { from, to } = profile.healthSurvey ?? {};
  if (from === undefined) yield { missing: 'healthSurvey.from' };
  if (to === undefined) yield { missing: 'healthSurvey.to' };
  const days = leastWhole(limits.surveyDays);
  const first = addDays(day, -days);
  const last = addDays(day < asOf ? day : asOf, -1);
  if (from !== undefined && to !== undefined) {
    const period = { zh: `${from}至${to}`, en: `${from} to ${to}` };
    yield seen(SURVEY_PERIOD, period, 'healthSurvey.from', from <= first && to >= last);
  }
  if (from !== undefined && from > first) {
    yield { at: 'healthSurvey.from', message: 'beginsLate', params: { from, day, first, days } };
  }
  if (to !== undefined && to < last) {
    yield { at: 'healthSurvey.to', message: 'endsEarly', params: { to, day, last } };
  } else if (to !== undefined && to < addDays(day, -1)) {
    yield { at: 'healthSurvey.to', message: 'rest', severity: 'info', params: { to, day, last: addDays(day, -1) } };
  }
}

const REPORTED = { zh: '报送', en: 'reported on' };

const surveyReportedToHrss = rule({
  id: 'survey-reported-to-hrss',
  clauses: ['四（三）1'],
  phase: 'prep',
  class: 'document',
  also: ['profile'],
  checklist: true,
  needs: {
    profile: ['healthSurvey.reportedTo', 'healthSurvey.reportedOn', 'classes', 'inspection', 'operation'],
  },
  title: { zh: '核查结果报人社部门', en: 'Survey reported to HR&SS' },
  demand: { zh: '把核查的具体情况报人社部门', en: 'The result of the survey is reported to the HR&SS department' },
  advice: {
    zh: '把核查结果报人社部门，填写报送单位和报送日期',
    en: 'Report the result to the HR&SS department; enter the recipient and the date',
  },
  reading: {
    zh: '条款没有写期限：按不晚于开班当天理解',
    en: 'the clause sets no date: read as no later than the first day of class',
  },
  messages: {
    late: {
      zh: '{reportedOn} 才报送，{day} 已经开班',
      en: 'reported only on {reportedOn}, though class began on {day}',
    },
    otherDepartment: {
      zh: '报送单位填的不是人社部门',
      en: 'the recipient is not an HR&SS department',
    },
    beforeItsEnd: {
      zh: '{reportedOn} 报送，核查到 {to} 才完；余下的情况要补报',
      en: 'reported on {reportedOn}, while the survey ended only on {to}; the rest is still to be reported',
    },
  },
  *profile({ profile, asOf }) {
    const { reportedTo, reportedOn, to } = profile.healthSurvey ?? {};
    const day = firstClassDay(profile);
    if (day === undefined) yield* noClassDay(profile);
    if (reportedOn === undefined && (day === undefined || asOf < day)) {
      if (day !== undefined) yield { notYet: day };
      return;
    }
    if (reportedTo === undefined) yield { missing: 'healthSurvey.reportedTo' };
    else if (!isLaborDepartment(reportedTo)) yield { at: 'healthSurvey.reportedTo', message: 'otherDepartment' };
    if (reportedOn === undefined) {
      yield { missing: 'healthSurvey.reportedOn' };
      return;
    }
    yield seen(REPORTED, reportedOn, 'healthSurvey.reportedOn', day === undefined || reportedOn <= day);
    if (to !== undefined && reportedOn < to) {
      const params = { reportedOn, to };
      yield { at: 'healthSurvey.reportedOn', message: 'beforeItsEnd', severity: 'warning', params };
    }
    if (day !== undefined && reportedOn > day) {
      yield { at: 'healthSurvey.reportedOn', message: 'late', params: { reportedOn, day } };
    }
  },
});

const EDITION = { zh: '名单版本', en: 'list of key areas of' };
const RETURNEES = { what: { zh: '来柳返柳', en: 'arrivals and returns' }, unit: UNITS.person };

const keyAreaReturneeList = rule({
  id: 'key-area-returnee-list',
  clauses: ['四（三）1', '附件2'],
  ground: '二',
  groundPart: 'health',
  phase: 'prep',
  class: 'document',
  also: ['log'],
  checklist: true,
  needs: {
    profile: ['healthSurvey.keyAreas.source', 'healthSurvey.keyAreas.editionDate', 'healthSurvey.returnees'],
    logs: ['L5'],
  },
  limits: ['keyAreaEditionDays'],
  title: { zh: '来柳返柳人员名单', en: 'List of arrivals and returns' },
  demand: {
    zh: '按国家最新发布的重点地区名单和14天内由境外、武汉等地来柳返柳重点排查，列出名单',
    en: 'Screen by the latest national list of key areas and for arrivals and returns from abroad, Wuhan and the like within 14 days; list who is found',
  },
  advice: {
    zh: '写明重点地区名单的发布单位和版本日期；没有来柳返柳人员也列空名单 []',
    en: 'State who issued the list of key areas and its edition; where nobody came or returned, enter the empty list []',
  },
  reading: {
    zh: '武汉按国内重点地区登记；空名单表示已经排查、没有这样的人',
    en: 'Wuhan is entered as a key area; an empty list says that everyone was screened and nobody was found',
  },
  default: { zh: '名单版本过旧的只提醒', en: 'too old an edition only warns' },
  messages: {
    oldEdition: {
      zh: '重点地区名单是 {editionDate} 的，比 {day} 开班早 {days} 天以上（工具默认值，非预案规定），请对照最新的名单',
      en: 'the list of key areas is of {editionDate}, more than {days} days (toolkit default) before class on {day}; use the latest one',
    },
    notListed: {
      zh: '调查表写有重点地区或境外旅居，来柳返柳人员名单里没有这个人',
      en: 'the survey shows a stay in a key area or abroad, but the person is not in the list of arrivals and returns',
    },
    notFlagged: {
      zh: '名单里的这个人，调查表没有写重点地区或境外旅居',
      en: 'the survey shows no stay in a key area or abroad for this person of the list',
    },
  },
  *profile({ profile, limits }) {
    const survey = profile.healthSurvey;
    const { source, editionDate } = survey?.keyAreas ?? {};
    const day = firstClassDay(profile);
    const isOld = (edition: string, first: string): boolean =>
      !keeps(limits.keyAreaEditionDays, daysBetween(edition, first));
    if (day !== undefined && editionDate !== undefined && isOld(editionDate, day)) {
      const params = { editionDate, day, days: limits.keyAreaEditionDays.value };
      yield { at: 'healthSurvey.keyAreas.editionDate', message: 'oldEdition', severity: 'warning', params };
    }
    if (source === undefined) yield { missing: 'healthSurvey.keyAreas.source' };
    if (editionDate === undefined) yield { missing: 'healthSurvey.keyAreas.editionDate' };
    else yield seen(EDITION, editionDate, 'healthSurvey.keyAreas.editionDate');
    if (survey?.returnees === undefined) yield { missing: 'healthSurvey.returnees' };
    else yield counted(RETURNEES, survey.returnees.length, 'healthSurvey.returnees');
  },
  *logs({ logs, profile }) {
    if (!profile) {
      yield { notGiven: ['profile'] };
      return;
    }
    const { notListed, notFlagged } = compareReturnees(logs.rows('history14'), profile.healthSurvey?.returnees ?? []);
    for (const row of notListed) yield { row, column: 'area_type', message: 'notListed', unless: {} };
    for (const i of notFlagged)
      yield { at: `healthSurvey.returnees[${i}]`, message: 'notFlagged', unless: { anyDay: true, whole: true } };
  },
});

const entryMonitoringContinuous = rule({
  id: 'entry-monitoring-continuous',
  clauses: ['四（三）2'],
  ground: '二',
  groundPart: 'health',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L1', 'L17', 'L3'] },
  title: { zh: '进入人员连续监测', en: 'Unbroken monitoring of everyone who enters' },
  demand: {
    zh: '对进入机构的人连续不间断地监测、统计健康状况',
    en: 'The health of everyone who enters is monitored and counted without a break',
  },
  advice: { zh: '补全缺的日子和缺的人', en: 'Fill in the days and people that are missing' },
  reading: {
    zh: '每个开放日都有进入登记、当天到场的人都在登记里，算不间断；住宿未离开的人和校外课次的人当天不必再登记',
    en: 'unbroken means entries on every open day, with everyone present that day among them; boarders who did not leave, and people of off-site sessions, need no new entry that day',
  },
  messages: {
    noRows: { zh: '{day} 开放，没有进入登记', en: 'open on {day}, but there are no entries' },
    notEntered: {
      zh: '{day} 到场的人至少有 {count} 人没有进入登记',
      en: 'on {day} at least {count} of those present {count:has|have} no entry',
    },
  },
  *logs({ logs, profile }) {
    if (!logs.has('entry')) {
      yield { notGiven: ['entry'] };
      return;
    }
    const open = new Set(logs.openDays);
    for (const { day, missing, allStay, offsiteOnly, at } of daysWithPeople(logs, profile)) {
      if (open.has(day) && logs.rowsOn('entry', day) === 0 && !allStay && !offsiteOnly) {
        yield {
          ...(at ?? { log: 'entry' }),
          message: 'noRows',
          params: { day },
          key: day,
          day,
          about: 'entry',
          unless: NO_ENTRIES,
        };
      } else if (missing > 0 && at) {
        yield {
          ...at,
          message: 'notEntered',
          params: { day, count: missing },
          key: day,
          about: 'entry',
          unless: NOT_ENTERED,
        };
      }
    }
    if (!logs.has('check') && !logs.has('session')) yield { notGiven: ['check', 'session'] };
  },
});

/** A stay that could not be read may last for days; a session that could not be read in full may be one off site. */
const NO_ENTRIES = { kinds: ['entry'], reasons: ['session'], anyDay: true } as const satisfies Unless;

const entryCodeAndTemperature = rule({
  id: 'entry-code-and-temperature',
  clauses: ['四（三）2'],
  ground: '二',
  groundPart: 'etc',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L1'] },
  title: { zh: '健康码和测温', en: 'Health code and temperature' },
  demand: { zh: '凭健康码、测温进入机构', en: 'Entry is by health code and temperature' },
  advice: {
    zh: '进门时查健康码、测体温，两样都记',
    en: 'Check the code and take the temperature at the door; record both',
  },
  reading: {
    zh: '进入的人两样都要有记录；没有放行的人不算',
    en: 'both are on record for everyone who enters; whoever was not let in is left out',
  },
  default: {
    zh: '条款没有写颜色：不是绿码只提醒',
    en: 'the clause names no colour: a code that is not green only warns',
  },
  messages: {
    notGreen: { zh: '健康码不是绿码而进入', en: 'entered with a health code that is not green' },
  },
  rows: {
    entry: (row, raise) => {
      if (row.admitted === false) return;
      if (row.temperature_c === undefined && !isUnreadable(row, 'temperature_c')) {
        raise('missing', { column: 'temperature_c' });
      }
      if (row.health_code === undefined) {
        if (!isUnreadable(row, 'health_code')) raise('missing', { column: 'health_code' });
      } else if (row.health_code !== '绿') {
        raise('notGreen', { column: 'health_code', severity: 'warning' });
      }
    },
  },
});

const enrolledMonitoringContinuous = rule({
  id: 'enrolled-monitoring-continuous',
  clauses: ['四（三）3'],
  ground: '二',
  groundPart: 'health',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['classes', 'operation.start'], logs: ['L4', 'L1', 'L3'] },
  title: { zh: '报班学员连续监测', en: 'Unbroken monitoring of enrolled trainees' },
  demand: {
    zh: '对报班学员连续不间断地监测、统计健康状况',
    en: 'The health of enrolled trainees is monitored and counted without a break',
  },
  advice: {
    zh: '不上课的日子也让学员报体温和健康状况',
    en: 'Let trainees report their temperature and health on days without class too',
  },
  reading: {
    zh: '不间断指从报名起到结业每天都有健康记录；从报名日期（没有就用首次到训、开班日期）和防控工作开始日期中晚的一天起算；当天有进入登记或晨午检的也算',
    en: 'unbroken means a health record for each day from enrolment to the end of class; counted from enrolment (else the first day present, else the first day of the class) or the start of prevention work, whichever is later; an entry or a check that day counts too',
  },
  messages: {
    noRecord: {
      zh: '{day} 有 {count} 名学员没有健康记录',
      en: '{count} {count:trainee has|trainees have} no health record on {day}',
    },
    noTrainees: { zh: '没有学员', en: 'there are no trainees' },
  },
  *logs({ logs, profile }) {
    if (!profile) {
      yield { notGiven: ['profile'] };
      return;
    }
    const trainees = monitoredTrainees(logs, profile);
    if (trainees.length === 0) {
      yield { notApplicable: 'noTrainees' };
      return;
    }
    if (!logs.has('health-daily')) {
      yield { notGiven: ['health-daily'] };
      return;
    }
    for (const day of logs.calendarDays) {
      const recorded = recordedOn(logs, day);
      const missing = new Set<Person>();
      for (const { people, from, to } of trainees) {
        const [one] = people;
        if (one && from <= day && day <= to && !people.some((person) => recorded.has(person))) missing.add(one);
      }
      const count = missing.size;
      if (count > 0)
        yield {
          log: 'health-daily',
          day,
          message: 'noRecord',
          params: { day, count },
          key: day,
          unless: { each: 'count' },
        };
    }
  },
});

/** Everyone with a health record of the day, or with a reading in the register or the checks. */
function recordedOn(logs: Logs, day: string): ReadonlySet<Person> {
  const people = new Set<Person>();
  for (const kind of ['health-daily', 'entry', 'check'] as const) {
    logs.eachOn(kind, day, (person, flags) => {
      // an absent person's row in the checks is no reading
      if (kind === 'entry' || (flags & FLAG.present) !== 0) people.add(person);
    });
  }
  return people;
}

const bureauReceiveSurvey = rule({
  id: 'bureau-receive-survey',
  clauses: ['四（三）1'],
  phase: 'prep',
  class: 'county',
  verification: 'on-site',
  checklist: false,
  needs: {},
  title: { zh: '人社部门接收核查情况', en: 'HR&SS receives the survey' },
  demand: {
    zh: '人社部门接收机构报来的开班前核查情况',
    en: 'The HR&SS department receives the survey that institutions report before class',
  },
  advice: { zh: '留存接收记录', en: 'Keep a record of the receipt' },
  reading: { zh: '由机构须报人社部门推出', en: "inferred from the institutions' duty to report to the department" },
  messages: {},
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  surveyOwner,
  staff14daySurvey,
  surveyReportedToHrss,
  keyAreaReturneeList,
  entryMonitoringContinuous,
  entryCodeAndTemperature,
  enrolledMonitoringContinuous,
  bureauReceiveSurvey,
];
