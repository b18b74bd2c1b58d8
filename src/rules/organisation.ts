/** 四（一）防控工作体系: the emergency plan, the leading group with its three tiers, the contacts. */
import type { Contact, Profile, StaffMember } from '../profile/profile.types.js';
import type { Wording } from '../types.js';
import { type Rule, rule } from './rule.js';
import { documentsOf, measuredDocuments } from './shared/documents.js';
import { amount, enough, seen, share, UNITS } from './shared/measure.js';
import { missingFrom } from './shared/missing.js';
import { activeStaff, type ListedMember, memberOf, refersTo, samePerson } from './shared/people.js';

const DUTIES = { what: { zh: '分工到人', en: 'duties with a person' }, unit: UNITS.point };

const unitEmergencyPlan = rule({
  id: 'unit-emergency-plan',
  clauses: ['四（一）1'],
  ground: '一',
  phase: 'prep',
  class: 'document',
  also: ['profile'],
  checklist: true,
  needs: { profile: ['documents', 'leadingGroup.duties'] },
  title: { zh: '本单位应急预案', en: 'Own emergency plan' },
  demand: {
    zh: '有本单位的疫情防控应急预案，制度明确，责任到人',
    en: 'The institution has its own emergency plan, with clear systems and a person for each duty',
  },
  advice: {
    zh: '制定应急预案并列入 documents（kind: emergency-plan），给每项分工填负责人',
    en: 'Draw up the plan, list it in documents (kind: emergency-plan), and name a person for every duty',
  },
  reading: {
    zh: '责任到人只查已列出的分工，每项写明负责人；制度是否明确须人看',
    en: 'of the duties that are listed each must name a person; whether the systems are clear a person must see',
  },
  messages: {
    none: { zh: '方案和制度里没有应急预案', en: 'no emergency plan among the documents' },
  },
  *profile({ profile }) {
    const plans = documentsOf(profile, 'emergency-plan');
    const duties = profile.leadingGroup?.duties ?? [];
    if (profile.documents === undefined) yield { missing: 'documents' };
    else {
      yield measuredDocuments(plans);
      if (plans.length === 0) yield { at: 'documents', message: 'none' };
    }
    yield* share(DUTIES, duties, ({ person }) => person !== undefined, 'leadingGroup.duties');
    yield* missingFrom(duties, 'leadingGroup.duties', ['person']);
  },
});

const FIRST_TIER = { zh: '第一负责人', en: 'first responsible' };
const LOWER_TIERS = {
  mainResponsible: { zh: '主要责任人', en: 'main responsible' },
  directResponsible: { zh: '直接责任人', en: 'directly responsible' },
} as const satisfies Readonly<Record<string, Wording>>;

/** Returns who is main responsible, and where each stands. An entry without a person names nobody. */
function mainResponsible({ leadingGroup }: Profile) {
  const given = leadingGroup?.mainResponsible;
  if (given === undefined) return undefined;
  const path = 'leadingGroup.mainResponsible';
  const entries = Array.isArray(given) ? given : [given];
  return entries.flatMap((entry, i) => {
    const { staff, position = undefined } = typeof entry === 'string' ? { staff: entry } : entry;
    return staff === undefined ? [] : [{ staff, position, path: Array.isArray(given) ? `${path}[${i}]` : path }];
  });
}

const ESTABLISHED = { zh: '成立', en: 'established on' };
const peopleOf = (what: Wording) => ({ what, unit: UNITS.person });

const leadingGroup = rule({
  id: 'leading-group',
  clauses: ['四（一）1'],
  ground: '一',
  phase: 'prep',
  class: 'profile',
  also: ['document'],
  checklist: true,
  needs: {
    profile: [
      'leadingGroup.establishedOn',
      'leadingGroup.firstResponsible',
      'leadingGroup.mainResponsible',
      'leadingGroup.directResponsible',
    ],
  },
  limits: ['leadersPerTier'],
  title: { zh: '防控领导小组', en: 'Leading group' },
  demand: {
    zh: '成立防控领导工作小组，有第一负责人、主要责任人和直接责任人',
    en: 'A leading group is set up, with first, main and directly responsible people',
  },
  advice: {
    zh: '成立领导小组，填成立日期和三级责任人',
    en: 'Set up the group; enter its date and the people of the three tiers',
  },
  reading: { zh: '以写明成立日期为成立的凭据', en: 'the day on which it was set up shows that there is such a group' },
  messages: {
    tierTooSmall: {
      zh: '{tier} {have} 人，至少 {least} 人',
      en: '{tier}: {have} {have:person|people}; at least {least} needed',
    },
  },
  *profile({ profile, limits }) {
    const group = profile.leadingGroup;
    if (group === undefined) {
      yield { missing: 'leadingGroup' };
      return;
    }
    if (group.establishedOn === undefined) {
      yield { missing: 'leadingGroup.establishedOn' };
    } else {
      yield seen(ESTABLISHED, group.establishedOn, 'leadingGroup.establishedOn');
    }
    if (group.firstResponsible?.staff === undefined) yield { missing: 'leadingGroup.firstResponsible.staff' };
    else
      yield { measured: amount(peopleOf(FIRST_TIER), 1, limits.leadersPerTier, 'leadingGroup.firstResponsible.staff') };
    const tiers = { mainResponsible: mainResponsible(profile), directResponsible: group.directResponsible };
    for (const key of ['mainResponsible', 'directResponsible'] as const) {
      const tier = LOWER_TIERS[key];
      const people = amount(peopleOf(tier), tiers[key]?.length, limits.leadersPerTier, `leadingGroup.${key}`);
      yield* enough(people, 'tierTooSmall', { tier });
    }
  },
});

