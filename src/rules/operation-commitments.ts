/** 五（七）: the commitments of staff and trainees. */
import type { StaffMember } from '../profile/profile.types.js';
import { type Breach, type Rule, rule } from './rule.js';
import { commitmentsOf, type ListedCommitment } from './shared/commitments.js';
import { share, UNITS } from './shared/measure.js';
import { missingFrom } from './shared/missing.js';
import { activeStaff } from './shared/people.js';

type StaffMessage = 'unsigned' | 'beforeSelfCheck' | 'afterApplication' | 'afterHiring' | 'beforeHiring';

const SIGNED = { what: { zh: '已签', en: 'signed in time' }, unit: UNITS.person };

const staffCommitments = rule<StaffMessage>({
  id: 'staff-commitments',
  clauses: ['五（七）', '八·流程（一）', '附件3'],
  phase: 'apply',
  class: 'document',
  checklist: true,
  needs: { profile: ['staff', 'commitments', 'selfCheck.date', 'application.date'] },
  title: { zh: '上岗承诺书', en: 'Staff commitments' },
  demand: { zh: '自查后与全体职工签上岗承诺书', en: 'All staff sign the on-duty commitment after the self-check' },
  advice: {
    zh: '请本人签上岗承诺书，签署日期如实填写',
    en: 'Have the person sign the on-duty commitment and enter the true date',
  },
  reading: {
    zh: '申请之前签好；自查当天和申请当天都可以签；自查以后才入职的，入职当天或以前签；还没有申请日期的，不比申请日期',
    en: 'it is signed before the application; signing on the day of the self-check or of the application is in time; who was hired after the self-check signs by the day of hiring; without a date of application that side is not compared',
  },
  messages: {
    unsigned: { zh: '这名教职工没有上岗承诺书', en: 'this member of staff has no on-duty commitment' },
    beforeSelfCheck: {
      zh: '{signed} 签的，早于自查日期 {limit}',
      en: 'signed on {signed}, before the self-check of {limit}',
    },
    afterApplication: {
      zh: '{signed} 签的，晚于申请日期 {limit}',
      en: 'signed on {signed}, after the application of {limit}',
    },
    beforeHiring: {
      zh: '{signed} 签的，早于入职日期 {limit}，请核实',
      en: 'signed on {signed}, before being hired on {limit}; check it',
    },
    afterHiring: {
      zh: '{signed} 签的，晚于入职日期 {limit}',
      en: 'signed on {signed}, after being hired on {limit}',
    },
  },
  *profile({ profile, asOf }) {
    const staff = activeStaff(profile, asOf);
    if (staff.length === 0) yield { missing: 'staff' };
    if (profile.commitments === undefined) yield { missing: 'commitments' };
    const selfCheck = profile.selfCheck?.date;
    if (selfCheck === undefined) yield { missing: 'selfCheck.date' };
    if (profile.commitments === undefined) return;
    const find = commitmentsOf(profile, 'staff');
    const dates = { selfCheck, application: profile.application?.date };
    const verdicts = staff.map(({ member, index }) => {
      const signed = find(member);
      const undated = signed.find(({ commitment }) => commitment.signedOn === undefined);
      const ofDated = signed.filter((each) => each !== undated).map((each) => untimely(each, member, index, dates));
      // one that was signed in time is enough
      return {
        index,
        undated,
        breach: ofDated[0],
        isInTime: ofDated.includes(undefined),
        isUnsigned: signed.length === 0,
        tooSoon: [...signedTooSoon(signed, member, index)],
      };
    });
    yield* share(SIGNED, verdicts, ({ isInTime }) => isInTime, 'commitments');
    for (const { index, undated, breach, isInTime, isUnsigned, tooSoon } of verdicts) {
      if (isUnsigned) yield { at: `staff[${index}]`, message: 'unsigned' };
      else if (isInTime) yield* tooSoon;
      else if (undated) yield { missing: `commitments[${undated.index}].signedOn` };
      else if (breach) yield breach;
    }
  },
});

/** Notices a commitment signed by someone who was not on the staff yet, where there is no other. */
function* signedTooSoon(
  signed: readonly ListedCommitment[],
  { hiredOn }: StaffMember,
  memberIndex: number,
): Iterable<Breach<StaffMessage>> {
  const isTooSoon = ({ commitment }: ListedCommitment): boolean =>
    hiredOn !== undefined && commitment.signedOn !== undefined && commitment.signedOn < hiredOn;
  const [first] = signed;
  if (!first || hiredOn === undefined || !signed.every(isTooSoon)) return;
  yield {
    at: `commitments[${first.index}].signedOn`,
    message: 'beforeHiring',
    severity: 'info',
    params: { signed: first.commitment.signedOn ?? '', limit: hiredOn },
    related: [`staff[${memberIndex}].hiredOn`],
  };
}

