/** `explain`: one rule or clause in full. */
import examplesJson from '../../build/examples.json' with { type: 'json' };
import { UnusableError } from '../errors.js';
import type { Session } from '../io/session.js';
import { readCitation } from '../plan/citation.js';
import { clauseText, rulesOf, ruleText } from '../report/catalogue.js';
import { RULES, ruleById } from '../rules/index.js';
import { PLAN } from '../run/plan.js';
import { nearest } from '../text/nearest.js';
import { ownWords } from './parts/own-words.js';

const EXAMPLES = examplesJson as Readonly<Record<string, { readonly pass?: string; readonly fail?: string }>>;

/** Prints the rule of that id, or the clause cited with its rules; a clause with a single rule prints that rule too. */
export async function explain(name: string, session: Session): Promise<number> {
  const { language } = session;
  const rule = ruleById(name);
  const inFull = (each: (typeof RULES)[number]): string => ruleText(each, PLAN, EXAMPLES[each.id] ?? {}, language);
  if (rule) {
    await session.out(ownWords(inFull(rule)));
    return 0;
  }
  const reading = readCitation(name);
  if (reading.kind === 'clauses') {
    const covering = reading.clauses.flatMap((clause) => rulesOf(clause, RULES));
    const text = reading.clauses.map((clause) => clauseText(clause, RULES, language)).join('');
    const [only] = covering;
    await session.out(ownWords(covering.length === 1 && only ? `${text}\n${inFull(only)}` : text));
    return 0;
  }
  if (reading.kind === 'ambiguous') {
    throw new UnusableError(
      'citation/ambiguous',
      {
        zh: '预案有两个“八”，请写明是哪一个：{candidates}',
        en: 'the plan has two sections numbered 八; say which: {candidates}',
      },
      { candidates: reading.candidates.join('、') },
    );
  }
  if (reading.kind === 'absent') {
    throw new UnusableError('citation/absent', {
      zh: '预案没有这一条（注意：五没有（八），（七）之后是（九））',
      en: 'the plan has no such clause (mind: 五 has no （八）; （七） is followed by （九）)',
    });
  }
  const near = nearest(
    name,
    RULES.map((each) => each.id),
  );
  const meant = near ? { zh: `，是不是 ${near}？`, en: `; did you mean ${near}?` } : { zh: '', en: '' };
  throw new UnusableError(
    'explain/unknown',
    {
      zh: '没有这条规则或条款：{name}{meant}。全部规则：resume-check rules',
      en: 'no such rule or clause: {name}{meant}. All of them: resume-check rules',
    },
    { name, meant },
  );
}
