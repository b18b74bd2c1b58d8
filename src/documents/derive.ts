/** What papers need beyond the profile's own keys: counts, tables, check results. Added to the view for templates. */

import type { HeadingKey } from '../plan/clauses.js';
import { leastWhole } from '../plan/limit.js';
import { headingOf, type Plan } from '../plan/plan.js';
import type { Profile, StaffMember, TrainingClass } from '../profile/profile.types.js';
import { assumptionsOf } from '../rules/assumptions.js';
import type { Rule } from '../rules/rule.js';
import { activeStaff, refersTo } from '../rules/shared/people.js';
import { fill } from '../text/fill.js';
import type { InstitutionReport, Outcome } from '../types.js';
import { officialDate } from './date.js';
import { haveText, measuredText, requiredText } from './measured.js';
import type { SeatPlans } from './seat-plans.js';
import { labelsView, put, type View, viewNode } from './view.js';

/** What the derived values are made from. */
export interface Facts {
  readonly profile: Profile;
  readonly view: View;
  readonly report: InstitutionReport;
  readonly rules: readonly Rule[];
  readonly plan: Plan;
  readonly seatPlans: SeatPlans;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Told the YAML path of each absent field that a template reads. */
  readonly missing: (path: string) => void;
}

/** Adds the derived values to the view. */
export function addDerived(facts: Facts): void {
  const { view, profile, asOf } = facts;
  const staff = activeStaff(profile, asOf);
  const spaces = profile.spaces ?? [];
  const classes = profile.classes ?? [];
  const returnees = profile.healthSurvey?.returnees ?? [];
  const ofKind = (kind: string): number => spaces.filter((space) => space.kind === kind).length;
  Object.assign(view, {
    labels: labelsView(),
    limits: viewNode(Object.fromEntries(Object.entries(facts.plan.limits).map(([id, { value }]) => [id, value]))),
    counts: viewNode({
      classrooms: ofKind('classroom'),
      offices: ofKind('office'),
      isolationRooms: profile.isolationRooms?.length ?? 0,
      staff: staff.length,
      teachers: staff.filter(({ member }) => member.role === '教师').length,
      classes: classes.length,
      trainees: classes.reduce((sum, each) => sum + sizeOf(each), 0),
    }),
    contacts: contactsOf(facts),
    system: systemsOf(facts),
    classrooms: spaces
      .filter((space) => space.kind === 'classroom')
      .map((space) =>
        viewNode({ id: space.id ?? '', name: space.name ?? space.id ?? '', capacity: capacityOf(space.seats) ?? '' }),
      ),
    openEntrances: (profile.entrances ?? []).filter((each) => each.open !== false).map((each) => each.id ?? ''),
    supplyRows: supplyRows(facts),
    surveyCount: staff.filter(({ member }) => isSurveyed(profile, member)).length,
    returneeCount: returnees.length,
    returneeCounts: viewNode({
      domestic: returnees.filter((each) => each.type === '国内重点地区').length,
      overseas: returnees.filter((each) => each.type === '境外').length,
    }),
    classRows: classes.map((each, i) => classRow(each, i, facts)),
    staffRows: staff.map(({ member, index }, i) => staffRow(member, index, i, facts)),
    ...checklistOf(facts),
    openItems: openItems(facts),
    noticeDeadline: '',
    notSubmitted: false,
    omittedItems: 0,
    seatPlans: facts.seatPlans.plans.map((each) => each.view),
    seatPlanSpacing: leastWhole(facts.plan.limits.seatSpacing) / 1000,
    roomsWithoutPlan: [...facts.seatPlans.lacking],
  });
}

/** The number of people of a class: enrolled, or planned where that is more. */
function sizeOf(each: TrainingClass): number {
  return Math.max(each.trainees?.length ?? 0, each.plannedSize ?? 0);
}

function capacityOf(
  seats: { rows?: number; columns?: number; points?: readonly unknown[] } | undefined,
): number | undefined {
  if (seats?.rows !== undefined && seats.columns !== undefined) return seats.rows * seats.columns;
  return seats?.points?.length;
}

const CONTACTS = { hrss: '人社', health: '卫健', cdc: '疾控', clinic: '发热门诊', community: '社区' } as const;

