/** Findings about the input itself: how the profile and the logs are written, whatever the plan asks for. */
import { beyond } from '../counts.js';
import { type InputCheck, inputCheck } from '../input-check.js';
import { LOG_CHECKS, wordsOf } from '../logs/input-checks.js';
import { ifReadable } from '../profile/read.js';
import { referenceFindings } from '../profile/references.js';
import type { Unlisted } from '../types.js';
import { beforeEpidemicDrafts } from './before-epidemic.js';
import { clashDrafts } from './clash-hints.js';
import { clusterDrafts } from './cluster-hints.js';
import { copiedRowDrafts } from './copied-rows.js';
import { addTo, type Draft, ofCheck, ofInput } from './draft.js';
import { foundInRow } from './judge-logs.js';
import { knownOf } from './known.js';
import { hintDrafts } from './log-hints.js';
import { referenceDrafts } from './log-references.js';
import { namesAlikeDrafts } from './names-alike.js';
import { retestDrafts } from './retest-hints.js';
import { seatDrafts } from './seat-findings.js';
import type { CheckOptions, Subject } from './subject.js';

/** Also where it leaves nothing to find: a report must not look like one by the usual numbers. */
export const CONFIGURED = inputCheck({
  id: 'input/configured',
  severity: 'info',
  messages: {
    configured: {
      zh: '本次按配置：{title} {operator} {value} {unit}，不是工具默认值',
      en: 'as configured: {title} {operator} {value} {unit}, which is not the default of this toolkit',
    },
  },
});

/** A day of the check that has not come. */
export const AS_OF_AHEAD = inputCheck({
  id: 'input/as-of-ahead',
  severity: 'warning',
  messages: {
    ahead: {
      zh: 'asOf 还没有到，没有采用，按今天核对；要看以后的日子，用 --as-of',
      en: 'asOf has not come and was not used; judged as of today; to look ahead, give --as-of',
    },
  },
});

/** Returns the findings about the form of an institution's files, and how many more were only counted. */
export function inputDrafts(
  { profile, logs, judge }: Subject,
  { plan, hints = true, asOfIsAhead = false }: Pick<CheckOptions, 'plan' | 'hints' | 'asOfIsAhead'>,
): {
  drafts: Draft[];
  unlisted: readonly Unlisted[];
} {
  const drafts: Draft[] = [];
  const unlisted: Unlisted[] = [];
  for (const { limit, at } of plan.configured ?? []) {
    const { title, operator, value, unit } = limit;
    const params = { title, operator, value, unit };
    drafts.push(ofCheck(CONFIGURED, 'configured', { location: at, params, key: title.en }));
  }
  if (profile && asOfIsAhead) {
    drafts.push(ofCheck(AS_OF_AHEAD, 'ahead', { location: profile.locateNearest('asOf'), path: 'asOf' }));
  }
  if (profile && judge !== 'logs') {
    for (const each of [...profile.findings, ...referenceFindings(profile)]) {
      const key = each.cells === undefined ? each.rule : `${each.rule} ${each.cell?.header?.en ?? ''}`;
      drafts.push(ofInput({ id: each.rule, kind: 'input', severity: each.severity }, each.message, { ...each, key }));
    }
    addTo(drafts, seatDrafts(profile, plan.limits));
    unlisted.push(...profile.unlisted);
  }
  for (const { findings, counts } of logs?.readings ?? []) {
    const kept = findings.filter(({ rule }) => LOG_CHECKS.has(rule));
    for (const finding of kept) {
      const check = LOG_CHECKS.get(finding.rule) as InputCheck;
      drafts.push(ofInput(check, wordsOf(finding), foundInRow(finding)));
    }
    unlisted.push(...beyond(new Map([...counts].filter(([rule]) => LOG_CHECKS.has(rule))), kept));
  }
  if (logs) {
    const known = profile && knownOf(profile.profile);
    if (profile && known) addTo(drafts, namesAlikeDrafts(profile, known));
    addTo(drafts, referenceDrafts(logs.logs, known, profile?.profile));
    addTo(drafts, copiedRowDrafts(logs.logs));
    addTo(drafts, beforeEpidemicDrafts(logs.logs));
    if (hints) {
      addTo(drafts, hintDrafts(logs.logs));
      addTo(drafts, clusterDrafts(logs.logs, plan.limits));
      addTo(drafts, retestDrafts(logs.logs, plan.limits));
      addTo(drafts, ifReadable(() => [...clashDrafts(logs.logs, profile?.profile)]) ?? []);
    }
  }
  return { drafts, unlisted };
}
