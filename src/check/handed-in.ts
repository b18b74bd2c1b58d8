/** Checks of what an institution handed in as a whole, as an audit makes them: reports know some of them by name. */
import type { UnusableError } from '../errors.js';
import { hint, type InputCheck, inputCheck } from '../input-check.js';

/** An institution of the list that handed in nothing. */
export const NOT_SUBMITTED = inputCheck({
  id: 'input/not-submitted',
  severity: 'error',
  messages: {
    notSubmitted: {
      zh: '未报送：名单里有这家机构，没有收到它的文件夹',
      en: 'not submitted: the institution is on the list, but no folder of it was given',
    },
  },
});

/** Logs that are not where the configuration of the institution says. */
export const NO_LOGS = inputCheck({
  id: 'input/missing',
  severity: 'error',
  messages: {
    noFolder: {
      zh: '配置（resume-check.yaml）里写的日志文件夹不存在，没有日志可核对；改正 logs 一项',
      en: 'the folder of logs that resume-check.yaml names is not there, no log was checked; correct its entry logs',
    },
  },
});

/** Waivers of the institution itself. */
export const OWN_WAIVERS = inputCheck({
  id: 'input/own-waivers',
  severity: 'info',
  messages: {
    notApplied: {
      zh: '这家机构自己写了豁免，没有采用；是否豁免由县区决定（--waivers）',
      en: "the institution's own waivers were not applied; the county decides (--waivers)",
    },
  },
});

/** An id that several institutions give, by mistake or because one was handed in twice. */
export const SAME_ID = inputCheck({
  id: 'input/same-id',
  severity: 'warning',
  messages: {
    same: {
      zh: '编号 {id} 另有 {count} 家在用：是同一家就去掉多的文件夹，不是同一家就改编号',
      en: 'the id {id} is that of other folders too ({count}): if it is the same institution, remove one; if not, correct the id',
    },
  },
});

/** An institution whose audit broke off. */
export const CRASHED = inputCheck({
  id: 'input/crashed',
  severity: 'error',
  messages: {
    memory: {
      zh: '这家机构没能核对完，其余不受影响：内存不够，文件可能太大',
      en: 'this institution could not be checked to the end for want of memory, the others were; its files may be too large',
    },
    timeout: {
      zh: '这家机构没能核对完，其余不受影响：超过了 {seconds} 秒（--timeout）',
      en: 'this institution could not be checked to the end, the others were: it took more than {seconds} {seconds:second|seconds} (--timeout)',
    },
    crashed: {
      zh: '这家机构没能核对完（{code}），其余不受影响：程序内部出错，不是机构的问题，请反馈',
      en: 'this institution could not be checked to the end ({code}), the others were: an internal error of the program, no fault of the institution; please report it',
    },
  },
});

/** A log that several institutions handed in alike. */
export const SAME_LOG = hint({
  id: 'hint/same-log',
  messages: {
    same: {
      zh: '与 {others} 交来的一份日志完全相同，请核实（只说明内容相同，不说明原因）',
      en: 'the very same as a log of {others}; check it (the contents are the same, which says nothing of why)',
    },
  },
});

/** Returns the check of a file that can't be used at all, by the error that says so, with the words of the error. */
export function unusable({ code, wording }: Pick<UnusableError, 'code' | 'wording'>): InputCheck<'unusable'> {
  const id = `input/${code.slice(code.indexOf('/') + 1)}` as const;
  return inputCheck({ id, severity: 'error', messages: { unusable: wording } });
}

/** Files that can't be used, by the codes of the errors that say so. */
export const UNUSABLE_FILES: readonly InputCheck[] = [
  ...['input/missing', 'input/is-folder', 'input/too-large', 'input/outside', 'input/encoding', 'input/yaml'],
  ...['input/not-a-profile', 'io/read', 'config/unknown', 'config/value'],
].map((code) =>
  unusable({ code, wording: { zh: '文件不能用，原因在报告里', en: 'the file cannot be used; the report says why' } }),
);
