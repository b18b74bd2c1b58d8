/** What a paper is written for once each: people with their pledges, classes off site with their applications. */
import type { Profile } from '../profile/profile.types.js';
import { activeStaff } from '../rules/shared/people.js';
import { officialDate } from './date.js';
import type { Facts } from './derive.js';
import type { Paper } from './papers.js';
import { put, type View, viewNode } from './view.js';

/** One rendering of a template. */
export interface Item {
  readonly key: string;
  readonly extra: Record<string, unknown>;
  /** The date of the paper, `YYYY-MM-DD`, where it has one of its own. */
  readonly date?: string;
}

/** Returns what the template is rendered for: each of the `people` (all if absent), each class off site, or once. */
export function itemsOf(
  paper: Paper,
  before: Paper | undefined,
  facts: Facts,
  people: readonly string[] | undefined,
): Item[] {
  const { profile, asOf } = facts;
  const chosen = (id: string | undefined, name: string | undefined): boolean =>
    !people || people.some((person) => person === id || person === name);
  const staff = activeStaff(profile, asOf).filter(({ member }) => chosen(member.id, member.name));
  const trainees = (profile.classes ?? []).flatMap((each, i) =>
    (each.trainees ?? [])
      .map((trainee, j) => ({ each, trainee, at: `classes[${i}].trainees[${j}]`, i }))
      .filter(({ trainee }) => chosen(trainee.id, trainee.name)),
  );
  if (paper.each === 'staff') {
    return staff.map(({ member, index }, i) => ({
      key: String(i),
      extra: { person: personView({ ...member, no: i + 1 }, `staff[${index}]`, facts) },
    }));
  }
  if (paper.each === 'trainees') {
    return trainees.map(({ each, trainee, at, i }, no) => {
      const person = personView({ ...trainee, no: no + 1 }, at, facts);
      for (const [key, field] of [
        ['className', 'name'],
        ['trade', 'trade'],
        ['level', 'level'],
      ] as const) {
        put(person, key, each[field], `classes[${i}].${field}`, facts.missing);
      }
      return { key: String(no), extra: { person } };
    });
  }
  if (paper.each === 'offsite') return (profile.offsite ?? []).map((_, i) => offsiteItem(i, facts));
  if (paper.template === 'signing-register') {
    const listed =
      before?.each === 'trainees'
        ? trainees.map(({ trainee }) => ({ person: trainee, category: '学员', kind: 'trainee' }))
        : staff.map(({ member }) => ({ person: member, category: '教职工', kind: 'staff' }));
    const register = listed.map(({ person, category, kind }, i) => {
      const signed = signatureOf(profile, kind, person);
      return viewNode({
        no: i + 1,
        name: person.name ?? person.id ?? '',
        category,
        signedOn: signed ?? '',
      });
    });
    return [{ key: '', extra: { register } }];
  }
  return [{ key: '', extra: {} }];
}

/** The day on which a person signed a commitment of that kind, or `undefined`. */
function signatureOf(
  profile: Profile,
  kind: string,
  person: { readonly id?: string; readonly name?: string },
): string | undefined {
  const signed = profile.commitments?.find(
    (each) =>
      each.kind === kind && each.person !== undefined && (each.person === person.id || each.person === person.name),
  );
  return signed?.signedOn === undefined ? undefined : officialDate(signed.signedOn);
}

const PERSON_FIELDS = [
  'name',
  'gender',
  'idNumber',
  'phone',
  'address',
  'position',
  'hiredOn',
  'transport',
  'healthCode',
  'emergencyContact',
  'emergencyPhone',
  'category',
];

function personView(person: Readonly<Record<string, unknown>>, at: string, facts: Facts): View {
  const view = viewNode({ no: person.no });
  for (const field of PERSON_FIELDS) {
    const value = person[field];
    const worded = field === 'hiredOn' && typeof value === 'string' ? officialDate(value) : value;
    put(view, field, worded, `${at}.${field}`, facts.missing);
  }
  return view;
}

function offsiteItem(i: number, facts: Facts): Item {
  const { profile } = facts;
  const offsite = profile.offsite?.[i] ?? {};
  const index = (profile.classes ?? []).findIndex((each) => each.id === offsite.class);
  const each = profile.classes?.[index];
  const view = viewNode({});
  const field = (key: string, value: unknown, from: string): void => put(view, key, value, from, facts.missing);
  const at = index < 0 ? `offsite[${i}].class` : `classes[${index}]`;
  const path = (key: string): string => (index < 0 ? at : `${at}.${key}`);
  for (const key of ['name', 'trade', 'level', 'hours'] as const) field(key, each?.[key], path(key));
  field(
    'size',
    each && (Math.max(each.trainees?.length ?? 0, each.plannedSize ?? 0) || undefined),
    path('plannedSize'),
  );
  field(
    'startDate',
    (offsite.startDate ?? each?.startDate) && officialDate(offsite.startDate ?? each?.startDate ?? ''),
    `offsite[${i}].startDate`,
  );
  field('endDate', each?.endDate && officialDate(each.endDate), path('endDate'));
  field(
    'teacher',
    profile.staff?.find((member) => member.id === each?.teacher || member.name === each?.teacher)?.name ??
      each?.teacher,
    path('teacher'),
  );
  field('to', offsite.application?.to, `offsite[${i}].application.to`);
  field(
    'applicationDate',
    offsite.application?.date && officialDate(offsite.application.date),
    `offsite[${i}].application.date`,
  );
  view.appraisal = each?.appraisal ?? false;
  const own = (facts.view.classes as View[] | undefined)?.[index];
  view.sessions = index < 0 || each?.sessions === undefined ? [] : own?.sessions;
  view.trainees = (each?.trainees ?? []).map((trainee, j) => {
    const row = personView(trainee as Readonly<Record<string, unknown>>, `classes[${index}].trainees[${j}]`, facts);
    const signed = signatureOf(profile, 'trainee', trainee);
    row.signedOn = signed ?? '';
    row.remark = trainee.remark ?? '';
    return row;
  });
  const venue = viewNode({});
  for (const key of ['name', 'address', 'area'] as const)
    put(venue, key, offsite.venue?.[key], `offsite[${i}].venue.${key}`, facts.missing);
  view.venue = venue;
  const inItsRoom = facts.seatPlans.plans.filter((plan) => each?.id !== undefined && plan.classes.includes(each.id));
  view.seatPlans = inItsRoom.map((plan) => plan.view);
  const date = offsite.application?.date;
  return {
    key: offsite.class ?? String(i + 1),
    extra: { offsiteClass: view },
    ...(date === undefined ? {} : { date }),
  };
}
