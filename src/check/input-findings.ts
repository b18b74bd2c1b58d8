/** Findings about the input itself: how the profile and the logs are written, whatever the plan asks for. */
import { LOG_INPUT_WORDS } from '../logs/words.js';
import { referenceFindings } from '../profile/references.js';
import { columnLetter } from '../text/column-letter.js';
import type { Severity, Wording } from '../types.js';
import { clusterDrafts } from './cluster-hints.js';
import type { Draft } from './draft.js';
import { knownOf } from './known.js';
import { hintDrafts } from './log-hints.js';
import { referenceDrafts } from './log-references.js';
import type { CheckOptions, Subject } from './subject.js';

/** Also where it leaves nothing to find: a report must not look like one by the usual numbers. */
const CONFIGURED: Wording = {
  zh: '本次按配置：{title} {operator} {value} {unit}，不是工具默认值',
  en: 'as configured: {title} {operator} {value} {unit}, which is not the default of this toolkit',
};

/** Returns the findings about the form of an institution's files, and how many more were only counted. */
export function inputDrafts(
  { profile, logs, judge }: Subject,
  { plan, hints = true }: Pick<CheckOptions, 'plan' | 'hints'>,
): {
  drafts: Draft[];
  unlisted: ReadonlyMap<Severity, number>;
} {
  const drafts: Draft[] = [];
  const unlisted = new Map<Severity, number>();
  for (const { limit, at } of plan.configured ?? []) {
    const { title, operator, value, unit } = limit;
    const params = { title, operator, value, unit };
    const key = title.en;
    drafts.push({
      rule: 'input/configured',
      severity: 'info',
      location: at,
      message: CONFIGURED,
      params,
      related: [],
      key,
    });
  }
  if (profile && judge !== 'logs') {
    for (const each of [...profile.findings, ...referenceFindings(profile)]) {
      const { rule, severity = 'error', location, path, message, params, cell } = each;
      const letter = cell && columnLetter(cell.index);
      drafts.push({
        rule,
        severity,
        location,
        path,
        ...(letter ? { cell: { letter, ...(cell.header ? { header: cell.header } : {}) } } : {}),
        message,
        params: letter ? { ...params, letter } : params,
        related: [],
        key: rule,
      });
    }
    for (const [severity, count] of profile.unlisted) unlisted.set(severity, (unlisted.get(severity) ?? 0) + count);
  }
  for (const { findings, counts } of logs?.readings ?? []) {
    const kept = findings.filter(({ rule }) => isAboutInput(rule));
    for (const { rule, message, severity, file, line, column, endLine, endColumn, cell, params, key, day } of kept) {
      const words = LOG_INPUT_WORDS[rule]?.[message];
      if (!words) throw new Error(`there are no words for ${rule} ${message}`);
      const header = params.column;
      const letter = cell && columnLetter(cell.index);
      drafts.push({
        rule,
        severity,
        location: { file, line, column, endLine, endColumn },
        ...(day === undefined ? {} : { day }),
        ...(letter ? { cell: { letter, ...(typeof header === 'object' ? { header } : {}) } } : {}),
        message: words,
        params: letter ? { ...params, letter } : params,
        related: [],
        key: `${message} ${key}`,
      });
    }
    for (const [rule, bySeverity] of counts) {
      if (!isAboutInput(rule)) continue;
      for (const [severity, count] of bySeverity) {
        const listed = kept.filter((each) => each.rule === rule && each.severity === severity).length;
        if (count > listed) unlisted.set(severity, (unlisted.get(severity) ?? 0) + count - listed);
      }
    }
  }
  if (logs) {
    const names = referenceDrafts(logs.logs, profile && knownOf(profile.profile), profile?.profile);
    drafts.push(...names.drafts);
    for (const [severity, count] of names.unlisted) unlisted.set(severity, (unlisted.get(severity) ?? 0) + count);
    if (hints) drafts.push(...hintDrafts(logs.logs), ...clusterDrafts(logs.logs, plan.limits));
  }
  return { drafts, unlisted };
}

function isAboutInput(rule: string): boolean {
  return rule.startsWith('input/') || rule.startsWith('hint/');
}
