/** 八·流程（二）: the papers handed in with the application. */
import type { ApplicationPaper, Profile } from '../profile/profile.types.js';
import { type Measured, type Raised, type Rule, rule } from './rule.js';
import { amount, ONE, seen, share, UNITS } from './shared/measure.js';
import { activeStaff, type ListedMember, refersTo } from './shared/people.js';

type PaperMessage = 'none' | 'unsigned' | 'unsealed';
type RosterMessage = 'none' | 'notListed' | 'notStaff' | 'otherCount';

interface ListedPaper {
  readonly paper: ApplicationPaper;
  readonly at: string;
}

/** Returns the paper of that kind, a dated one if there are several, or `undefined` if none is listed. */
function paperOf(papers: readonly ApplicationPaper[], kind: ApplicationPaper['kind']): ListedPaper | undefined {
  const listed = papers
    .map((paper, i) => ({ paper, at: `application.documents[${i}]` }))
    .filter(({ paper }) => paper.kind === kind);
  return listed.find(({ paper }) => paper.date !== undefined) ?? listed[0];
}

const PAPERS = { what: { zh: '材料', en: 'papers' }, unit: UNITS.copy };
const DATED = { zh: '日期', en: 'dated' };
const LISTED = { what: { zh: '在名单上', en: 'on the list' }, unit: UNITS.person };

/** Returns how many of a paper there are. */
function measuredPaper(listed: ListedPaper | undefined): Measured {
  return { measured: amount(PAPERS, listed ? 1 : 0, ONE, 'application.documents') };
}

function* unsignedOrUnsealed({ paper, at }: ListedPaper): Iterable<Raised<PaperMessage>> {
  if (paper.signed === false) yield { at: `${at}.signed`, message: 'unsigned', severity: 'warning' };
  if (paper.sealed === false) yield { at: `${at}.sealed`, message: 'unsealed', severity: 'warning' };
}

const applicationReport = rule<PaperMessage>({
  id: 'application-report',
  clauses: ['八·流程（二）', '附件4'],
  phase: 'apply',
  class: 'document',
  checklist: true,
  needs: { profile: ['application.documents'] },
  title: { zh: '申请报告', en: 'Application report' },
  demand: { zh: '申请材料里有申请报告', en: 'There is an application report among the papers' },
  advice: {
    zh: '备好申请报告，写日期，签字盖章后递交',
    en: 'Prepare the report, date, sign and seal it, and hand it in',
  },
  reading: { zh: '申请报告要写明日期', en: 'the report is dated' },
  default: { zh: '没有签字或没有盖章只提醒', en: 'without signature or seal it only warns' },
  messages: {
    none: { zh: '申请材料里没有申请报告', en: 'there is no application report among the papers' },
    unsigned: { zh: '申请报告没有签字', en: 'the application report is not signed' },
    unsealed: { zh: '申请报告没有盖章', en: 'the application report is not sealed' },
  },
  *profile({ profile }) {
    const papers = profile.application?.documents;
    const report = paperOf(papers ?? [], 'report');
    if (papers) yield measuredPaper(report);
    if (papers === undefined) yield { missing: 'application.documents' };
    else if (!report) yield { at: 'application.documents', message: 'none' };
    if (!report) return;
    if (report.paper.date === undefined) yield { missing: `${report.at}.date` };
    else yield seen(DATED, report.paper.date, `${report.at}.date`);
    yield* unsignedOrUnsealed(report);
  },
});

const applicationStaffRoster = rule<RosterMessage>({
  id: 'application-staff-roster',
  clauses: ['八·流程（二）'],
  phase: 'apply',
  class: 'document',
  checklist: true,
  needs: { profile: ['application.documents', 'application.date', 'staff'] },
  title: { zh: '教职工名单', en: 'Staff list' },
  demand: { zh: '申请报告附教职工名单', en: 'A staff list goes with the report' },
  advice: {
    zh: '按在职人员更正名单，多的删去，少的补上',
    en: 'Correct the list: add who is missing, take out who does not belong',
  },
  reading: {
    zh: '名单和在职人员一致；按名单日期比（没有就按申请日期，再没有按核对日期），那天还没有入职或已经离职的不算在职；只写人数的只比人数',
    en: 'the list agrees with the staff; compared as of the date of the list, else of the application, else of the check, with those hired by then who had not left; where only a number is given, numbers are compared',
  },
  messages: {
    none: { zh: '申请材料里没有教职工名单', en: 'there is no staff list among the papers' },
    notListed: { zh: '这名在职人员不在名单上', en: 'this member of staff is not on the list' },
    notStaff: { zh: '名单上的这个人不是在职人员', en: 'this person on the list is not a member of staff' },
    otherCount: { zh: '名单写 {have} 人，在职 {staff} 人', en: 'the list has {have} people, the staff {staff}' },
  },
  *profile({ profile, asOf }) {
    const papers = profile.application?.documents;
    const roster = paperOf(papers ?? [], 'staff-list');
    if (papers === undefined) yield { missing: 'application.documents' };
    else if (!roster) yield { at: 'application.documents', message: 'none' };
    if (!profile.staff?.length) yield { missing: 'staff' };
    else if (roster) yield* compareWithStaff(roster, profile, asOf);
  },
});

