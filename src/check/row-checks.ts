/** The rules' checks of single rows, as one function for each kind of log. */
import type { LogRow } from '../logs/kind.js';
import type { RaiseAtRow } from '../logs/read/options.js';
import type { Limits } from '../plan/limits.js';
import type { RaiseRow, Rule } from '../rules/rule.js';

type Check = (row: LogRow, raise: RaiseRow, limits: Limits) => void;

/** Returns the function to be called for every row of a log: it runs the checks that the rules have for its kind. */
export function rowChecks(
  rules: readonly Rule[],
  limits: Limits,
): (kind: string, row: LogRow, raise: RaiseAtRow) => void {
  const ofKind = new Map<string, { rule: Rule; check: Check }[]>();
  for (const rule of rules) {
    for (const [kind, check] of Object.entries(rule.rows ?? {})) {
      ofKind.set(kind, [...(ofKind.get(kind) ?? []), { rule, check: check as unknown as Check }]);
    }
  }
  return (kind, row, raise) => {
    for (const { rule, check } of ofKind.get(kind) ?? []) {
      const { unread = NONE, log } = row.at;
      if (unread.length + log.missing.length > 0) {
        const { watched, isAsked } = watch(row, [...unread, ...log.missing]);
        check(watched, (message, where) => isAsked() || raise(rule, message, where), limits);
      } else check(row, (message, where) => raise(rule, message, where), limits);
    }
  };
}

const NONE: readonly string[] = [];

/** The row, and whether somebody has asked for one of its cells that could not be read: then nothing is certain. */
function watch(row: LogRow, unread: readonly string[]): { readonly watched: LogRow; readonly isAsked: () => boolean } {
  let asked = false;
  const watched = { ...row };
  for (const column of unread) {
    Object.defineProperty(watched, column, {
      get: () => {
        asked = true;
        return undefined;
      },
    });
  }
  return { watched, isAsked: () => asked };
}
