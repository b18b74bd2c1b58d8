/** `generate`: the papers of an institution, as Word, HTML and PDF. */
import { join } from 'node:path';
import { checkProfile, type LoadedProfile } from '../check/check.js';
import type { PaperFormat } from '../command-line/formats.js';
import type { OptionsOf } from '../command-line/options.js';
import { ALL_DOCUMENTS, DOCUMENT_NAMES, DOCUMENTS, type Paper } from '../documents/papers.js';
import { blockingRules, type RenderedPaper, renderPapers } from '../documents/render.js';
import { UnusableError } from '../errors.js';
import { isFile, shownPath } from '../io/files.js';
import { safeName } from '../io/names.js';
import { oneFile } from '../io/one-file.js';
import { dateInChina, type Session } from '../io/session.js';
import { loadProfile } from '../load/profile.js';
import type { Profile } from '../profile/profile.types.js';
import { labelAt } from '../profile/schema.js';
import { type Run, runOf } from '../run/run.js';
import { visible } from '../text/escape.js';
import { fill } from '../text/fill.js';
import { nearest } from '../text/nearest.js';
import type { InstitutionReport, Language, Params, Wording } from '../types.js';
import { dayOfCheck } from './parts/as-of.js';
import { keepExisting, writeFiles } from './parts/files.js';
import { notices } from './parts/notices.js';
import { bytesOf } from './parts/paper-bytes.js';
import { templateSource } from './parts/template-files.js';

/** What is said instead of writing papers. */
const HELD_BACK: Wording = {
  zh: '不能写 {titles}：准备阶段还有这些要求没有达到或没有填写\n{lines}\n用 validate 看详情；要先看样子加 --draft（每页标“草稿”）。没有写任何文件。',
  en: 'not written: {titles}. These requirements of the preparation stage are not met or not evidenced\n{lines}\nvalidate shows details; --draft writes them marked as drafts. Nothing was written.',
};
const MISSING: Wording = {
  zh: '概况缺少 {count} 项，没有写任何文件：\n{lines}\n补填后再试；要留空手填加 --on-missing blank。',
  en: '{count} {count:field is|fields are} missing from the profile, nothing was written:\n{lines}\nfill {count:it|them} in and try again; --on-missing blank leaves lines to fill in by hand.',
};
/** What is said of what was written. */
const WRITTEN: Wording = { zh: '写好 {count} 个文件：\n{list}', en: '{count} {count:file|files} written:\n{list}' };
const LEFT_BLANK: Wording = {
  zh: '有 {count} 项留空，请手填',
  en: '{count} {count:field was|fields were} left to fill in by hand',
};

/** Writes the documents named, or all; returns 1 if something of the profile stands in the way. */
export async function generate(
  names: readonly string[],
  options: OptionsOf<'generate'>,
  session: Session,
): Promise<number> {
  const { language } = session;
  const formats = [...new Set(options.format)];
  const folder = options.output ?? (language === 'zh' ? '文书' : 'papers');
  if (options.report !== undefined) {
    if (names.length !== 1 || names[0] !== 'notice') throw onlyNotices();
    return notices({ ...options, report: options.report, formats, folder }, session);
  }
  const { documents, profilePath } = splitNames(names);
  const { source, encoding } = loadWellFormed(await oneFile(profilePath));
  const { profile } = source;
  const { asOf } = dayOfCheck(options.asOf, source, dateInChina(session.now()));
  // a paper has every item
  const run = runOf({ asOf, mostOfASort: Number.POSITIVE_INFINITY });
  const report = checkProfile(source, { ...run, encoding });
  refuseUnknownPeople(profile, options.person ?? []);
  const papers = documents.flatMap((document) => DOCUMENTS[document] ?? []);
  const draft = options.draft === true;
  const refuse = async (wording: Wording, params: Params): Promise<1> => {
    await session.note(`${fill(wording, params, language)}\n`);
    return 1;
  };
  const held = draft ? undefined : heldBack(papers, report, run, language);
  if (held) return refuse(HELD_BACK, held);
  const { papers: rendered, missing } = renderPapers(papers, {
    ...run,
    profile,
    report,
    draft,
    source: templateSource(options.templates),
    ...(options.person ? { people: options.person } : {}),
  });
  if (missing.size > 0 && options.onMissing === 'error') {
    const lines = [...missing].map(
      ([path, titles]) => `  ${path}  ${labelAt(path)[language]}  <- ${[...titles].join('、')}`,
    );
    return refuse(MISSING, { count: missing.size, lines: lines.join('\n') });
  }
  if (rendered.length === 0) {
    throw new UnusableError('generate/nothing', {
      zh: '没有可写的：没有这样的人，或概况没有列校外班',
      en: 'nothing to write: no such person, or the profile lists no off-site class',
    });
  }
  const files = plannedFiles(rendered, formats, folder, documents.includes('packet') && documents.length === 1);
  if (!options.force)
    await keepExisting(
      files.map((file) => file.path),
      session,
    );
  const written = new Map<string, Uint8Array>();
  for (const file of files) written.set(file.path, await bytesOf(file.paper, file.format, draft));
  await writeFiles(written, session, options.force === true);
  const list = [...written.keys()].map((path) => `  ${visible(shownPath(path))}`).join('\n');
  await session.out(`${fill(WRITTEN, { count: written.size, list }, language)}\n`);
  if (missing.size > 0) await session.note(`${fill(LEFT_BLANK, { count: missing.size }, language)}\n`);
  return 0;
}

