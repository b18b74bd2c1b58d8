/** 五（十）: training outside the institution. */

import type { RowOf } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import { sameArea } from '../plan/areas.js';
import { EPIDEMIC_FROM } from '../plan/epidemic.js';
import type { Profile } from '../profile/profile.types.js';
import { type Rule, rule, type Unless } from './rule.js';
import { byItself, byNobody, byOther, inspectedBy } from './shared/inspector.js';
import { share, UNITS } from './shared/measure.js';
import { offsiteSessions } from './shared/offsite.js';

type OffsiteClass = NonNullable<Profile['offsite']>[number];

const APPLIED = { what: { zh: '已按时申请', en: 'applied for in time' }, unit: UNITS.one };

/** Classes and sessions that are said to be held elsewhere, and that `offsite` does not name. */
function unnamedOf(profile: Profile): string[] {
  const named = new Set((profile.offsite ?? []).map((each) => each.class));
  return (profile.classes ?? []).flatMap(({ id, name, sessions = [] }, i) => {
    if ((id !== undefined && named.has(id)) || (name !== undefined && named.has(name))) return [];
    const j = sessions.findIndex(({ offsite }) => offsite === true);
    return j < 0 ? [] : [`classes[${i}].sessions[${j}].offsite`];
  });
}

const noOffsite = { zh: '没有机构外的培训', en: 'there is no off-site training' };

const offsiteApplication = rule({
  id: 'offsite-application',
  clauses: ['五（十）', '附件7'],
  phase: 'apply',
  class: 'document',
  also: ['profile'],
  checklist: true,
  needs: { profile: ['offsite', 'classes'] },
  title: { zh: '校外班申请', en: 'Application for off-site classes' },
  demand: {
    zh: '到机构外培训的，向培训所在地人社部门提交申请',
    en: 'For training off site, apply to the HR&SS department of the place of training',
  },
  advice: {
    zh: '向培训所在地人社部门递交开班申请，经检查合格再上课',
    en: 'Apply to the department where the venue is, and hold no lesson there until its inspection is passed',
  },
  reading: {
    zh: '所在地按县（区）理解，县（区）名前有没有市名、写简称或旧称都一样；条款没有写几天前申请：开班当天申请不算迟；开班前还没有申请的，未到',
    en: 'the place is the county or district, with or without the name of the city, by its short or former name too; the clause does not say how long before: applying on the first day is in time; before the first day an application is not due yet',
  },
  messages: {
    noOffsite,
    unnamed: {
      zh: '这次课在机构外上，offsite 里却没有这个班的申请',
      en: 'this lesson is held elsewhere, but offsite has no application for the class',
    },
    otherArea: {
      zh: '向 {to} 申请，场地在 {area}',
      en: 'applied to {to}, but the venue is in {area}',
    },
    late: { zh: '{applied} 申请，{start} 已开班', en: 'applied on {applied}, after the first day {start}' },
  },
  *profile({ profile, plan, asOf }) {
    const classes = profile.offsite ?? [];
    const unnamed = unnamedOf(profile);
    for (const at of unnamed) yield { at, message: 'unnamed' };
    if (classes.length === 0 && unnamed.length === 0) yield { notApplicable: 'noOffsite' };
    const isToCome = ({ startDate, application }: OffsiteClass): boolean =>
      application === undefined && startDate !== undefined && asOf < startDate;
    const [firstToCome] = classes
      .filter(isToCome)
      .map(({ startDate = '' }) => startDate)
      .sort();
    if (firstToCome !== undefined && classes.every(isToCome)) yield { notYet: firstToCome };
    const isApplied = ({ venue, application: { to, date } = {}, startDate }: OffsiteClass): boolean =>
      to !== undefined && sameArea(plan.area, to, venue?.area ?? '') && date !== undefined && date <= (startDate ?? '');
    yield* share(APPLIED, classes, isApplied, 'offsite');
    for (const [i, { venue, application, startDate }] of classes.entries()) {
      const at = `offsite[${i}]`;
      if (application === undefined && startDate !== undefined && asOf < startDate) continue;
      if (venue?.area === undefined) yield { missing: `${at}.venue.area` };
      if (startDate === undefined) yield { missing: `${at}.startDate` };
      if (application === undefined) {
        yield { missing: `${at}.application` };
        continue;
      }
      const { to, date } = application;
      if (to === undefined) {
        yield { missing: `${at}.application.to` };
      } else if (venue?.area !== undefined && !sameArea(plan.area, to, venue.area)) {
        const related = [`${at}.venue.area`];
        yield { at: `${at}.application.to`, message: 'otherArea', params: { to, area: venue.area }, related };
      }
      if (date === undefined) {
        yield { missing: `${at}.application.date` };
      } else if (startDate !== undefined && date > startDate) {
        const related = [`${at}.startDate`];
        yield { at: `${at}.application.date`, message: 'late', params: { applied: date, start: startDate }, related };
      }
    }
  },
});

