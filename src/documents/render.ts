/** Renders the papers asked for: which block, which fields are missing, and the sections of each. */
import type { Limits } from '../plan/limits.js';
import type { Profile } from '../profile/profile.types.js';
import type { Rule } from '../rules/rule.js';
import { activeStaff } from '../rules/shared/people.js';
import type { InstitutionReport, RuleResult } from '../types.js';
import { officialDate } from './date.js';
import { addDerived, type Facts } from './derive.js';
import { readFragment, type Section } from './fragment.js';
import { FOOTER } from './layout.js';
import type { Paper } from './papers.js';
import { TemplateEngine, type TemplateSource } from './template.js';
import { addAbsent, BLANK, copyOf, type View, viewNode, viewOf } from './view.js';

/** A paper ready to be written in any format. */
export interface RenderedPaper {
  /** The name of its file without extension; may hold a name from the profile, to be made safe. */
  readonly name: string;
  readonly title: string;
  readonly sections: readonly Section[];
}

/** What the papers are made from. */
export interface RenderInput {
  readonly profile: Profile;
  readonly report: InstitutionReport;
  readonly rules: readonly Rule[];
  readonly limits: Limits;
  readonly asOf: string;
  readonly draft: boolean;
  readonly source: TemplateSource;
  /** Only these people in pledges, by id or name; all if absent. */
  readonly people?: readonly string[];
}

