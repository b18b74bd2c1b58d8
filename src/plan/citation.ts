/** Reads citations as people type them, and finds the clause they name. */
import { CLAUSES, type Clause } from './clauses.js';

/** What a typed citation turned out to be. */
export type CitationReading =
  | { readonly kind: 'clauses'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'not-a-citation' };

/** Half-width brackets, spaces, `第…条` and full-width digits, as people type them. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^第/, '')
    .replace(/[条款项]$/, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/[.、]$/, '')
    .replace(/^八[・•.·-]?(流程|追责)/, '八·$1');
}

/**
 * Reads a citation: `四（六）4`, `四(六)4`, `4.6.4`, `八·流程（三）`, `8a-3`; a heading such as `四（六）` or `4.6` names
 * all its items. `八（三）` is ambiguous, since two sections are numbered 八; `五（八）` does not exist.
 */
export function readCitation(text: string): CitationReading {
  const wanted = normalise(text);
  const key = text.normalize('NFKC').trim().toLowerCase();
  const ambiguous = /^(?:八(（.）)?|8)$/.exec(wanted);
  if (ambiguous) {
    const item = ambiguous[1] ?? '';
    const candidates = [`八·流程${item}`, `八·追责${item}`].filter(
      (citation) => item === '' || CLAUSES.some((clause) => clause.citation === citation),
    );
    return candidates.length > 0 ? { kind: 'ambiguous', candidates } : { kind: 'absent' };
  }
  const exact = CLAUSES.filter((clause) => clause.citation === wanted || clause.key === key);
  const below = CLAUSES.filter(
    (clause) => begins(clause.citation, wanted, /^[（\d·]/) || begins(clause.key, key, /^[.-]/),
  );
  if (exact.length + below.length > 0) return { kind: 'clauses', clauses: [...exact, ...below] };
  return /^([一二三四五六七八九]|附件|\d+\.\d|8[ab])/.test(wanted) ? { kind: 'absent' } : { kind: 'not-a-citation' };
}

/** Whether the citation is longer than its beginning and goes on with a part of its own: 四（六）4 begins with 四（六）. */
function begins(citation: string, beginning: string, next: RegExp): boolean {
  return citation.startsWith(beginning) && next.test(citation.slice(beginning.length));
}
