/** Hints at how a fever reading was taken again: what is to be entered so that the order of the readings is known. */
import { hint } from '../input-check.js';
import type { Logs } from '../logs/logs.js';
import { isFever, isPossible } from '../logs/streamed.js';
import type { Limits } from '../plan/limits.js';
import { type Fever, feversIn } from '../rules/shared/retests.js';
import type { Draft } from './draft.js';
import { atRow } from './log-drafts.js';

/** A fever reading, and how it was taken again. */
export const RETEST = hint({
  id: 'hint/retest',
  messages: {
    noTime: {
      zh: '体温达到发热，同一半天的晨午检正常，但没有写检查时间，暂当作复测；请补写检查时间',
      en: 'a fever reading; the check of the same half-day is normal and gives no time, and is taken for the retest; enter the time of the check',
    },
    noOrder: {
      zh: '同一人当天有发热也有正常的体温，没有时间也没有复测，分不清先后，没有核对；请补写时间或复测体温',
      en: 'the same person has a fever reading and a normal one that day, and neither a time nor a retest tells which came first; not judged; enter the times, or the retest',
    },
    admitted: {
      zh: '体温达到发热而放行，没有写复测体温；复测过的，请补写',
      en: 'let in with a fever reading and without a retest in the row; if it was taken again, enter it',
    },
  },
});

/** Returns the hints, each at the row of the fever. */
export function* retestDrafts(logs: Logs, limits: Limits): Generator<Draft> {
  for (const fevers of feversIn(logs, limits).values()) {
    const [first] = fevers as readonly [Fever, ...Fever[]];
    const said = { key: first.day, day: first.day };
    if (fevers.some(({ verdict }) => verdict === 'undecided')) yield atRow(RETEST, 'noOrder', said, first.row.at);
    else if (fevers.some(({ verdict }) => verdict === 'untimed')) yield atRow(RETEST, 'noTime', said, first.row.at);
  }
  for (const { date: day = '', temperature_c: reading, retest_c: retest, admitted, at } of logs.rows('entry')) {
    if (admitted !== true || retest !== undefined || reading === undefined) continue;
    if (isPossible(reading, limits) && isFever(reading, limits))
      yield atRow(RETEST, 'admitted', { column: 'admitted', key: day, day }, at);
  }
}