const FIRST_IS = { zh: '第一负责人', en: 'first responsible' };
const MAIN_TIER = { zh: '主要责任人', en: 'main responsible' };
const POSITIONS = {
  主要领导: { zh: '主要领导', en: 'the principal leader' },
  分管领导: { zh: '分管领导', en: 'a deputy' },
  教师: { zh: '教师', en: 'a teacher' },
  其他: { zh: '其他人员', en: 'someone else' },
};

const leadingGroupTiers = rule({
  id: 'leading-group-tiers',
  clauses: ['四（一）1'],
  ground: '一',
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['leadingGroup.firstResponsible', 'leadingGroup.mainResponsible', 'staff'] },
  limits: ['leadersPerTier'],
  title: { zh: '第一负责人和主要责任人', en: 'First and main responsible' },
  demand: {
    zh: '主要领导任第一负责人，分管领导任主要责任人',
    en: 'The principal leader is first responsible; the deputy in charge is main responsible',
  },
  advice: {
    zh: '第一负责人改由主要领导担任，主要责任人另填分管领导，写明职位',
    en: 'Make the principal leader first responsible, and enter the deputy in charge as main responsible, with the position',
  },
  reading: {
    zh: '第一负责人按只有一人理解；是不是主要领导看所填的职位',
    en: 'exactly one person is first responsible; whether that is the principal leader goes by the position entered',
  },
  default: {
    zh: '与主要责任人是同一人的只提醒，没有写明主要责任人职位的只作说明',
    en: 'the same person in both tiers only warns, and that the position of a main responsible is not given is only remarked',
  },
  messages: {
    notPrincipal: {
      zh: '第一负责人的职位不是主要领导',
      en: 'the first responsible is not the principal leader',
    },
    mainTooFew: {
      zh: '主要责任人 {have} 人，至少 {least} 人',
      en: '{have} {have:person is|people are} main responsible; at least {least} needed',
    },
    notDeputy: {
      zh: '主要责任人的职位不是分管领导',
      en: 'the main responsible is not a deputy in charge',
    },
    positionOpen: {
      zh: '没有写明这位主要责任人的职位，看不出是不是分管领导',
      en: 'the position of this main responsible is not given, so whether it is a deputy in charge does not show',
    },
    sameAsFirst: {
      zh: '主要责任人与第一负责人是同一人',
      en: 'the main responsible is also the first responsible',
    },
  },
  *profile({ profile, limits }) {
    const first = profile.leadingGroup?.firstResponsible;
    const main = mainResponsible(profile);
    if (first?.staff === undefined) yield { missing: 'leadingGroup.firstResponsible.staff' };
    if (first?.position === undefined) yield { missing: 'leadingGroup.firstResponsible.position' };
    else {
      const isPrincipal = first.position === '主要领导';
      yield seen(FIRST_IS, POSITIONS[first.position], 'leadingGroup.firstResponsible.position', isPrincipal);
      if (!isPrincipal) yield { at: 'leadingGroup.firstResponsible.position', message: 'notPrincipal' };
    }
    const path = 'leadingGroup.mainResponsible';
    yield* enough(amount(peopleOf(MAIN_TIER), main?.length, limits.leadersPerTier, path), 'mainTooFew');
    for (const { staff, position, path: at } of main ?? []) {
      if (position === undefined) yield { at, message: 'positionOpen', severity: 'info' };
      else if (position !== '分管领导') yield { at: `${at}.position`, message: 'notDeputy' };
      if (first?.staff === undefined || !samePerson(profile, staff, first.staff)) continue;
      const related = ['leadingGroup.firstResponsible.staff'];
      yield { at, message: 'sameAsFirst', severity: 'warning', related };
    }
  },
});

const TEACHERS_LISTED = peopleOf({ zh: '已列入的教师', en: 'teachers listed' });

