/** The papers of a county, made from the report of an audit: its monthly list, and a notice for each institution. */
import type { Roster } from '../types.js';
import { officialDate } from './date.js';
import { readFragment } from './fragment.js';
import { FOOTER } from './layout.js';
import { NOTICE, type Paper, ROSTER } from './papers.js';
import type { RenderedPaper } from './render.js';
import { TemplateEngine, type TemplateSource } from './template.js';
import { labelsView, type View, viewNode, viewOf } from './view.js';

/** The monthly list, with what the report of an audit does not tell. */
export interface RosterPaper {
  readonly roster: Roster;
  /** The office that files it, empty where it is not known. */
  readonly unit: string;
  /** `YYYY-MM-DD`, absent where it is not settled. */
  readonly submittedOn?: string;
  /** What a reader must know besides. */
  readonly notes: readonly string[];
}

/** One matter to be mended. */
export interface NoticeItem {
  readonly clause: string;
  readonly title: string;
  readonly problem: string;
  readonly place: string;
  readonly remedy: string;
  /** Whether a reading or a default of the toolkit stands behind it. */
  readonly assumed: boolean;
}

/** What an institution is told to mend. */
export interface NoticePaper {
  readonly institution: string;
  readonly asOf: string;
  readonly items: readonly NoticeItem[];
  /** How many more there are. */
  readonly omitted: number;
  readonly notSubmitted: boolean;
}

/** Renders the monthly list. */
export function renderRoster({ roster, unit, submittedOn, notes }: RosterPaper, source: TemplateSource): RenderedPaper {
  const { month, until, rows } = roster;
  const [year, number] = month.split('-').map(Number);
  const view = viewNode({
    paper: paperView(ROSTER, until),
    roster: viewNode({
      month: `${year}年${number}月`,
      until: officialDate(until),
      unit,
      submittedOn: submittedOn === undefined ? '' : officialDate(submittedOn),
      count: rows.length,
      newCount: rows.filter(({ isNew }) => isNew).length,
      notes,
      rows: rows.map(({ name, isNew, facts }, i) =>
        viewNode({
          no: i + 1,
          name,
          isNew,
          address: facts.address ?? '',
          permitNo: facts.permitNo ?? '',
          appliedOn: shortDate(facts.appliedOn),
          inspectedOn: shortDate(facts.inspectedOn),
          result: '合格',
          resumedOn: shortDate(facts.resumedOn),
          trades: facts.trades.join('、'),
          hasOffsite: facts.offsite.length > 0,
        }),
      ),
    }),
  });
  return rendered(ROSTER, ROSTER.title, view, new TemplateEngine(source));
}

/** Renders a notice for each institution. */
export function renderNotices(notices: readonly NoticePaper[], source: TemplateSource): RenderedPaper[] {
  const engine = new TemplateEngine(source);
  return notices.map(({ institution, asOf, items, omitted, notSubmitted }) => {
    const view = viewOf({ institution: { name: institution } }, () => {});
    Object.assign(view, {
      paper: paperView(NOTICE, asOf),
      labels: labelsView(),
      openItems: items.map((item, i) => viewNode({ ...item, no: i + 1 })),
      noticeDeadline: '',
      notSubmitted,
      omittedItems: omitted,
    });
    return rendered(NOTICE, `${NOTICE.title}-${institution}`, view, engine);
  });
}

function rendered(paper: Paper, name: string, view: View, engine: TemplateEngine): RenderedPaper {
  return { name, title: paper.title, sections: readFragment(engine.render(paper.template, view), paper.template) };
}

function paperView({ title, copies }: Paper, date: string): View {
  return viewNode({ title, date: officialDate(date), copies, copiesText: '一式一份', draft: false, footer: FOOTER });
}

/** A date in a narrow cell: `2020.5.24`. */
function shortDate(day: string | undefined): string {
  return day === undefined ? '' : day.split('-').map(Number).join('.');
}