const offsiteInspectionBeforeStart = rule({
  id: 'offsite-inspection-before-start',
  clauses: ['五（十）'],
  phase: 'run',
  class: 'profile',
  also: ['log'],
  checklist: false,
  needs: { profile: ['offsite'], logs: ['L17'] },
  title: { zh: '校外班先检查', en: 'Off-site classes inspected first' },
  demand: {
    zh: '经培训所在地人社部门检查合格后，才在机构外开展培训',
    en: 'Training off site starts only after the HR&SS department of the place has inspected and passed it',
  },
  advice: {
    zh: '没有通过检查的先不开班；已经开的停下来等检查',
    en: 'Do not start before the inspection is passed; stop a class that has started and wait for it',
  },
  reading: {
    zh: '检查通过当天开班可以；日志里不在本机构教室上的课算校外班的课',
    en: 'starting on the day of the inspection is in order; in the log, lessons of the class in no room of the institution count as off-site',
  },
  messages: {
    noOffsite,
    notPassed: { zh: '这个校外班的检查没有通过', en: 'this off-site class has not passed its inspection' },
    byItself,
    byOther,
    byNobody,
    startedBefore: {
      zh: '{passed} 检查通过，{start} 已开班',
      en: 'passed on {passed}, after the first day {start}',
    },
  },
  *profile({ profile, asOf }) {
    const classes = profile.offsite ?? [];
    if (classes.length === 0) yield { notApplicable: 'noOffsite' };
    const isToCome = ({ startDate, inspection }: OffsiteClass): boolean =>
      inspection === undefined && startDate !== undefined && asOf < startDate;
    const [firstToCome] = classes
      .filter(isToCome)
      .map(({ startDate = '' }) => startDate)
      .sort();
    if (firstToCome !== undefined && classes.every(isToCome)) yield { notYet: firstToCome };
    for (const [i, { inspection, startDate }] of classes.entries()) {
      const at = `offsite[${i}]`;
      if (inspection === undefined && startDate !== undefined && asOf < startDate) continue;
      if (inspection?.result === 'pass') yield* inspectedBy(inspection.by, `${at}.inspection`, profile);
      if (inspection === undefined) {
        yield { missing: `${at}.inspection` };
      } else if (inspection.result === undefined) {
        yield { missing: `${at}.inspection.result` };
      } else if (inspection.result !== 'pass') {
        yield { at: `${at}.inspection.result`, message: 'notPassed' };
      } else if (inspection.date === undefined) {
        yield { missing: `${at}.inspection.date` };
      } else if (startDate === undefined) {
        yield { missing: `${at}.startDate` };
      } else if (inspection.date > startDate) {
        const params = { passed: inspection.date, start: startDate };
        yield { at: `${at}.inspection.date`, message: 'startedBefore', params, related: [`${at}.startDate`] };
      }
    }
  },
  *logs({ logs, profile }) {
    if (!profile) {
      yield { notGiven: ['profile'] };
      return;
    }
    const classes = profile.offsite ?? [];
    if (classes.length === 0) yield { notApplicable: 'noOffsite' };
    const firsts = firstSessions(logs, profile);
    for (const { class: name, inspection } of classes) {
      const first = firsts.get(logs.names.class(name ?? ''));
      if (!first) continue;
      const { row, day } = first;
      if (inspection?.result !== 'pass') {
        yield { row, column: 'date', message: 'notPassed', key: name ?? '', unless: ANY_ROW };
      } else if (inspection.date !== undefined && day < inspection.date) {
        const params = { passed: inspection.date, start: day };
        yield { row, column: 'date', message: 'startedBefore', params, key: name ?? '', unless: ANY_ROW };
      }
    }
  },
});

