/** `generate`: the papers of an institution, as Word, HTML and PDF. */
import { join } from 'node:path';
import { checkProfile } from '../check/check.js';
import type { PaperFormat } from '../command-line/formats.js';
import type { OptionsOf } from '../command-line/options.js';
import { ALL_DOCUMENTS, DOCUMENT_NAMES, DOCUMENTS } from '../documents/papers.js';
import { blockingRules, type RenderedPaper, renderPapers } from '../documents/render.js';
import { UnusableError } from '../errors.js';
import { existing, isFile, shownPath, writeAll } from '../io/files.js';
import { sha256 } from '../io/hash.js';
import { safeName } from '../io/names.js';
import { dateInChina, type Session } from '../io/session.js';
import { loadProfile } from '../load/profile.js';
import { LIUZHOU_2020 } from '../plan/plan.js';
import type { Profile } from '../profile/profile.types.js';
import { labelAt } from '../profile/schema.js';
import { RULES } from '../rules/index.js';
import { fill } from '../text/fill.js';
import { nearest } from '../text/nearest.js';
import type { Wording } from '../types.js';
import { dayOfCheck } from './parts/as-of.js';
import { notices } from './parts/notices.js';
import { bytesOf } from './parts/paper-bytes.js';
import { templateSource } from './parts/template-files.js';

/** Writes the documents named, or all; returns 1 if something of the profile stands in the way. */
export async function generate(
  names: readonly string[],
  options: OptionsOf<'generate'>,
  session: Session,
): Promise<number> {
  const { language } = session;
  const say = (wording: Wording, params = {}): string => fill(wording, params, language);
  const formats = [...new Set(options.format)];
  const folder = options.output ?? (language === 'zh' ? '文书' : 'papers');
  if (options.report !== undefined) {
    if (names.length !== 1 || names[0] !== 'notice') throw onlyNotices();
    return notices({ ...options, report: options.report, formats, folder }, session);
  }
  const { documents, profilePath } = splitNames(names);
  const { source, encoding } = loadProfile(profilePath);
  const wrong = source.findings.filter(({ severity = 'error' }) => severity === 'error');
  if (wrong.length > 0) {
    const [first] = wrong;
    throw new UnusableError(
      'generate/form',
      {
        zh: '概况有写法不对的地方，先用 validate 改正',
        en: 'the profile has errors of form; mend them with validate first',
      },
      {},
      first?.location,
    );
  }
  const { profile } = source;
  const { asOf } = dayOfCheck(options.asOf, source, dateInChina(session.now()));
  const report = checkProfile(source, {
    plan: LIUZHOU_2020,
    rules: RULES,
    asOf,
    digest: sha256,
    // a paper has every item
    mostOfASort: Number.POSITIVE_INFINITY,
    encoding,
  });
  refuseUnknownPeople(profile, options.person ?? []);
  const papers = documents.flatMap((document) => DOCUMENTS[document] ?? []);
  const draft = options.draft === true;
  const blocking = draft ? [] : blockingRules(report, RULES);
  if (blocking.length > 0 && papers.some((paper) => paper.gated)) {
    const lines = blocking.map((result) => {
      const rule = RULES.find((each) => each.id === result.id);
      return `  ${result.clauses[0]}  ${rule?.title[language] ?? result.id}  (${result.id})`;
    });
    const titles = [...new Set(papers.filter((paper) => paper.gated).map((paper) => paper.title))].join('、');
    await session.note(
      `${say(
        {
          zh: '不能写 {titles}：准备阶段还有这些要求没有达到或没有填写\n{lines}\n用 validate 看详情；要先看样子加 --draft（每页标“草稿”）。没有写任何文件。',
          en: 'not written: {titles}. These requirements of the preparation stage are not met or not evidenced\n{lines}\nvalidate shows details; --draft writes them marked as drafts. Nothing was written.',
        },
        { titles, lines: lines.join('\n') },
      )}\n`,
    );
    return 1;
  }
  const { papers: rendered, missing } = renderPapers(papers, {
    profile,
    report,
    rules: RULES,
    limits: LIUZHOU_2020.limits,
    asOf,
    draft,
    source: templateSource(options.templates),
    ...(options.person ? { people: options.person } : {}),
  });
  if (missing.size > 0 && options.onMissing === 'error') {
    const lines = [...missing].map(
      ([path, titles]) => `  ${path}  ${labelAt(path)[language]}  <- ${[...titles].join('、')}`,
    );
    await session.note(
      `${say(
        {
          zh: '概况缺少 {count} 项，没有写任何文件：\n{lines}\n补填后再试；要留空手填加 --on-missing blank。',
          en: 'the profile lacks {count} {count:field|fields}, nothing was written:\n{lines}\nfill {count:it|them} in and try again; --on-missing blank leaves lines to fill in by hand.',
        },
        { count: missing.size, lines: lines.join('\n') },
      )}\n`,
    );
    return 1;
  }
  if (rendered.length === 0) {
    throw new UnusableError('generate/nothing', {
      zh: '没有可写的：没有这样的人，或概况没有列校外班',
      en: 'nothing to write: no such person, or the profile lists no off-site class',
    });
  }
  const files = plannedFiles(rendered, formats, folder, documents.includes('packet') && documents.length === 1);
  const taken = existing(files.map((file) => file.path));
  if (taken.length > 0 && !options.force) {
    throw new UnusableError(
      'generate/exists',
      {
        zh: '已经有 {files}，没有写任何文件；要覆盖请加 --force',
        en: '{files} exist already, nothing was written; --force overwrites',
      },
      { files: taken.map(shownPath).join(', ') },
    );
  }
  const written = new Map<string, Uint8Array>();
  for (const file of files) written.set(file.path, await bytesOf(file.paper, file.format, draft));
  writeAll(written);
  const list = [...written.keys()].map((path) => `  ${shownPath(path)}`).join('\n');
  await session.out(
    `${say({ zh: '写好 {count} 个文件：\n{list}', en: '{count} {count:file|files} written:\n{list}' }, { count: written.size, list })}\n`,
  );
  if (options.onMissing === 'blank' && missing.size > 0) {
    await session.note(
      `${say({ zh: '有 {count} 项留空，请手填', en: '{count} {count:field was|fields were} left to fill in by hand' }, { count: missing.size })}\n`,
    );
  }
  return 0;
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
