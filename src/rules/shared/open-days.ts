/** Whether the open days are known at all. */
import type { Logs } from '../../logs/logs.js';

/**
 * Returns whether nothing tells on which days the institution was open: no sessions, no trainee in the register, no
 * days of operation in the profile. What is asked for on every open day can't be judged then.
 */
export function openDaysUnknown(logs: Logs): boolean {
  return logs.openDays.length === 0 && !logs.has('session');
}
