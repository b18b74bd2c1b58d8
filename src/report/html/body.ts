/** The body of the page: of one institution, or of several with a section each; what fits of the pictures. */
import { countOf } from '../../counts.js';
import type { InstitutionReport } from '../../types.js';
import { verdictOf } from '../audit-verdict.js';
import { catalogue, type Numbered, overview } from './audit.js';
import { countySection } from './county.js';
import { institutionSection } from './institution.js';
import { both, html, type Markup, NONE } from './markup.js';
import { pictures } from './pictures.js';
import { single } from './single.js';
import { section, type View } from './view.js';
import { PAGE_WORDS } from './words.js';

/** The body of a page. */
export interface Body {
  readonly main: Markup;
  /** How many findings it lists. */
  readonly listed: number;
}

/** The body of a page of which it is known how large it will be. */
export interface Measured {
  /** How many bytes it would take without pictures if nothing else were left out. */
  readonly wanted: number;
  /** Draws the pictures, which take most of the time, and returns the body with what fits. */
  readonly written: () => Body;
}

/** Stands in the place of pictures that are left out. */
const NOT_DRAWN = html`<p class="notice">${both(PAGE_WORDS.noPictures)}</p>`;
const NOTE = bytesOf(NOT_DRAWN.text);

/** Pictures of an institution take more bytes than that. */
const LEAST_PICTURES = 4000;

/** Returns how many bytes a text takes in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Returns the body of the page of one institution. */
export function alone(view: View, room: number): Measured {
  const [institution] = view.report.institutions;
  if (!institution) return { wanted: 0, written: () => ({ main: NONE, listed: 0 }) };
  const { county } = view.report;
  const bodyWith = (drawn: Markup): Markup => html`${single(institution, view, drawn)}${countySection(county, view)}`;
  const wanted = bytesOf(bodyWith(NONE).text);
  const written = (): Body => {
    const drawn = pictures(institution, view, '', 3);
    const fits = wanted + bytesOf(drawn.text) <= room;
    view.anchors.clear();
    const listed = listedOf(institution, view) + listedOf(county, view);
    return { main: bodyWith(fits ? drawn : NOT_DRAWN), listed };
  };
  return { wanted, written };
}

/** The texts of the page of several, as they are before anything is left out. */
interface Texts {
  readonly all: readonly Numbered[];
  /** Those who need most first. */
  readonly ranked: readonly Numbered[];
  readonly before: Markup;
  readonly county: Markup;
  readonly after: Markup;
  /** The section of each, before and after the place of its pictures. */
  readonly parts: ReadonlyMap<number, readonly Markup[]>;
  /** Bytes of the section of each, and of all that is no section. */
  readonly sizeOf: (each: Numbered) => number;
  readonly frame: number;
}

/**
 * Returns the body of the page of several, with the findings that a view lists. Those who need most get their section and
 * their pictures first. What has no findings in it is written once, by a view that lists none.
 */
export function several(base: View, room: number): (view: View) => Measured {
  const textsOf = sections(base);
  return (view) => {
    const texts = textsOf(view);
    const { ranked, sizeOf, frame } = texts;
    const wanted = ranked.reduce((sum, each) => sum + sizeOf(each), frame);
    return { wanted, written: () => fitted(texts, view, room) };
  };
}

function sections(base: View): (view: View) => Texts {
  const all = base.report.institutions.map(
    (one, i): Numbered => ({ one, number: i + 1, unfolds: true, verdict: verdictOf(one) }),
  );
  const ranked = [...all].sort((a, b) => urgency(b) - urgency(a));
  const own = ranked.map((each) => [each.number, institutionSection(each, base)] as const);
  const [before, after] = [overview(all, base), catalogue(all, base)];
  const around = bytesOf(before.text) + bytesOf(after.text);
  return (view) => {
    const parts = new Map(own.map(([number, section]) => [number, section(view)]));
    const sizes = new Map(
      [...parts].map(([number, texts]) => [number, bytesOf(texts.map(({ text }) => text).join(''))]),
    );
    const sizeOf = ({ one, number }: Numbered): number => (sizes.get(number) ?? 0) + (one.figures ? NOTE : 0);
    const county = countySection(view.report.county, view);
    return { all, ranked, before, county, after, parts, sizeOf, frame: around + bytesOf(county.text) };
  };
}

/** Returns the body with the sections and the pictures that fit. */
function fitted({ all, ranked, before, county, after, parts, sizeOf, frame }: Texts, view: View, room: number): Body {
  let free = room - frame;
  const unfolding = new Set<number>();
  for (const each of ranked) {
    free -= sizeOf(each);
    if (free < 0) break;
    unfolding.add(each.number);
  }
  const drawings = new Map<number, Markup>();
  const drawable = ranked.filter(({ one, number }) => one.figures && unfolding.has(number));
  for (const { one, number } of drawable) {
    if (free < LEAST_PICTURES) {
      drawings.set(number, NOT_DRAWN);
      continue;
    }
    const drawn = folded(pictures(one, view, `i${number}-`, 4));
    const more = bytesOf(drawn.text) - NOTE;
    drawings.set(number, more <= free ? drawn : NOT_DRAWN);
    if (more <= free) free -= more;
  }

  const missing = all.length - unfolding.size;
  const told = all.map((each) => ({ ...each, unfolds: unfolding.has(each.number) }));
  const sections = told.map(({ number, unfolds }) => {
    const [head, foot] = parts.get(number) ?? [];
    return unfolds && [head, drawings.get(number), foot];
  });
  const cut = missing > 0 && html`<p class="notice">${both(PAGE_WORDS.noSection, { count: missing })}</p>`;
  const main = html`${missing > 0 ? overview(told, view) : before}
${county}
${section('institutions', both(PAGE_WORDS.institutions), cut, sections)}
${after}`;
  const listed = told.reduce(
    (sum, { one, unfolds }) => sum + (unfolds ? listedOf(one, view) : 0),
    listedOf(view.report.county, view),
  );
  return { main, listed };
}

/** How much an institution needs to be looked at: those that fail first, by their errors. */
function urgency({ one, verdict }: Numbered): number {
  const rank = ['passes', 'waived', 'undecided', 'absent', 'fails'].indexOf(verdict);
  return rank * 1e9 + one.summary.findings.error;
}

function folded(drawn: Markup): Markup {
  return drawn === NONE
    ? NONE
    : html`<details class="more"><summary>${both(PAGE_WORDS.pictures)}</summary>${drawn}</details>`;
}

function listedOf(one: InstitutionReport | undefined, { listing }: View): number {
  return countOf((one && listing.get(one)) ?? []);
}