const teachersDirectResponsible = rule({
  id: 'teachers-direct-responsible',
  clauses: ['四（一）1'],
  ground: '一',
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: {
    profile: ['leadingGroup', 'staff', 'classes'],
  },
  title: { zh: '授课教师为直接责任人', en: 'Teachers directly responsible' },
  demand: { zh: '授课教师是直接责任人', en: 'Those who teach are directly responsible' },
  advice: {
    zh: '把所标教师的编号或姓名加进 directResponsible；已离职的填离职日期',
    en: 'Add the marked teacher to directResponsible by id or name; for one who has left, enter leftOn',
  },
  reading: { zh: '“授课教师”按每一位在职的教师理解', en: 'those who teach are read as every teacher in service' },
  messages: {
    noTeachers: { zh: '教职工里没有在职教师', en: 'no teacher is in service' },
    notListed: { zh: '这位教师不在直接责任人中', en: 'this teacher is not among the directly responsible' },
    responsibleAlready: {
      zh: '这位授课的人已是第一责任人或主要责任人，没有列入直接责任人（只提醒，工具的理解）',
      en: 'this person, who teaches, is first or main responsible already, but is not among the directly responsible (only a warning, toolkit reading)',
    },
  },
  *profile({ profile, asOf }) {
    const active = activeStaff(profile, asOf);
    if (active.length === 0) {
      yield { missing: 'staff' };
      return;
    }
    const unstated = active.filter(({ member }) => member.role === undefined);
    for (const { index } of unstated) yield { missing: `staff[${index}].role` };
    const ofClasses = (profile.classes ?? []).flatMap(({ teacher, endDate }) =>
      teacher === undefined || (endDate !== undefined && endDate < asOf) ? [] : [teacher],
    );
    const teaches = (member: StaffMember): boolean =>
      member.role === '教师' || ofClasses.some((reference) => memberOf(profile, reference) === member);
    const teachers = active.filter(({ member }) => teaches(member));
    if (teachers.length === 0) {
      if (unstated.length === 0) yield { notApplicable: 'noTeachers' };
      return;
    }
    const direct = profile.leadingGroup?.directResponsible;
    if (direct === undefined) {
      yield { missing: 'leadingGroup.directResponsible' };
      return;
    }
    const isListed = ({ member }: ListedMember): boolean => direct.some((reference) => refersTo(reference, member));
    yield* share(TEACHERS_LISTED, teachers, isListed, 'leadingGroup.directResponsible');
    const isAbove = (member: StaffMember): boolean => {
      const main = (mainResponsible(profile) ?? []).map(({ staff }) => staff);
      const above = [profile.leadingGroup?.firstResponsible?.staff ?? [], main].flat();
      return above.some((reference) => memberOf(profile, reference) === member);
    };
    for (const { member, index } of teachers.filter((each) => !isListed(each))) {
      const place = { at: `staff[${index}]`, related: ['leadingGroup.directResponsible'] };
      if (isAbove(member)) yield { ...place, message: 'responsibleAlready', severity: 'warning' };
      else yield { ...place, message: 'notListed' };
    }
  },
});

const PARTIES: readonly { kind: Contact['kind']; name: Wording }[] = [
  { kind: '人社', name: { zh: '人社部门', en: 'the HR&SS department' } },
  { kind: '卫健', name: { zh: '卫健部门', en: 'the health department' } },
  { kind: '疾控', name: { zh: '疾控机构', en: 'the CDC' } },
  { kind: '发热门诊', name: { zh: '就近的发热门诊', en: 'the nearest fever clinic' } },
  { kind: '社区', name: { zh: '社区', en: 'the community' } },
];

const PARTIES_CONTACTED = { what: { zh: '已对接', en: 'parties contacted' }, unit: UNITS.kind };

const liaisonFiveParties = rule({
  id: 'liaison-five-parties',
  clauses: ['四（一）2'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['liaison'] },
  title: { zh: '五类对接单位', en: 'Contacts with five parties' },
  demand: {
    zh: '与属地人社部门、卫健部门、疾控机构、就近设有发热门诊的医疗机构和社区主动对接',
    en: 'Working contact with the local HR&SS department, the health department, the CDC, the nearest hospital with a fever clinic and the community',
  },
  advice: {
    zh: '与所缺的单位取得联系，填联系人和电话',
    en: 'Get in touch with the party that is missing, and enter its contact person and phone',
  },
  reading: {
    zh: '以写明联系人和电话为对接的凭据；同类单位有几个的，有一个填全即可',
    en: 'a contact person with a phone shows the contact; where several of a kind are listed, one with both is enough',
  },
  messages: {
    none: { zh: '对接单位里没有{party}', en: '{party} is not among the contacts' },
  },
  *profile({ profile }) {
    const contacts = profile.liaison;
    if (contacts === undefined) {
      yield { missing: 'liaison' };
      return;
    }
    const isWhole = ({ contact, phone }: Contact): boolean => contact !== undefined && phone !== undefined;
    const hasContact = ({ kind }: { readonly kind: Contact['kind'] }): boolean =>
      contacts.some((contact) => contact.kind === kind && isWhole(contact));
    yield* share(PARTIES_CONTACTED, PARTIES, hasContact, 'liaison');
    for (const party of PARTIES) {
      const { kind, name } = party;
      const listed = contacts.map((contact, i) => ({ contact, i })).filter(({ contact }) => contact.kind === kind);
      if (listed.length === 0) yield { at: 'liaison', message: 'none', params: { party: name } };
      if (hasContact(party)) continue;
      for (const { contact, i } of listed) {
        if (contact.contact === undefined) yield { missing: `liaison[${i}].contact` };
        if (contact.phone === undefined) yield { missing: `liaison[${i}].phone` };
      }
    }
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  unitEmergencyPlan,
  leadingGroup,
  leadingGroupTiers,
  teachersDirectResponsible,
  liaisonFiveParties,
];
