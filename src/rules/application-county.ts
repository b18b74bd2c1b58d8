/** 八·流程（三）（四）: what the county itself does, the inspections and the monthly list. */
import { addMonths } from '../plan/days.js';
import { keeps } from '../plan/limit.js';
import { type RosterEntry, type Rule, rule } from './rule.js';
import { groupedBy } from './shared/grouped-by.js';

const bureauOnsiteInspection = rule({
  id: 'bureau-onsite-inspection',
  clauses: ['八·流程（三）'],
  phase: 'apply',
  class: 'county',
  checklist: false,
  needs: {},
  title: { zh: '逐家实地检查', en: 'Inspecting each applicant' },
  demand: {
    zh: '县（区）人社部门对提出申请的机构实地检查，合格一家，恢复一家',
    en: 'The county or district department inspects every applicant on site; each resumes once it has passed',
  },
  advice: {
    zh: '对还没有检查的申请安排检查，并记下日期和结果',
    en: 'Arrange an inspection for each application without one; record its date and result',
  },
  reading: {
    zh: '检查看恢复名单，名单没有的看机构概况；申请当天不算迟，检查当天恢复可以',
    en: 'inspections are read from the list, else from the profile; the day of the application itself is not late, resuming on the day of the inspection is in order',
  },
  messages: {
    noInspection: {
      zh: '{institution} {applied} 申请，没有检查日期和结果',
      en: '{institution} applied on {applied}, but there is no date and result of an inspection',
    },
    withoutPass: {
      zh: '{institution} {restored} 恢复，没有检查合格的记录',
      en: '{institution} resumed on {restored} without a record of a passed inspection',
    },
    beforePass: {
      zh: '{institution} {restored} 恢复，早于 {passed} 检查合格',
      en: '{institution} resumed on {restored}, before it passed the inspection on {passed}',
    },
    noneApplied: { zh: '没有机构申请', en: 'no institution has applied' },
  },
  *county({ institutions, strangers, asOf }) {
    let applied = false;
    for (const one of [...institutions, ...strangers]) {
      const { entries, facts } = one;
      const records = [...entries, ...(facts ? [facts] : [])];
      const appliedOn = records.find((each) => each.appliedOn !== undefined)?.appliedOn;
      if (appliedOn === undefined && entries.length === 0) continue;
      applied = true;
      const inspected = records.filter((each) => each.inspectedOn !== undefined && each.result !== undefined);
      const [entry] = entries;
      const at = (column: string) => (entry ? { entry, column } : one);
      if (inspected.length === 0 && (appliedOn ?? '') < asOf) {
        const params = { institution: one.name, applied: appliedOn ?? '' };
        yield {
          at: at('inspected_on'),
          ...(entry ? {} : { path: 'inspection' }),
          message: 'noInspection',
          missing: true,
          params,
          key: one.id,
        };
      }
      const passed = inspected.flatMap((each) => (each.result === 'pass' ? [each.inspectedOn ?? ''] : [])).sort()[0];
      for (const restored of entries.filter(isFirst)) {
        const { restoredOn = '' } = restored;
        const params = { institution: one.name, restored: restoredOn };
        const key = `${one.id} ${restoredOn}`;
        const place = { entry: restored, column: 'restored_on' };
        if (passed === undefined) yield { at: place, message: 'withoutPass', params, key };
        else if (restoredOn < passed) yield { at: place, message: 'beforePass', params: { ...params, passed }, key };
      }
    }
    if (!applied) yield { notApplicable: 'noneApplied' };
  },
});

/** Of the rows of an institution, each day of resumption once: the lists of later months repeat it. */
function isFirst({ restoredOn }: RosterEntry, i: number, entries: readonly RosterEntry[]): boolean {
  return restoredOn !== undefined && entries.findIndex((each) => each.restoredOn === restoredOn) === i;
}