/** Whether it was off site is not certain where its room or class could not be read. */
const ANY_ROW = { anyDay: true } as const satisfies Unless;

/** Of each class its first session that was not in a room of the institution. */
function firstSessions(logs: Logs, profile: Profile): ReadonlyMap<string, { row: RowOf<'session'>; day: string }> {
  const isOffsite = offsiteSessions(profile, logs.names);
  const rooms = (profile.spaces ?? []).length > 0;
  const firsts = new Map<string, { row: RowOf<'session'>; day: string }>();
  for (const row of logs.rows('session')) {
    const { date: day, room } = row;
    if (day === undefined || row.class === undefined || day < EPIDEMIC_FROM) continue;
    const isHome = rooms && room !== undefined && logs.names.knows('space', logs.names.space(room));
    if (isHome && !isOffsite(row)) continue;
    const name = logs.names.class(row.class);
    const known = firsts.get(name);
    if (!known || day < known.day) firsts.set(name, { row, day });
  }
  return firsts;
}

const bureauOffsiteInspection = rule({
  id: 'bureau-offsite-inspection',
  clauses: ['五（十）'],
  phase: 'apply',
  class: 'county',
  checklist: false,
  needs: {},
  title: { zh: '检查校外班', en: 'Inspecting off-site classes' },
  demand: {
    zh: '培训所在地人社部门检查机构外的培训',
    en: 'The HR&SS department of the place inspects training off site',
  },
  advice: {
    zh: '对还没有检查的申请安排检查，并记下日期和结果',
    en: 'Arrange an inspection for each application without one; record its date and result',
  },
  reading: {
    zh: '每份申请都检查，申请当天不算迟；申请和检查看各机构概况里的 offsite',
    en: 'every application is inspected, the day of the application itself is not late; applications and inspections are read from offsite in the profiles',
  },
  messages: {
    noInspection: {
      zh: '{institution} 的校外班（{area}）没有检查日期和结果',
      en: 'no date and result of an inspection for the off-site class of {institution} ({area})',
    },
    noOffsite: { zh: '没有校外班申请', en: 'nobody has applied for an off-site class' },
    unknown: {
      zh: '有的机构没有可读的概况，它们有没有校外班申请不知道',
      en: 'some institutions have no readable profile, whether they applied for off-site classes is not known',
    },
  },
  *county({ institutions, asOf }) {
    const applied = institutions.flatMap((at) => (at.facts?.offsite ?? []).map((offsite) => ({ at, offsite })));
    for (const { at, offsite } of applied) {
      const { path, area = '', appliedOn, inspectedOn, result } = offsite;
      if ((inspectedOn !== undefined && result !== undefined) || (appliedOn ?? '') >= asOf) continue;
      const params = { institution: at.name, area };
      yield {
        at,
        path: `${path}.inspection`,
        message: 'noInspection',
        missing: true,
        params,
        key: `${at.id} ${path}`,
      };
    }
    if (institutions.some(({ facts }) => !facts)) yield { notRun: 'unknown' };
    else if (applied.length === 0) yield { notApplicable: 'noOffsite' };
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [offsiteApplication, offsiteInspectionBeforeStart, bureauOffsiteInspection];
