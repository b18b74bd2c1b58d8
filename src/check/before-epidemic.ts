/** Says which rows are older than the epidemic: the rules about resuming, classes and symptoms leave them out. */
import { inputCheck } from '../input-check.js';
import type { KindName } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import { EPIDEMIC_FROM } from '../plan/epidemic.js';
import type { Draft } from './draft.js';
import { atLine } from './log-drafts.js';

/** Rows that are left out. */
export const BEFORE_EPIDEMIC = inputCheck({
  id: 'input/before-epidemic',
  severity: 'info',
  messages: {
    before: {
      zh: '有 {count} 行在 {from} 以前（工具默认值，非预案规定），恢复培训、班额、第一课、校外班和症状的规则没有核对这些行',
      en: '{count} {count:row is|rows are} before {from} (toolkit default); the rules about resuming, class size, first lessons, off-site classes and symptoms left {count:it|them} out',
    },
  },
});

const KINDS = ['session', 'entry', 'check', 'health-daily', 'isolation', 'incident'] as const satisfies KindName[];

/** Returns one finding for each file with such rows, at the first of them. */
export function* beforeEpidemicDrafts({ files }: Logs): Generator<Draft> {
  for (const { log, days } of files) {
    if (!(KINDS as readonly string[]).includes(log.kind)) continue;
    const earlier = [...days].filter(([day]) => day < EPIDEMIC_FROM).map(([, summary]) => summary);
    const count = earlier.reduce((sum, { rows }) => sum + rows, 0);
    const line = earlier.reduce((first, each) => Math.min(first, each.line), Number.POSITIVE_INFINITY);
    if (count > 0) yield atLine(BEFORE_EPIDEMIC, 'before', { params: { count, from: EPIDEMIC_FROM } }, log, line);
  }
}
