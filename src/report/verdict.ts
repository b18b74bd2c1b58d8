/** What a report says of an institution as a whole. */
import { countOf, unlistedCount } from '../counts.js';
import { fill } from '../text/fill.js';
import type { Finding, InstitutionReport, Language, Params, Wording } from '../types.js';
import { FORMAT_WORDS } from './format-words.js';
import { logInputs } from './log-inputs.js';
import type { RulesById } from './rule-text.js';
import { REPORT_WORDS, STAGE_WORDS } from './words.js';

/** Returns the verdict in a word, for tables. */
export function verdictWord(one: InstitutionReport): Wording {
  if (!isInScope(one)) return FORMAT_WORDS.outOfScope;
  if (one.compliant === true) return FORMAT_WORDS.met;
  if (one.compliantWithWaivers === true) return FORMAT_WORDS.metWithWaivers;
  return one.compliant === null ? FORMAT_WORDS.undecided : FORMAT_WORDS.notMet;
}

/** A sentence of the verdict, and whether it is good news. */
export interface VerdictSentence {
  readonly tone: 'good' | 'bad' | 'unsure';
  readonly text: string;
}

/** Returns the verdict in sentences. */
export function verdictSentences(one: InstitutionReport, rules: RulesById, language: Language): VerdictSentence[] {
  const hasLogs = logInputs(one.inputs).length > 0;
  const unchecked = one.summary.rules['not-run'];
  const wrongForm = countOfForm(one);
  const stage = STAGE_WORDS[one.stage];
  const sentences: VerdictSentence[] = [];
  const say = (tone: VerdictSentence['tone'], words: Wording, params: Params = {}): void => {
    sentences.push({ tone, text: fill(words, params, language) });
  };
  if (!isInScope(one)) say('unsure', REPORT_WORDS.outOfScope);
  else if (one.compliant === false) {
    const open = one.rules.filter(({ outcome }) => outcome === 'fail' || outcome === 'not-evidenced');
    const count = open.filter(({ id }) => rules.get(id)?.severity === 'error').length;
    if (count > 0) say('bad', REPORT_WORDS.open, { stage, count });
    if (one.compliantWithWaivers === true) say('good', FORMAT_WORDS.metWithWaivers);
    if (unchecked > 0)
      say('unsure', hasLogs ? REPORT_WORDS.uncheckedLogs : REPORT_WORDS.unchecked, { count: unchecked });
  } else if (one.compliant === null) {
    say('unsure', hasLogs ? REPORT_WORDS.undecidedLogs : REPORT_WORDS.undecided, { count: unchecked });
  } else say('good', hasLogs ? REPORT_WORDS.clearLogs : REPORT_WORDS.clear, { stage });
  if (wrongForm > 0) say('bad', hasLogs ? REPORT_WORDS.inputWrongLogs : REPORT_WORDS.inputWrong, { count: wrongForm });
  return sentences;
}

/** Returns the errors in how the files are written. */
export function errorsOfForm({ findings }: InstitutionReport): readonly Finding[] {
  return findings.filter(isWrongForm);
}

/** How many of them there are, listed or only counted. */
function countOfForm(one: InstitutionReport): number {
  const known = new Set(one.rules.map(({ id }) => id));
  const left = (one.unlisted ?? []).filter(({ rule, severity }) => severity === 'error' && !known.has(rule));
  return countOf(errorsOfForm(one)) + unlistedCount(left);
}

/** Returns whether a finding is an error in how a file is written. */
export function isWrongForm({ kind, severity }: Finding): boolean {
  return kind === 'input' && severity === 'error';
}

/** Returns whether the plan applies to the institution at all. */
export function isInScope({ rules }: InstitutionReport): boolean {
  return rules.some(({ outcome }) => outcome !== 'not-applicable');
}