const bureauMonthlyRoster = rule({
  id: 'bureau-monthly-roster',
  clauses: ['八·流程（四）'],
  phase: 'run',
  class: 'county',
  checklist: false,
  needs: {},
  limits: ['rosterDay'],
  title: { zh: '每月上报名单', en: 'Monthly list' },
  demand: {
    zh: '县（区）人社部门每月10日之前把恢复机构的名单报市人社局备案',
    en: 'Before the 10th of each month the county or district department files the list of resumed institutions with the city bureau',
  },
  advice: {
    zh: '每月10日之前报一次名单并记下日期',
    en: 'File the list before the 10th of each month and record the date',
  },
  reading: {
    zh: '“10日之前”含不含10日不明：10日当天报的只提醒；某月的名单在当月或次月报都可以，没有机构恢复的月份也报',
    en: 'whether "before the 10th" includes the 10th is open: filing on that day only warns; the list of a month may be filed in that month or the next, also when nobody has resumed',
  },
  messages: {
    noList: { zh: '没有 {month} 的名单，{due} 已过', en: 'there is no list for {month}, which was due by {due}' },
    notFiled: { zh: '{month} 的名单没有报送日期', en: 'the list for {month} has no day of filing' },
    late: {
      zh: '{month} 的名单 {submitted} 才报，应在每月 {limit} 日之前',
      en: 'the list for {month} was filed on {submitted}; it is due before day {limit} of the month',
    },
    onTheDay: {
      zh: '{month} 的名单 {submitted} 报，“之前”可能不含 {limit} 日',
      en: 'the list for {month} was filed on {submitted}; "before" may not include day {limit}',
    },
    early: {
      zh: '{month} 的名单 {submitted} 就报了，那个月还没有到',
      en: 'the list for {month} was filed on {submitted}, before that month',
    },
    notListed: {
      zh: '{institution} {resumed} 已恢复，{month} 的名单里没有它',
      en: '{institution} resumed on {resumed}, but is not on the list for {month}',
    },
    noneResumed: { zh: '还没有机构恢复，也没有名单', en: 'no institution has resumed, and there is no list' },
  },
  *county({ entries, institutions, limits, asOf }) {
    const { value: limit } = limits.rosterDay;
    const lists = groupedBy(entries, ({ month = '' }) => month);
    lists.delete('');
    const resumptions = institutions.flatMap(({ facts }) => facts?.resumedOn?.slice(0, 7) ?? []);
    const months = [...lists.keys(), ...resumptions].filter((month) => isNear(month, asOf)).sort();
    const [first] = months;
    if (first === undefined) {
      yield { notApplicable: 'noneResumed' };
      return;
    }
    for (let month = first; month <= (months.at(-1) ?? '') || dueOf(month, limit) < asOf; month = addMonths(month, 1)) {
      const list = lists.get(month);
      const due = dueOf(month, limit);
      const [submitted] = (list ?? []).flatMap(({ submittedOn }) => submittedOn ?? []).sort();
      const entry = list?.find(({ submittedOn }) => submittedOn === submitted);
      if (!entry) {
        if (due < asOf) yield { at: 'list', message: 'noList', params: { month, due }, key: month };
        continue;
      }
      const at = { entry, column: 'submitted_on' };
      const [params, key] = [{ month, submitted: submitted ?? '', limit }, month];
      if (submitted === undefined) {
        if (due < asOf) yield { at, message: 'notFiled', missing: true, params: { month }, key };
      } else if (submitted.slice(0, 7) < month) yield { at, message: 'early', params, key };
      else if (submitted > due || !keeps(limits.rosterDay, dayOf(submitted)))
        yield { at, message: 'late', params, key };
      else if (dayOf(submitted) === limit) yield { at, message: 'onTheDay', severity: 'warning', params, key };
    }
    for (const at of institutions) {
      const { resumedOn: resumed, result } = at.facts ?? {};
      if (resumed === undefined || result !== 'pass' || at.entries.some(({ restoredOn }) => restoredOn !== undefined))
        continue;
      const month = resumed.slice(0, 7);
      if (!lists.has(month)) continue;
      const params = { institution: at.name, resumed, month };
      yield { at, path: 'operation.resumedOn', message: 'notListed', severity: 'warning', params, key: at.id };
    }
  },
});

/** Months back and ahead that are looked at. A list of the year 1020 must not make ten thousand missing months. */
const MOST_MONTHS = 120;

function isNear(month: string, asOf: string): boolean {
  return month > addMonths(asOf, -MOST_MONTHS) && month < addMonths(asOf, MOST_MONTHS);
}

/** The last day on which the list of a month may be filed: in the month after it. */
function dueOf(month: string, day: number): string {
  return `${addMonths(month, 1)}-${String(day).padStart(2, '0')}`;
}

function dayOf(date: string): number {
  return Number(date.slice(8));
}

/** The rules of this part, in the order of the plan. */
export const RULES: readonly Rule[] = [bureauOnsiteInspection, bureauMonthlyRoster];
