/** Renders the papers asked for: which block, which fields are missing, and the sections of each. */
import type { Plan } from '../plan/plan.js';
import type { Profile } from '../profile/profile.types.js';
import type { Rule } from '../rules/rule.js';
import type { InstitutionReport, RuleResult } from '../types.js';
import { officialDate } from './date.js';
import { addDerived, type Facts } from './derive.js';
import { readFragment, type Section } from './fragment.js';
import { itemsOf } from './items.js';
import { FOOTER } from './layout.js';
import type { Paper } from './papers.js';
import { seatPlansOf } from './seat-plans.js';
import { TemplateEngine, type TemplateSource } from './template.js';
import { copyOf, type View, viewNode, viewOf } from './view.js';

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
  readonly plan: Plan;
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
  // what is absent is put down to the paper that is being rendered
  let title = '';
  const note = (path: string): void => {
    missing.set(path, (missing.get(path) ?? new Set()).add(title));
  };
  const view = viewOf(input.profile, note);
  const seatPlans = seatPlansOf(input.profile, input.plan.limits);
  const figures = seatPlans.plans.map((each) => each.figure);
  const facts: Facts = { ...input, view, seatPlans, missing: note };
  addDerived(facts);
  view.packetRows = packetRows(papers, input);
  for (const [i, paper] of papers.entries()) {
    title = paper.title;
    const render = (extra: Record<string, unknown>, date?: string): Section[] => {
      const whole = copyOf(view);
      Object.assign(whole, { paper: paperView(paper, input, date) }, extra);
      return readFragment(engine.render(paper.template, whole), paper.template, figures);
    };
    const items = itemsOf(paper, papers[i - 1], facts, input.people);
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

/** The rows of the packet's list: the papers after the list itself. */
function packetRows(papers: readonly Paper[], { profile }: RenderInput): View[] {
  const district = profile.application?.to?.area ?? profile.institution?.district ?? '';
  return papers
    .filter((paper) => paper.template !== 'cover')
    .map((paper, i) =>
      viewNode({
        no: i + 1,
        title: paper.title,
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
