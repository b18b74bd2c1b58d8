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
    notAFolder: {
      zh: 'logs 应是放日志的文件夹；这里是文件，或是断开的链接，没有日志可核对',
      en: 'logs must be the folder of logs; this is a file, or a link that leads nowhere, and no log was checked',
    },
  },
});

/** Files of an institution that are not its own: links and configurations may lead to those of others. */
export const OUTSIDE = inputCheck({
  id: 'input/outside',
  severity: 'error',
  messages: {
    link: {
      zh: '{name} 是链接，指到了机构文件夹之外，没有读；把文件本身放进来',
      en: "{name} is a link out of the institution's folder and was not followed; put the file itself there",
    },
    config: {
      zh: '配置里的路径指到了机构文件夹之外，没有采用',
      en: "the configuration names a path outside the institution's folder, which was not read",
    },
  },
});

/** Logs that lie where they are not looked for, or are too many. */
export const NOT_LOOKED_INTO = inputCheck({
  id: 'input/not-looked-into',
  severity: 'error',
  messages: {
    deeper: {
      zh: '{name} 是日志文件夹里的文件夹，没有读：日志直接放在日志文件夹里，不是日志的移出去',
      en: '{name} is a folder inside the folder of logs and was not read: put logs into the folder of logs itself, and move elsewhere what is not a log',
    },
    more: {
      zh: '日志文件夹里有 {all} 个文件，只读 {most} 个，从 {name} 起没有读',
      en: 'the folder of logs has {all} files, of which {most} are read; {name} and those after it were not',
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

/** The configuration of the institution itself, in an audit. */
export const OWN_CONFIG = inputCheck({
  id: 'input/own-config',
  severity: 'info',
  messages: {
    followed: {
      zh: '按这家机构自己的配置找它的文件（profile、logs）；县区审核里别的项不起作用',
      en: "its files were looked for where the institution's own configuration says (profile, logs); nothing else of it counts in an audit",
    },
  },
});

/** What of an institution's own configurations does not count in an audit. */
export const OWN_CONFIG_UNUSED = inputCheck({
  id: 'input/own-config-unused',
  severity: 'warning',
  messages: {
    notCounted: {
      zh: '这家机构自己的配置里改了数值、轻重或提示（{entries}），没有采用；审核只按县区的配置（--config）',
      en: "the institution's own configuration changes numbers, severities or hints ({entries}), which was not applied; an audit goes by the county's (--config)",
    },
    twice: {
      zh: '这个配置文件没有采用：同一文件夹里另有 resume-check.yaml，只留一个',
      en: 'this configuration was not used, since resume-check.yaml lies beside it; keep one',
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
  ...['input/missing', 'input/is-folder', 'input/too-large', 'input/encoding', 'input/yaml'],
  ...['input/not-a-profile', 'io/read', 'config/unknown', 'config/value'],
].map((code) =>
  unusable({ code, wording: { zh: '文件不能用，原因在报告里', en: 'the file cannot be used; the report says why' } }),
);