function contactsOf(facts: Facts): View {
  const contacts = viewNode({});
  for (const [key, kind] of Object.entries(CONTACTS)) {
    const i = (facts.profile.liaison ?? []).findIndex((each) => each.kind === kind);
    const contact = facts.profile.liaison?.[i];
    const row = viewNode({});
    const at = i < 0 ? 'liaison' : `liaison[${i}]`;
    for (const field of ['organisation', 'contact', 'phone'] as const) {
      put(row, field, contact?.[field], i < 0 ? at : `${at}.${field}`, facts.missing);
    }
    contacts[key] = row;
  }
  return contacts;
}

const SYSTEM_KINDS = [
  'work-plan',
  'emergency-plan',
  'subplan-preopening',
  'subplan-opening',
  'subplan-teacher-training',
  'system-reporting',
  'system-morning-noon-check',
  'system-absence-tracing',
  'system-health-management',
  'system-hygiene-disinfection',
  'system-health-education',
  'system-supplies-management',
  'system-daily-zero-report',
  'instant-monitoring',
] as const;

function systemsOf(facts: Facts): View {
  const systems = viewNode({});
  const documents = facts.profile.documents ?? [];
  for (const kind of SYSTEM_KINDS) {
    const i = documents.findIndex((each) => each.kind === kind);
    const found = documents[i];
    const row = viewNode({});
    const at = i < 0 ? 'documents' : `documents[${i}]`;
    const path = (field: string): string => (i < 0 ? at : `${at}.${field}`);
    put(row, 'title', found?.title, path('title'), facts.missing);
    put(
      row,
      'owner',
      found?.owner === undefined ? undefined : nameOf(facts.profile, found.owner),
      path('owner'),
      facts.missing,
    );
    put(row, 'adoptedOn', found?.adoptedOn && officialDate(found.adoptedOn), path('adoptedOn'), facts.missing);
    systems[kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = row;
  }
  return systems;
}

/** The name of the member of staff that a reference means, or the reference itself. */
function nameOf(profile: Profile, reference: string): string {
  return profile.staff?.find((member) => refersTo(reference, member))?.name ?? reference;
}

function isSurveyed(profile: Profile, member: StaffMember): boolean {
  return (profile.healthSurvey?.coveredStaff ?? []).some((reference) => refersTo(reference, member));
}

function staffRow(member: StaffMember, index: number, i: number, facts: Facts): View {
  const { profile } = facts;
  const commitment = profile.commitments?.find(
    (each) => each.kind === 'staff' && each.person !== undefined && refersTo(each.person, member),
  );
  const row = viewNode({ no: i + 1, surveyed: isSurveyed(profile, member) });
  for (const key of ['name', 'gender', 'idNumber', 'position', 'role', 'phone'] as const) {
    put(row, key, member[key], `staff[${index}].${key}`, facts.missing);
  }
  row.healthCode = member.healthCode ?? '';
  row.signedOn = commitment?.signedOn === undefined ? '' : officialDate(commitment.signedOn);
  row.remark = member.remark ?? '';
  return row;
}

function classRow(each: TrainingClass, i: number, facts: Facts): View {
  const { profile } = facts;
  const room = profile.spaces?.find((space) => space.id === each.room);
  const offsite = profile.offsite?.find((other) => other.class !== undefined && other.class === each.id);
  const row = viewNode({ no: i + 1, size: sizeOf(each), appraisal: each.appraisal ?? false });
  const at = `classes[${i}]`;
  for (const key of ['name', 'trade', 'level'] as const) put(row, key, each[key], `${at}.${key}`, facts.missing);
  put(
    row,
    'room',
    offsite ? `机构外：${offsite.venue?.name ?? ''}` : (room?.name ?? each.room),
    `${at}.room`,
    facts.missing,
  );
  put(row, 'startDate', each.startDate && officialDate(each.startDate), `${at}.startDate`, facts.missing);
  put(row, 'endDate', each.endDate && officialDate(each.endDate), `${at}.endDate`, facts.missing);
  put(row, 'teacher', each.teacher && nameOf(profile, each.teacher), `${at}.teacher`, facts.missing);
  return row;
}

/** A row for each rule of 四（六） with a number to reach. */
function supplyRows({ report, plan, rules, missing }: Facts): View[] {
  const supplies = rules.filter((rule) => headingOf(plan, rule) === 'supplies' && rule.limits.length > 0);
  return supplies.map((rule, i) => {
    const { outcome = 'not-run', measures = [] } = report.rules.find(({ id }) => id === rule.id) ?? {};
    const [all] = measures;
    const row = viewNode({
      no: i + 1,
      item: all?.what.zh ?? rule.title.zh,
      clause: rule.clauses[0],
      required: all ? requiredText(all) : '—',
      met: RESULT[outcome],
    });
    if (all) put(row, 'have', haveText(all), all.path, missing);
    else row.have = '—';
    return row;
  });
}

/** The groups of the checklist (附件6), with the headings whose rules they hold. */
const CHECKLIST_GROUPS: readonly (readonly [title: string, headings: readonly (HeadingKey | string)[]])[] = [
  ['资质与组织', ['scope', 'organisation']],
  ['方案制度', ['principles', 'plans-and-systems', 'daily-report']],
  ['人员健康', ['health-management']],
  ['培训演练', ['training-and-drills']],
  ['卫生消毒', ['hygiene']],
  ['物资储备', ['supplies']],
  ['隔离室', ['isolation-room']],
  ['出入管控', ['entry-control']],
  ['宣传', ['publicity']],
  ['消防', ['fire-safety']],
  ['教学安排', ['seat-spacing', 'class-size']],
  ['食宿', ['individual-portions', 'staggered-meals', 'alternate-beds']],
  ['承诺与资料', ['staff-commitments', 'offsite-application', 'application']],
];

const RESULT: Readonly<Record<Outcome, string>> = {
  pass: '是',
  warn: '是',
  fail: '否',
  'not-evidenced': '未填',
  'not-applicable': '不适用',
  'not-yet': '未到',
  'not-run': '未核对',
  'on-site': '现场看',
  waived: '否',
};

function checklistOf({ plan, rules, report }: Facts): { checklistGroups: View[]; checklistVerdict: string } {
  const results = new Map(report.rules.map((result) => [result.id, result]));
  let no = 0;
  const groups = CHECKLIST_GROUPS.map(([title, members]) => {
    const own = rules.filter(
      (rule) => rule.checklist && (members.includes(rule.id) || members.includes(headingOf(plan, rule) ?? '')),
    );
    const rows = own.map((rule) => {
      no++;
      const { outcome = 'not-run', measures = [], reason } = results.get(rule.id) ?? {};
      const findings = report.findings.filter((finding) => finding.rule === rule.id && finding.path !== undefined);
      return viewNode({
        no,
        item: rule.title.zh,
        standard: rule.demand.zh,
        clause: rule.clauses[0],
        result: RESULT[outcome],
        measured: outcome === 'not-applicable' ? (reason?.zh ?? '') : measuredText(measures, findings),
        recommended: rule.severity !== 'error',
        assumed: assumptionsOf(rule, plan.limits) !== undefined,
      });
    });
    return viewNode({ title, rows });
  });
  const open = report.rules.filter((result) => {
    const rule = rules.find((each) => each.id === result.id);
    return rule?.checklist && rule.severity === 'error' && ['fail', 'not-evidenced'].includes(result.outcome);
  }).length;
  const checklistVerdict = open === 0 ? '自查各项均已达到' : `自查有${open}项没有达到或没有填写，见表中“否”和“未填”`;
  return { checklistGroups: groups.filter((group) => (group.rows as View[]).length > 0), checklistVerdict };
}

function openItems({ report, rules }: Facts): View[] {
  return report.findings
    .filter((finding) => finding.severity === 'error' && finding.clause !== undefined)
    .map((finding, i) => {
      const rule = rules.find((each) => each.id === finding.rule);
      const { remedy } = finding;
      const quantity =
        remedy?.item && remedy.quantity !== undefined
          ? `（${remedy.item.zh}还差${remedy.quantity}${remedy.unit?.zh ?? ''}）`
          : '';
      return viewNode({
        no: i + 1,
        clause: finding.clause ?? '',
        title: rule?.title.zh ?? finding.rule,
        problem: fill(finding.message, finding.params, 'zh'),
        place: finding.path ?? '',
        remedy: `${remedy?.text.zh ?? ''}${quantity}`,
        assumed: finding.note !== undefined,
      });
    });
}
