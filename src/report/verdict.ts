/** What a report says of an institution as a whole. */
import { fill } from '../text/fill.js';
import type { InstitutionReport, Language, Wording } from '../types.js';
import { FORMAT_WORDS } from './format-words.js';
import type { RulesById } from './rule-text.js';
import { REPORT_WORDS, STAGE_WORDS } from './words.js';

/** Returns the verdict in a word, for tables. */
export function verdictWord(one: InstitutionReport): Wording {
  if (!isInScope(one)) return FORMAT_WORDS.outOfScope;
  if (one.compliant === true) return FORMAT_WORDS.met;
  if (one.compliantWithWaivers === true) return FORMAT_WORDS.metWithWaivers;
  return one.compliant === null ? FORMAT_WORDS.undecided : FORMAT_WORDS.notMet;
}

/** Returns the verdict in sentences. */
export function verdictSentences(one: InstitutionReport, rules: RulesById, language: Language): string[] {
  const hasLogs = one.inputs.some(({ kind }) => kind !== 'profile');
  const unchecked = one.summary.rules['not-run'];
  const wrongForm = one.findings.filter(
    ({ rule, severity }) => rule.startsWith('input/') && severity === 'error',
  ).length;
  const stage = STAGE_WORDS[one.stage];
  const sentences: string[] = [];
  const say = (words: Wording, params = {}): number => sentences.push(fill(words, params, language));
  if (!isInScope(one)) say(REPORT_WORDS.outOfScope);
  else if (one.compliant === false) {
    const open = one.rules.filter(({ outcome }) => outcome === 'fail' || outcome === 'not-evidenced');
    const count = open.filter(({ id }) => rules.get(id)?.severity === 'error').length;
    if (count > 0) say(REPORT_WORDS.open, { stage, count });
    if (one.compliantWithWaivers === true) say(FORMAT_WORDS.metWithWaivers);
    if (unchecked > 0) say(hasLogs ? REPORT_WORDS.uncheckedLogs : REPORT_WORDS.unchecked, { count: unchecked });
  } else if (one.compliant === null) {
    say(hasLogs ? REPORT_WORDS.undecidedLogs : REPORT_WORDS.undecided, { count: unchecked });
  } else say(hasLogs ? REPORT_WORDS.clearLogs : REPORT_WORDS.clear, { stage });
  if (wrongForm > 0) say(hasLogs ? REPORT_WORDS.inputWrongLogs : REPORT_WORDS.inputWrong, { count: wrongForm });
  return sentences;
}

function isInScope({ rules }: InstitutionReport): boolean {
  return rules.some(({ outcome }) => outcome !== 'not-applicable');
}