function* compareWithStaff(
  { paper, at }: ListedPaper,
  profile: Profile,
  asOf: string,
): Iterable<Raised<RosterMessage>> {
  const { people, count } = paper;
  const day = paper.date ?? profile.application?.date ?? asOf;
  const notLeft = activeStaff(profile, day);
  const working = notLeft.filter(({ member }) => member.hiredOn === undefined || member.hiredOn <= day);
  if (people === undefined) {
    if (count === undefined) yield { missing: `${at}.people` };
    else {
      const staff = working.length;
      yield { measured: { ...LISTED, have: count, of: staff, met: count === staff, path: `${at}.count` } };
      if (count !== staff) yield { at: `${at}.count`, message: 'otherCount', params: { have: count, staff } };
    }
    return;
  }
  const isListed = ({ member }: ListedMember): boolean => people.some((person) => refersTo(person, member));
  const isStaff = (person: string): boolean => notLeft.some(({ member }) => refersTo(person, member));
  yield* share(LISTED, working, isListed, `${at}.people`);
  for (const each of working) {
    if (isListed(each)) continue;
    yield { at: `staff[${each.index}]`, message: 'notListed', related: [`${at}.people`] };
  }
  for (const [i, person] of people.entries()) {
    if (isStaff(person)) continue;
    yield { at: `${at}.people[${i}]`, message: 'notStaff' };
  }
}

const applicationCommitment = rule<PaperMessage>({
  id: 'application-commitment',
  clauses: ['八·流程（二）', '附件5'],
  phase: 'apply',
  class: 'document',
  checklist: true,
  needs: { profile: ['application.documents'] },
  title: { zh: '安全管理承诺书', en: 'Safety commitment' },
  demand: {
    zh: '申请材料里有承诺书（机构的安全管理承诺书）',
    en: "There is a commitment among the papers (the institution's safety commitment)",
  },
  advice: {
    zh: '备好安全管理承诺书，签字盖章后递交',
    en: 'Prepare the safety commitment, sign and seal it, and hand it in',
  },
  reading: {
    zh: '条款只说承诺书，按附件5机构的一份理解',
    en: 'the clause only says commitment; read as annex 5, that of the institution',
  },
  default: { zh: '没有签字或没有盖章只提醒', en: 'without signature or seal it only warns' },
  messages: {
    none: { zh: '申请材料里没有安全管理承诺书', en: 'there is no safety commitment among the papers' },
    unsigned: { zh: '安全管理承诺书没有签字', en: 'the safety commitment is not signed' },
    unsealed: { zh: '安全管理承诺书没有盖章', en: 'the safety commitment is not sealed' },
  },
  *profile({ profile }) {
    const papers = profile.application?.documents;
    const pledge = paperOf(papers ?? [], 'safety-pledge');
    if (papers) yield measuredPaper(pledge);
    if (papers === undefined) yield { missing: 'application.documents' };
    else if (!pledge) yield { at: 'application.documents', message: 'none' };
    else yield* unsignedOrUnsealed(pledge);
  },
});

const applicationSelfCheck = rule({
  id: 'application-self-check',
  clauses: ['八·流程（二）', '附件6'],
  phase: 'apply',
  class: 'document',
  checklist: true,
  needs: { profile: ['application.documents'] },
  title: { zh: '自查情况材料', en: 'Self-check paper' },
  demand: { zh: '申请材料里有自查情况', en: 'The result of the self-check is among the papers' },
  advice: {
    zh: '把自查填好的检查表列入申请材料一起递交',
    en: 'List the checklist completed in the self-check and hand it in',
  },
  reading: { zh: '自查情况以填好的检查表（附件6）为凭', en: 'the completed checklist (annex 6) is that result' },
  messages: {
    none: { zh: '申请材料里没有检查表', en: 'there is no checklist among the papers' },
  },
  *profile({ profile }) {
    const papers = profile.application?.documents;
    const checklist = paperOf(papers ?? [], 'checklist');
    if (papers) yield measuredPaper(checklist);
    if (papers === undefined) yield { missing: 'application.documents' };
    else if (!checklist) yield { at: 'application.documents', message: 'none' };
  },
});

/** The rules of these items, in the order of the plan. */
export const RULES: readonly Rule[] = [
  applicationReport,
  applicationStaffRoster,
  applicationCommitment,
  applicationSelfCheck,
];