/**
 * Reads a profile of which papers can be made.
 *
 * @throws {UnusableError} if it has errors of form.
 */
function loadWellFormed(path: string): LoadedProfile {
  const loaded = loadProfile(path);
  const wrong = loaded.source.findings.find(({ severity = 'error' }) => severity === 'error');
  if (!wrong) return loaded;
  throw new UnusableError(
    'generate/form',
    {
      zh: '概况有写法不对的地方，先用 validate 改正',
      en: 'the profile has errors of form; fix them with validate first',
    },
    {},
    wrong.location,
  );
}

/** Returns which papers are not written yet, and for which requirements, if any. */
function heldBack(
  papers: readonly Paper[],
  report: InstitutionReport,
  { rules }: Run,
  language: Language,
): { titles: string; lines: string } | undefined {
  const gated = papers.filter((paper) => paper.gated);
  const blocking = blockingRules(report, rules);
  if (gated.length === 0 || blocking.length === 0) return undefined;
  const lines = blocking.map((result) => {
    const rule = rules.find((each) => each.id === result.id);
    return `  ${result.clauses[0]}  ${rule?.title[language] ?? result.id}  (${result.id})`;
  });
  return { titles: [...new Set(gated.map(({ title }) => title))].join('、'), lines: lines.join('\n') };
}

function onlyNotices(): UnusableError {
  return new UnusableError('generate/report', {
    zh: '--report 只用于整改通知书：resume-check generate notice --report audit.json -o 通知',
    en: '--report is for notices only: resume-check generate notice --report audit.json -o notices',
  });
}

/** Splits what was given into documents and the profile, which is the last if it is no document. */
function splitNames(names: readonly string[]): { documents: string[]; profilePath: string } {
  const known = DOCUMENT_NAMES;
  const last = names.at(-1) ?? '';
  const profileGiven = !known.includes(last) && (/\.ya?ml$/i.test(last) || isFile(last));
  const documents = (profileGiven ? names.slice(0, -1) : names).flatMap((name) => {
    if (name === 'all') return [...ALL_DOCUMENTS];
    if (known.includes(name)) return [name];
    const near = nearest(name, known);
    const meant: Wording = near ? { zh: `（是不是 ${near}？）`, en: ` (did you mean ${near}?)` } : { zh: '', en: '' };
    throw new UnusableError(
      'generate/unknown',
      { zh: '没有这种文书：{name}{meant}。可写：{known}', en: 'no such document: {name}{meant}. Possible: {known}' },
      { name, meant, known: known.join(', ') },
    );
  });
  if (documents.length === 0) {
    throw new UnusableError(
      'generate/none',
      { zh: '要写哪种文书？可写：{known}', en: 'which document? Possible: {known}' },
      { known: known.join(', ') },
    );
  }
  return { documents: [...new Set(documents)], profilePath: profileGiven ? last : 'profile.yaml' };
}

/**
 * Refuses people whom the profile does not name: their pledges would be missing without a word.
 *
 * @throws {UnusableError} naming them.
 */
function refuseUnknownPeople(profile: Profile, wanted: readonly string[]): void {
  const people = [...(profile.staff ?? []), ...(profile.classes ?? []).flatMap((each) => each.trainees ?? [])];
  const unknown = wanted.filter((name) => !people.some((person) => person.id === name || person.name === name));
  if (unknown.length === 0) return;
  throw new UnusableError(
    'generate/person',
    { zh: '概况里没有这个人：{names}', en: 'the profile names no such person: {names}' },
    { names: unknown.join(', ') },
  );
}

interface PlannedFile {
  readonly path: string;
  readonly format: PaperFormat;
  readonly paper: RenderedPaper;
}

/** The files to write, with safe and different names; those of a packet are numbered. */
function plannedFiles(
  papers: readonly RenderedPaper[],
  formats: readonly PaperFormat[],
  folder: string,
  numbered: boolean,
): PlannedFile[] {
  const seen = new Map<string, number>();
  return papers.flatMap((paper, i) => {
    const number = numbered ? `${String(i).padStart(2, '0')}-` : '';
    // always begins with our own title, so never with a dash or a reserved name
    const safe = `${number}${safeName(paper.name)}`;
    const key = safe.toLowerCase();
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const base = times > 1 ? `${safe}-${times}` : safe;
    return formats.map((format) => ({ path: join(folder, `${base}.${format}`), format, paper }));
  });
}
