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
 * Reads a citation: `四（六）4`, `四(六)4`, `4.6.4`, `八·流程（三）`, `8a-3`; a heading such as `四（六）` names all its
 * items. `八（三）` is ambiguous, since two sections are numbered 八; `五（八）` does not exist.
 */
export function readCitation(text: string): CitationReading {
  const wanted = normalise(text);
  const byKey = CLAUSES.filter((clause) => clause.key === text.trim().toLowerCase());
  if (byKey.length > 0) return { kind: 'clauses', clauses: byKey };
  const exact = CLAUSES.filter((clause) => clause.citation === wanted);
  if (exact.length > 0 && !['八·追责'].includes(wanted)) return { kind: 'clauses', clauses: exact };
  const below = CLAUSES.filter(
    (clause) => clause.citation.startsWith(wanted) && /^[（\d·]/.test(clause.citation.slice(wanted.length)),
  );
  const ambiguous = /^八(（.）)?$/.exec(wanted);
  if (ambiguous) {
    const item = ambiguous[1] ?? '';
    const candidates = [`八·流程${item}`, `八·追责${item}`].filter(
      (citation) => item === '' || CLAUSES.some((clause) => clause.citation === citation),
    );
    return { kind: 'ambiguous', candidates };
  }
  if (exact.length + below.length > 0) return { kind: 'clauses', clauses: [...exact, ...below] };
  return /^([一二三四五六七八九]|附件|\d+\.\d|8[ab])/.test(wanted) ? { kind: 'absent' } : { kind: 'not-a-citation' };
}
