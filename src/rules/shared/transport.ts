/** Whether anybody was asked how they travel. */
import type { Logs } from '../../logs/logs.js';

/** Returns whether a log of daily health has the column for it. */
export function asksTransport(logs: Logs): boolean {
  return logs.files.some(({ log }) => log.kind === 'health-daily' && log.positions.has('transport'));
}
