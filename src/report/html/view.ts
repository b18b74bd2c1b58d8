/** What every part of the page is given. */
import type { Plan } from '../../plan/plan.js';
import { groupedBy } from '../../rules/shared/grouped-by.js';
import type { Finding, InstitutionReport, Language, Report, Wording } from '../../types.js';
import type { RulesById } from '../rule-text.js';
import type { Listing } from './listing.js';
import { html, type Markup, type Piece } from './markup.js';

/** What every part of the page is given. */
export interface View {
  readonly report: Report;
  readonly language: Language;
  readonly rules: RulesById;
  readonly plan: Plan;
  readonly kindTitle: (name: string) => Wording;
  /** Whether it is the overview of several institutions. */
  readonly isMany: boolean;
  /** Whether all findings were asked for. */
  readonly all: boolean;
  readonly listing: Listing;
  /** The anchors that were given, so that none is given twice. */
  readonly anchors: Set<string>;
}

/** Returns the listed findings of an institution by rule. */
export function findingsByRule(one: InstitutionReport, { listing }: View): ReadonlyMap<string, Finding[]> {
  return groupedBy(listing.get(one) ?? [], ({ rule }) => rule);
}

/** Returns the attribute that makes a place to link to, or nothing where the page has one of that name already. */
export function anchor(name: string, { anchors }: View): Markup {
  if (anchors.has(name)) return html``;
  anchors.add(name);
  return html` id="${name}"`;
}

/** Returns a section with a heading of its own. */
export function section(id: string, title: Piece, ...body: readonly Piece[]): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2>
${body}</section>
`;
}