/** Returns what is wrong with the day on which the member signed, if anything. */
function untimely(
  { commitment, index }: ListedCommitment,
  member: StaffMember,
  memberIndex: number,
  dates: { readonly selfCheck: string | undefined; readonly application: string | undefined },
): Breach<StaffMessage> | undefined {
  const { signedOn: signed = '' } = commitment;
  const { selfCheck, application } = dates;
  const at = `commitments[${index}].signedOn`;
  const breach = (message: StaffMessage, limit: string, related: string): Breach<StaffMessage> => ({
    at,
    message,
    params: { signed, limit },
    related: [related],
  });
  if (member.hiredOn !== undefined && selfCheck !== undefined && member.hiredOn > selfCheck) {
    return signed > member.hiredOn ? breach('afterHiring', member.hiredOn, `staff[${memberIndex}].hiredOn`) : undefined;
  }
  if (selfCheck !== undefined && signed < selfCheck) return breach('beforeSelfCheck', selfCheck, 'selfCheck.date');
  if (application !== undefined && signed > application) {
    return breach('afterApplication', application, 'application.date');
  }
  return undefined;
}

const traineeCommitments = rule({
  id: 'trainee-commitments',
  clauses: ['五（七）', '附件3'],
  phase: 'run',
  class: 'document',
  checklist: false,
  needs: { profile: ['classes', 'commitments'] },
  title: { zh: '参训承诺书', en: 'Trainee commitments' },
  demand: { zh: '学员按要求签参训承诺书', en: 'Trainees sign the trainee commitment as required' },
  advice: {
    zh: '请学员签参训承诺书，签署日期如实填写；以后的学员到训前先签',
    en: 'Have the trainee sign and enter the true date; have later trainees sign before they come',
  },
  reading: {
    zh: '每名学员到训之前签，到训当天也可以；没有首次到训日期的，按开班日期比',
    en: 'each trainee signs by the first day present; without it the first day of the class counts',
  },
  messages: {
    noTrainees: { zh: '没有学员', en: 'there are no trainees' },
    unsigned: { zh: '班级 {class} 的这名学员没有参训承诺书', en: 'this trainee of class {class} has no commitment' },
    late: {
      zh: '班级 {class} 的这名学员 {signed} 才签，须不晚于 {first}',
      en: 'this trainee of class {class} signed on {signed}; it should have been by {first}',
    },
  },
  *profile({ profile, asOf }) {
    const { classes } = profile;
    if (classes === undefined) {
      yield { missing: 'classes' };
      return;
    }
    if (classes.every(({ trainees }) => trainees?.length === 0)) {
      yield { notApplicable: 'noTrainees' };
      return;
    }
    yield* missingFrom(classes, 'classes', ['trainees']);
    const firstDays = classes.flatMap(({ trainees = [], startDate }) =>
      trainees.map(({ firstDay = startDate }) => firstDay),
    );
    const isToCome = (day: string | undefined): boolean => day !== undefined && asOf < day;
    if (firstDays.length > 0 && firstDays.every(isToCome)) {
      yield { notYet: firstDays.reduce<string>((a, b = a) => (b < a ? b : a), '9999-12-31') };
      return;
    }
    if (profile.commitments === undefined) {
      yield { missing: 'commitments' };
      return;
    }
    const find = commitmentsOf(profile, 'trainee');
    for (const [i, each] of classes.entries()) {
      const name = each.id ?? i + 1;
      const trainees = each.trainees ?? [];
      const start = each.startDate;
      if (start === undefined && trainees.some(({ firstDay }) => firstDay === undefined)) {
        yield { missing: `classes[${i}].startDate` };
      }
      for (const [j, trainee] of trainees.entries()) {
        const at = `classes[${i}].trainees[${j}]`;
        const signed = earliest(find(trainee));
        const first = trainee.firstDay ?? start;
        if (!signed) {
          if (!isToCome(first)) yield { at, message: 'unsigned', params: { class: name } };
        } else if (signed.commitment.signedOn === undefined) {
          yield { missing: `commitments[${signed.index}].signedOn` };
        } else if (first !== undefined && signed.commitment.signedOn > first) {
          yield {
            at,
            message: 'late',
            params: { class: name, signed: signed.commitment.signedOn, first },
            related: [`commitments[${signed.index}].signedOn`],
          };
        }
      }
    }
  },
});

/** The commitment that was signed first; one without a date only where there is no other. */
function earliest(signed: readonly ListedCommitment[]): ListedCommitment | undefined {
  const dayOf = ({ commitment }: ListedCommitment): string => commitment.signedOn ?? '9999-12-31';
  return signed.reduce<ListedCommitment | undefined>((a, b) => (a && dayOf(a) <= dayOf(b) ? a : b), undefined);
}

/** The rules of these items, in the order of the plan. */
export const RULES: readonly Rule[] = [staffCommitments, traineeCommitments];
