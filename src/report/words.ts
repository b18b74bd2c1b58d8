/** The words of the reports themselves. */
import type { Outcome, Phase, RuleClass, Severity, Stage, Verification, Wording } from '../types.js';

/** The outcomes as people read them. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Wording>> = {
  pass: { zh: '通过', en: 'passed' },
  fail: { zh: '不符合', en: 'failed' },
  warn: { zh: '提醒', en: 'warned' },
  'not-evidenced': { zh: '未填写', en: 'not evidenced' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-yet': { zh: '未到阶段', en: 'not yet' },
  'not-run': { zh: '未核对', en: 'not run' },
  'on-site': { zh: '须现场看', en: 'on site' },
  waived: { zh: '豁免', en: 'waived' },
};

/** The severities as people read them. */
export const SEVERITY_WORDS: Readonly<Record<Severity, Wording>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '说明', en: 'info' },
};

/** The stages as people read them. */
export const STAGE_WORDS: Readonly<Record<Stage, Wording>> = {
  prep: { zh: '准备', en: 'preparation' },
  apply: { zh: '申请', en: 'application' },
  run: { zh: '运行', en: 'running' },
};

/** What comes next at each stage, once nothing is open. */
export const NEXT_STEPS: Readonly<Record<Stage, Wording>> = {
  prep: {
    zh: '下一步：自查，再与全体职工签承诺书（八·流程（一）），把自查日期填入 selfCheck.date',
    en: 'Next: self-check, then sign commitments with all staff (八·流程（一）); enter the date as selfCheck.date',
  },
  apply: {
    zh: '下一步：向所在县（区）人社部门提交申请（八·流程（二）），等实地检查合格（八·流程（三））',
    en: 'Next: apply to the county or district HR&SS department (八·流程（二）) and pass its inspection (八·流程（三）)',
  },
  run: {
    zh: '下一步：每天做好各项记录和日报告（四（二）2）',
    en: 'Next: keep the daily records and reports (四（二）2)',
  },
};

/** Sentences of the text report. */
export const REPORT_WORDS = {
  profile: { zh: '概况', en: 'Profile' },
  stage: { zh: '阶段', en: 'Stage' },
  asOf: { zh: '截至', en: 'As of' },
  plan: { zh: '预案', en: 'Plan' },
  notGiven: { zh: '未给', en: 'not given' },
  logs: { zh: '日志（行数）', en: 'Logs (rows)' },
  inputHeading: { zh: '文件的写法', en: 'Form of the files' },
  notChecked: { zh: '没有核对', en: 'Not checked' },
  shoppingList: { zh: '补齐清单', en: 'To be got' },
  taskList: { zh: '要办的事', en: 'To be done' },
  item: { zh: '物资', en: 'Item' },
  lacking: { zh: '还差', en: 'Missing' },
  clause: { zh: '条款', en: 'Clause' },
  assumption: { zh: '说明', en: 'Note' },
  onSite: { zh: '须现场看', en: 'To be looked at on site' },
  verdict: { zh: '结论', en: 'Verdict' },
  outOfScope: {
    zh: '批准机关不是柳州市的人社部门，本预案不适用，没有可核对的',
    en: 'the licensing authority is not an HR&SS department of Liuzhou: the plan does not apply, there is nothing to check',
  },
  open: {
    zh: '{stage}阶段还有 {count} 项要求没有达到或没有填写',
    en: 'requirements of the {stage} stage not met or not evidenced: {count}',
  },
  clear: {
    zh: '按概况所填，{stage}阶段的要求都已达到',
    en: 'by what the profile says, all requirements of the {stage} stage are met',
  },
  undecided: {
    zh: '按概况所填没有不符合，但有 {count} 项没有核对（多为日志），不能下结论',
    en: 'nothing fails by what the profile says, but undecided; requirements not checked (mostly logs): {count}',
  },
  clearLogs: {
    zh: '按所给的文件，{stage}阶段核对过的要求都已达到',
    en: 'by the files given, all requirements of the {stage} stage that were checked are met',
  },
  undecidedLogs: {
    zh: '按所给的文件没有不符合，但有 {count} 项因缺少日志没有核对，不能下结论',
    en: 'nothing fails by the files given, but {count} {count:requirement was|requirements were} not checked for want of logs: undecided',
  },
  uncheckedLogs: {
    zh: '另有 {count} 项因缺少日志没有核对',
    en: '{count} more {count:was|were} not checked for want of logs',
  },
  inputWrongLogs: {
    zh: '文件有 {count} 处写法不对，先改正再核对',
    en: 'the files have {count} {count:error|errors} of form; fix {count:it|them} and check again',
  },
  countsLogs: {
    zh: '文件 {files}，行 {rows}，规则 {rules}：{outcomes}；另有 {onSite} 件须现场看',
    en: 'Files {files}, rows {rows}, rules {rules}: {outcomes}; {onSite} more to be looked at on site',
  },
  more: { zh: '同样的还有 {count} 处', en: '{count} more of the same' },
  unchecked: {
    zh: '另有 {count} 项没有核对（多为日志）',
    en: 'further requirements not checked (mostly logs): {count}',
  },
  inputWrong: {
    zh: '概况有 {count} 处写法不对，先改正再核对',
    en: 'errors of form in the profile: {count}; fix them and check again',
  },
  counts: {
    zh: '文件 {files}，规则 {rules}：{outcomes}；另有 {onSite} 件须现场看',
    en: 'Files {files}, rules {rules}: {outcomes}; {onSite} more to be looked at on site',
  },
  findings: {
    zh: '发现 {count}：{severities}',
    en: 'Findings {count}: {severities}',
  },
  grounds: {
    zh: '若疫情暴发、流行，以上不符合项对应预案所列追责情形：{grounds}',
    en: 'If an epidemic breaks out or spreads, the failures above match listed grounds of the plan: {grounds}',
  },
  noneShown: { zh: '{count} 处没有显示', en: '{count} not shown' },
  cut: {
    zh: '按 --max-findings，另有 {count} 条发现没有显示',
    en: '{count} more {count:finding is|findings are} not shown because of --max-findings',
  },
} as const satisfies Record<string, Wording>;

/** The classes of rules as people read them. */
export const CLASS_WORDS: Readonly<Record<RuleClass, Wording>> = {
  profile: { zh: '概况', en: 'profile' },
  log: { zh: '日志', en: 'daily log' },
  document: { zh: '材料', en: 'document' },
  county: { zh: '县（区）职责', en: 'county' },
};

/** The phases as people read them. */
export const PHASE_WORDS: Readonly<Record<Phase, Wording>> = {
  prep: { zh: '准备', en: 'preparation' },
  apply: { zh: '申请', en: 'application' },
  run: { zh: '运行', en: 'running' },
  incident: { zh: '处置', en: 'incident' },
  recover: { zh: '善后', en: 'recovery' },
};

/** The ways of verification as people read them. */
export const VERIFICATION_WORDS: Readonly<Record<Verification, Wording>> = {
  automated: { zh: '程序核对', en: 'automated' },
  attestation: { zh: '声明，未核实', en: 'declared, not verified' },
  'on-site': { zh: '须现场看', en: 'to be looked at on site' },
  guidance: { zh: '仅供参照', en: 'guidance' },
};