/** The papers, and the fields that they need and the profile does not give, each with the titles of the papers. */
export interface Rendered {
  readonly papers: readonly RenderedPaper[];
  readonly missing: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Returns the rules of the earlier stage that fail or are not evidenced, and so hold back a gated paper. */
export function blockingRules(report: InstitutionReport, rules: readonly Rule[]): RuleResult[] {
  const earlier = new Map(
    rules.filter((rule) => rule.phase === 'prep' && rule.severity === 'error').map((rule) => [rule.id, rule]),
  );
  return report.rules.filter(
    (result) =>
      earlier.has(result.id) &&
      (result.outcome === 'fail' || result.outcome === 'not-evidenced' || result.outcome === 'not-run'),
  );
}

/** Renders the papers in their order. */
export function renderPapers(papers: readonly Paper[], input: RenderInput): Rendered {
  const missing = new Map<string, Set<string>>();
  const engine = new TemplateEngine(input.source);
  const rendered: RenderedPaper[] = [];
  for (const [i, paper] of papers.entries()) {
    const note = (path: string): void => {
      missing.set(path, (missing.get(path) ?? new Set()).add(paper.title));
    };
    const view = viewOf(input.profile, note);
    const facts: Facts = { ...input, view, missing: note };
    addDerived(facts);
    const render = (extra: Record<string, unknown>, date?: string): Section[] => {
      const whole = copyOf(view);
      Object.assign(whole, { paper: paperView(paper, input, date), packetRows: packetRows(papers, input) }, extra);
      return readFragment(engine.render(paper.template, whole), paper.template);
    };
    const items = itemsOf(paper, papers[i - 1], facts, input);
    if (paper.each === 'offsite') {
      for (const item of items) {
        const name = `${paper.title}-${(input.profile.classes ?? []).find((each) => each.id === item.key)?.name ?? item.key}`;
        rendered.push({ name, title: paper.title, sections: render(item.extra, item.date) });
      }
    } else {
      const sections = paper.each ? items.flatMap((item) => render(item.extra)) : render(items[0]?.extra ?? {});
      if (sections.length > 0) rendered.push({ name: paper.title, title: paper.title, sections });
    }
  }
  return { papers: rendered, missing };
}

/** What a template is told of the paper itself. Its date is its own, else that of the application, else the as-of date. */
function paperView(paper: Paper, { profile, asOf, draft }: RenderInput, own?: string): View {
  const dated = paper.template === 'application' || paper.template === 'cover' || paper.id === 'safety-pledge';
  const date = own ?? (dated ? (profile.application?.date ?? asOf) : asOf);
  return viewNode({
    title: paper.title,
    date: officialDate(date),
    copies: paper.copies,
    copiesText: ['', '一式一份', '一式两份', '一式三份'][paper.copies] ?? `一式${paper.copies}份`,
    draft,
    footer: FOOTER,
  });
}

interface Item {
  readonly key: string;
  readonly extra: Record<string, unknown>;
  /** The date of the paper, `YYYY-MM-DD`, where it has one of its own. */
  readonly date?: string;
}

/** What the template is rendered for: each person, each class off site, or once. */
function itemsOf(paper: Paper, before: Paper | undefined, facts: Facts, input: RenderInput): Item[] {
  const { profile, asOf } = facts;
  const chosen = (id: string | undefined, name: string | undefined): boolean =>
    !input.people || input.people.some((person) => person === id || person === name);
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
        const value = each[field];
        if (value === undefined) addAbsent(person, key, BLANK, () => facts.missing(`classes[${i}].${field}`));
        else person[key] = value;
      }
      return { key: String(no), extra: { person } };
    });
  }
  if (paper.each === 'offsite') return (profile.offsite ?? []).map((_, i) => offsiteItem(i, facts));
  if (paper.template === 'signing-register') {
    const people =
      before?.each === 'trainees'
        ? trainees.map(({ trainee }) => ({ person: trainee, category: '学员', kind: 'trainee' }))
        : staff.map(({ member }) => ({ person: member, category: '教职工', kind: 'staff' }));
    const register = people.map(({ person, category, kind }, i) => {
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
    if (value === undefined) addAbsent(view, field, BLANK, () => facts.missing(`${at}.${field}`));
    else view[field] = field === 'hiredOn' ? officialDate(String(value)) : value;
  }
  return view;
}

function offsiteItem(i: number, facts: Facts): Item {
  const { profile } = facts;
  const offsite = profile.offsite?.[i] ?? {};
  const index = (profile.classes ?? []).findIndex((each) => each.id === offsite.class);
  const each = profile.classes?.[index];
  const view = viewNode({});
  const put = (node: View, key: string, value: unknown, path: string): void => {
    if (value === undefined || value === '') addAbsent(node, key, BLANK, () => facts.missing(path));
    else node[key] = value;
  };
  const at = index < 0 ? `offsite[${i}].class` : `classes[${index}]`;
  const path = (field: string): string => (index < 0 ? at : `${at}.${field}`);
  for (const key of ['name', 'trade', 'level', 'hours'] as const) put(view, key, each?.[key], path(key));
  put(
    view,
    'size',
    each && (Math.max(each.trainees?.length ?? 0, each.plannedSize ?? 0) || undefined),
    path('plannedSize'),
  );
  put(
    view,
    'startDate',
    (offsite.startDate ?? each?.startDate) && officialDate(offsite.startDate ?? each?.startDate ?? ''),
    `offsite[${i}].startDate`,
  );
  put(view, 'endDate', each?.endDate && officialDate(each.endDate), path('endDate'));
  put(
    view,
    'teacher',
    profile.staff?.find((member) => member.id === each?.teacher || member.name === each?.teacher)?.name ??
      each?.teacher,
    path('teacher'),
  );
  put(view, 'to', offsite.application?.to, `offsite[${i}].application.to`);
  put(
    view,
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
    put(venue, key, offsite.venue?.[key], `offsite[${i}].venue.${key}`);
  view.venue = venue;
  const date = offsite.application?.date;
  return {
    key: offsite.class ?? String(i + 1),
    extra: { offsiteClass: view },
    ...(date === undefined ? {} : { date }),
  };
}

/** The rows of the packet's list: the papers after the list itself. */
function packetRows(papers: readonly Paper[], { profile }: RenderInput): View[] {
  const district = profile.application?.to?.area ?? profile.institution?.district ?? '';
  return papers
    .filter((paper) => paper.template !== 'cover')
    .map((paper, i) =>
      viewNode({
        no: i + 1,
        title: paper.title,
        file: paper.title,
        signer: paper.signer,
        seal: paper.seal ? '是' : '否',
        copies: paper.copies,
        recipient: {
          district: `${district}人力资源和社会保障局`,
          institution: '机构留存',
          'place of training': '培训所在地人社部门',
        }[paper.recipient],
      }),
    );
}
