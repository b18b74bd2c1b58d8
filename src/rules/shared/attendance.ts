/** Who was there on a day, by the register and the checks. */
import type { KindName } from '../../logs/kinds/index.js';
import type { Logs } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import { FLAG } from '../../logs/streamed.js';

const KINDS = ['entry', 'check'] as const satisfies readonly KindName[];

/** Returns whether the person was there on the day; `undefined` where no register and no check of that day was given. */
export function attended(logs: Logs, person: Person, day: string): boolean | undefined {
  if (KINDS.some((kind) => ((logs.personDay(kind, person, day)?.flags ?? 0) & FLAG.present) !== 0)) return true;
  return KINDS.some((kind) => logs.rowsOn(kind, day) > 0) ? false : undefined;
}
