/** `generate notice --report`: a notice of rectification for each institution of an audit that has something to mend. */

import { join } from 'node:path';
import type { MendableFinding } from '../../audit/listed.js';
import { type Breach, type ToMend, toMend } from '../../audit/notices.js';
import type { PaperFormat } from '../../command-line/formats.js';
import { countOf } from '../../counts.js';
import { type NoticeItem, type NoticePaper, renderNotices } from '../../documents/county.js';
import { shownPath } from '../../io/files.js';
import { safeName } from '../../io/names.js';
import type { Session } from '../../io/session.js';
import { assumptionsOf } from '../../rules/assumptions.js';
import { RULES } from '../../rules/index.js';
import { PLAN } from '../../run/plan.js';
import { visible } from '../../text/escape.js';
import { fill } from '../../text/fill.js';
import { redact } from '../../text/redact.js';
import type { Params, Wording } from '../../types.js';
import { keepExisting, writeFiles } from './files.js';
import { loadAudit } from './listed-report.js';
import { bytesOf } from './paper-bytes.js';
import { templateSource } from './template-files.js';

/** Where the notices go, and how. */
export interface NoticesOptions {
  readonly report: string;
  readonly formats: readonly PaperFormat[];
  readonly folder: string;
  readonly templates?: string;
  readonly force?: boolean;
}

/** Findings of one rule that a notice lists. A log of a month may have thousands. */
const MOST_ALIKE = 5;

const WORDS = {
  line: { zh: '{id}  {name}  {count} 处  {files}', en: '{id}  {name}  {count} to fix  {files}' },
  absent: { zh: '{id}  {name}  未报送  {files}', en: '{id}  {name}  not submitted  {files}' },
  total: {
    zh: '写了 {count} 份整改通知书；{others} 家没有要整改的，没有写',
    en: '{count} {count:notice|notices} written; {others} {others:institution has|institutions have} nothing to fix and {others:gets|get} none',
  },
} as const satisfies Record<string, Wording>;
const FORM = '材料的写法';
const UNLISTED = '没有达到或没有填写';

/** Writes the notices, and an index of them; returns 0, also where nobody has anything to mend. */
export async function notices(options: NoticesOptions, session: Session): Promise<number> {
  const { formats, folder } = options;
  const { language } = session;
  const say = (words: Wording, params: Params): string => visible(fill(words, params, language));
  const report = loadAudit(options.report);
  const open = toMend(report, RULES);
  const papers = renderNotices(
    open.map((each) => paperOf(each, report.asOf)),
    templateSource(options.templates),
  );
  const names = distinct(open.map(({ institution: { id, name = id } }) => safeName(`整改通知书-${redact(name)}`)));
  const files = names.map((name) => formats.map((format) => join(folder, `${name}.${format}`)));
  if (!options.force) await keepExisting(files.flat(), session);
  const contents = new Map<string, string | Uint8Array>();
  for (const [i, paper] of papers.entries()) {
    for (const [j, format] of formats.entries())
      contents.set(files[i]?.[j] as string, await bytesOf(paper, format, false));
  }
  await writeFiles(contents, session, options.force === true);
  for (const [i, { institution, notSubmitted, breaches }] of open.entries()) {
    const { id, name = id } = institution;
    const count = breaches.reduce((sum, breach) => sum + Math.max(1, breach.count), 0);
    const written = (files[i] ?? []).map(shownPath).join(' ');
    await session.out(`${say(notSubmitted ? WORDS.absent : WORDS.line, { id, name, count, files: written })}\n`);
  }
  await session.note(`${say(WORDS.total, { count: open.length, others: report.institutions.length - open.length })}\n`);
  return 0;
}

function paperOf({ institution, notSubmitted, breaches }: ToMend, asOf: string): NoticePaper {
  const { id, name = id } = institution;
  const omitted = breaches.reduce(
    (sum, { findings, count }) => sum + count - countOf(findings.slice(0, MOST_ALIKE)),
    0,
  );
  return { institution: name, asOf, items: breaches.flatMap(itemsOf), omitted, notSubmitted };
}

function itemsOf({ rule, findings }: Breach): NoticeItem[] {
  const assumed = rule !== undefined && assumptionsOf(rule, PLAN.limits) !== undefined;
  const heading = { clause: rule?.clauses[0] ?? '', title: rule?.title.zh ?? FORM, assumed };
  if (findings.length === 0) return [{ ...heading, problem: UNLISTED, place: '', remedy: rule?.advice.zh ?? '' }];
  return findings.slice(0, MOST_ALIKE).map((finding) => ({
    ...heading,
    problem: redact(finding.message.zh),
    place: redact(placeOf(finding)),
    remedy: remedyOf(finding),
  }));
}

/** In a profile its field, in a log its line; several lines stand in the words. */
function placeOf({ path, file, line }: MendableFinding): string {
  return path ?? `${file.split('/').at(-1) ?? file} 第${line}行`;
}

function remedyOf({ remedy }: MendableFinding): string {
  if (!remedy) return '';
  const { text, item, quantity, unit } = remedy;
  return item && quantity !== undefined ? `${text.zh}（${item.zh}还差${quantity}${unit?.zh ?? ''}）` : text.zh;
}

/** Makes names different also for file systems that don't tell capitals apart. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let i = 2; taken.has(free.toLowerCase()); i++) free = `${name}-${i}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
