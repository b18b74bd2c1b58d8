/** 四（二）1 二案七制: the two plans, their sub-plans, the seven systems, and how the systems are carried out. */
import type { ProfileDocument } from '../profile/profile.types.js';
import type { Wording } from '../types.js';
import { type Rule, rule } from './rule.js';
import { documentsOf, withoutOwner } from './shared/documents.js';

type NamedKind = { readonly kind: ProfileDocument['kind']; readonly name: Wording };

const PLANS: readonly NamedKind[] = [
  { kind: 'work-plan', name: { zh: '防治工作方案', en: 'work plan' } },
  { kind: 'emergency-plan', name: { zh: '应急预案', en: 'emergency plan' } },
];

const twoPlans = rule({
  id: 'two-plans',
  clauses: ['四（二）1'],
  phase: 'prep',
  class: 'document',
  checklist: true,
  needs: { profile: ['documents'] },
  title: { zh: '二案', en: 'The two plans' },
  demand: { zh: '有防治工作方案和应急预案', en: 'There are a work plan and an emergency plan' },
  advice: {
    zh: '制定所缺的方案，列入 documents（work-plan、emergency-plan）',
    en: 'Draw up the plan that lacks and list it in documents (work-plan, emergency-plan)',
  },
  messages: {
    none: { zh: '方案和制度里没有{document}', en: 'no {document} among the documents' },
  },
  *profile({ profile }) {
    if (profile.documents === undefined) {
      yield { missing: 'documents' };
      return;
    }
    for (const { kind, name } of PLANS) {
      if (documentsOf(profile, kind).length > 0) continue;
      yield { at: 'documents', message: 'none', params: { document: name } };
    }
  },
});

const SUBPLANS: readonly NamedKind[] = [
  { kind: 'subplan-preopening', name: { zh: '开学前准备工作方案', en: 'pre-opening plan' } },
  { kind: 'subplan-opening', name: { zh: '开学工作方案', en: 'opening plan' } },
  { kind: 'subplan-teacher-training', name: { zh: '教师培训工作方案', en: 'teacher-training plan' } },
];

const workPlanThreeSubplans = rule({
  id: 'work-plan-three-subplans',
  clauses: ['四（二）1'],
  phase: 'prep',
  class: 'document',
  checklist: true,
  needs: { profile: ['documents'] },
  title: { zh: '三个分方案', en: 'The three sub-plans' },
  demand: {
    zh: '二案含开学前准备、开学、教师培训三个分方案',
    en: 'The plans include sub-plans for pre-opening, opening and teacher training',
  },
  advice: {
    zh: '补写所缺的分方案，在 documents 里各列一条',
    en: 'Write the sub-plan that lacks and list each of the three in documents',
  },
  messages: {
    none: { zh: '方案和制度里没有{document}', en: 'no {document} among the documents' },
  },
  *profile({ profile }) {
    if (profile.documents === undefined) {
      yield { missing: 'documents' };
      return;
    }
    for (const { kind, name } of SUBPLANS) {
      if (documentsOf(profile, kind).length > 0) continue;
      yield { at: 'documents', message: 'none', params: { document: name } };
    }
  },
});

/** The words of one of the seven systems. The kind of its document is the id of its rule. */
interface SystemWords {
  readonly id: Extract<ProfileDocument['kind'], `system-${string}`>;
  readonly title: Wording;
  readonly demand: Wording;
  readonly advice: Wording;
  readonly none: Wording;
}

/** Makes the rule of one of the seven systems. */
function system({ id, title, demand, advice, none }: SystemWords): Rule {
  return rule({
    id,
    clauses: ['四（二）1'],
    ground: '二',
    phase: 'prep',
    class: 'document',
    checklist: true,
    needs: { profile: ['documents'] },
    title,
    demand,
    advice,
    reading: {
      zh: '责任人按“责任到人”（四（一）1）必填；没有制定日期只提醒（工具默认值，非预案规定）',
      en: 'the owner follows from 四（一）1; a missing day of adoption only warns (toolkit default)',
    },
    messages: {
      none,
      undated: { zh: '没有写制定日期', en: 'the day of adoption is not given' },
    },
    *profile({ profile }) {
      if (profile.documents === undefined) {
        yield { missing: 'documents' };
        return;
      }
      const listed = documentsOf(profile, id);
      if (listed.length === 0) yield { at: 'documents', message: 'none' };
      yield* withoutOwner(listed);
      for (const { document, path } of listed) {
        if (document.adoptedOn !== undefined) continue;
        yield { at: `${path}.kind`, message: 'undated', severity: 'warning' };
      }
    },
  });
}

const systemReporting = system({
  id: 'system-reporting',
  title: { zh: '疫情报告制度', en: 'Reporting system' },
  demand: {
    zh: '有传染病疫情和突发公共卫生事件的报告制度，有责任人',
    en: 'A system for reporting infectious diseases and public-health events, with an owner',
  },
  advice: {
    zh: '制定报告制度，写明谁向谁报、多久报，填责任人和制定日期',
    en: 'Lay down who reports to whom and how soon; enter owner and day of adoption',
  },
  none: { zh: '方案和制度里没有疫情报告制度', en: 'no reporting system among the documents' },
});

const systemMorningNoonCheck = system({
  id: 'system-morning-noon-check',
  title: { zh: '晨午检制度', en: 'Morning and noon checks' },
  demand: { zh: '有晨午检制度，有责任人', en: 'A system of morning and noon checks, with an owner' },
  advice: {
    zh: '制定晨午检制度，写明谁检、何时检、异常怎么办，填责任人和制定日期',
    en: 'Lay down who checks, when, and what follows an abnormal reading; enter owner and day of adoption',
  },
  none: { zh: '方案和制度里没有晨午检制度', en: 'no system of morning and noon checks among the documents' },
});

const systemAbsenceTracing = system({
  id: 'system-absence-tracing',
  title: { zh: '因病缺勤登记和病因追踪制度', en: 'Sick absence and cause tracing' },
  demand: {
    zh: '有因病缺勤、缺课登记和病因追踪制度，有责任人',
    en: 'A system for registering sick absence and tracing its cause, with an owner',
  },
  advice: {
    zh: '制定缺勤登记和病因追踪制度，填责任人和制定日期',
    en: 'Lay down how sick absence is registered and followed up; enter owner and day of adoption',
  },
  none: {
    zh: '方案和制度里没有因病缺勤登记和病因追踪制度',
    en: 'no system for sick absence and its cause among the documents',
  },
});

const systemHealthManagement = system({
  id: 'system-health-management',
  title: { zh: '健康管理制度', en: 'Health management' },
  demand: { zh: '有健康管理制度，有责任人', en: 'A health-management system, with an owner' },
  advice: {
    zh: '制定健康管理制度，填责任人和制定日期',
    en: 'Lay down how the health of staff and trainees is followed; enter owner and day of adoption',
  },
  none: { zh: '方案和制度里没有健康管理制度', en: 'no health-management system among the documents' },
});

const systemHygieneDisinfection = system({
  id: 'system-hygiene-disinfection',
  title: { zh: '卫生检查通报和通风消毒制度', en: 'Hygiene inspection, ventilation, disinfection' },
  demand: {
    zh: '有环境卫生检查通报和通风消毒制度，有责任人',
    en: 'A system for hygiene inspections, their bulletins, ventilation and disinfection, with an owner',
  },
  advice: {
    zh: '制定卫生检查通报和通风消毒制度，填责任人和制定日期',
    en: 'Lay down inspections, bulletins, ventilation and disinfection; enter owner and day of adoption',
  },
  none: {
    zh: '方案和制度里没有卫生检查通报和通风消毒制度',
    en: 'no system for hygiene, ventilation and disinfection among the documents',
  },
});

const systemHealthEducation = system({
  id: 'system-health-education',
  title: { zh: '防控健康教育制度', en: 'Health education' },
  demand: {
    zh: '有传染病防控的健康教育制度，有责任人',
    en: 'A system of health education about infectious diseases, with an owner',
  },
  advice: {
    zh: '制定健康教育制度，填责任人和制定日期',
    en: 'Lay down who is taught what about infectious diseases; enter owner and day of adoption',
  },
  none: { zh: '方案和制度里没有健康教育制度', en: 'no health-education system among the documents' },
});

const systemSuppliesManagement = system({
  id: 'system-supplies-management',
  title: { zh: '消杀物资统一管理制度', en: 'Management of disinfection supplies' },
  demand: {
    zh: '有消杀物资统一集中管理的制度，有责任人',
    en: 'A system for the central management of disinfection supplies, with an owner',
  },
  advice: {
    zh: '制定消杀物资管理制度，写明保管、领用、盘点，填责任人和制定日期',
    en: 'Lay down keeping, issuing and counting of the supplies; enter owner and day of adoption',
  },
  none: {
    zh: '方案和制度里没有消杀物资管理制度',
    en: 'no system for managing disinfection supplies among the documents',
  },
});

const morningNoonCheckRun = rule({
  id: 'morning-noon-check-run',
  clauses: ['四（二）1'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L17', 'L3', 'L3s'] },
  title: { zh: '晨检、午检', en: 'Morning and noon checks held' },
  demand: {
    zh: '每个培训日，到训的人晨检、午检都有记录',
    en: 'On every training day each person present has a morning and a noon check',
  },
  advice: {
    zh: '在晨午检记录里补登所缺的人，或查明没有检的原因',
    en: 'Enter the checks that lack in the log, or find out why they were not held',
  },
  reading: {
    zh: '只有上午课的不查午检，只有下午课的不查晨检；填不出勤的算已查',
    en: 'classes held only before or after noon need one check; a person entered as absent counts as checked',
  },
  messages: {},
});

const absenceRegistered = rule({
  id: 'absence-registered',
  clauses: ['四（二）1'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L3', 'L3s', 'L6'] },
  title: { zh: '因病缺勤登记', en: 'Sick absences registered' },
  demand: { zh: '因病缺勤、缺课的人逐一登记', en: 'Everyone absent for sickness is registered' },
  advice: {
    zh: '把缺勤的人登进因病缺勤追踪记录；不是因病的写明原因',
    en: 'Enter the absent person in the absence log; where it is not sickness, state the reason',
  },
  reading: {
    zh: '没有写原因的缺勤按因病处理',
    en: 'an absence without a stated reason is treated as sickness',
  },
  messages: {},
});

const absenceCauseTraced = rule({
  id: 'absence-cause-traced',
  clauses: ['四（二）1'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L6'] },
  title: { zh: '病因追踪', en: 'Cause of sickness traced' },
  demand: { zh: '每次因病缺勤都追踪到有结论', en: 'The cause of every sick absence is followed to an outcome' },
  advice: {
    zh: '联系本人，补记症状或诊断、追踪情况、转归和返训日期',
    en: 'Contact the person; enter symptoms or diagnosis, follow-up, outcome and day of return',
  },
  reading: {
    zh: '没有追踪期限：还没有结论而久未追踪的只提醒（工具默认值，非预案规定）',
    en: 'there is no time limit: an open case long without follow-up only warns (toolkit default)',
  },
  messages: {},
});

const hygieneInspectionBulletin = rule({
  id: 'hygiene-inspection-bulletin',
  clauses: ['四（二）1'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L10'] },
  title: { zh: '卫生检查通报', en: 'Hygiene inspections notified' },
  demand: { zh: '开展环境卫生检查并通报', en: 'Hygiene inspections are held and their results made known' },
  advice: {
    zh: '检查后通报结果，在环境卫生检查通报记录里填通报日期',
    en: 'Make the result known after each inspection and log the day',
  },
  reading: {
    zh: '没有规定多久一次：从未通报为不符合，间隔过长只提醒（工具默认值，非预案规定）',
    en: 'the frequency is open: none at all fails, long gaps only warn (toolkit default)',
  },
  messages: {},
});

const healthEducationRun = rule({
  id: 'health-education-run',
  clauses: ['四（二）1'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L16', 'L17'] },
  title: { zh: '开展健康教育', en: 'Health education held' },
  demand: { zh: '开展健康教育并有记录', en: 'Health education is held and recorded' },
  advice: {
    zh: '安排一次健康教育，记入培训演练教育记录或教学日志',
    en: 'Hold a session of health education and log it',
  },
  reading: {
    zh: '没有规定多久一次：日志期间有一次即可',
    en: 'the frequency is open: one session in the period of the logs will do',
  },
  messages: {},
});

const suppliesCentralisedLedger = rule({
  id: 'supplies-centralised-ledger',
  clauses: ['四（二）1'],
  ground: '二',
  phase: 'run',
  class: 'log',
  also: ['profile'],
  checklist: false,
  needs: { profile: ['supplies.keeper'], logs: ['L15'] },
  title: { zh: '消杀物资台账和保管员', en: 'Ledger and keeper of the supplies' },
  demand: {
    zh: '消杀物资集中管理，有专人保管，台账结存对得上',
    en: 'Disinfection supplies are kept centrally, by a keeper, with a ledger that adds up',
  },
  advice: {
    zh: '指定保管员填入 supplies.keeper，按台账逐笔核对结存',
    en: 'Appoint a keeper (supplies.keeper) and check the balances of the ledger entry by entry',
  },
  messages: {},
  *profile({ profile }) {
    if (profile.supplies?.keeper === undefined) yield { missing: 'supplies.keeper' };
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  twoPlans,
  workPlanThreeSubplans,
  systemReporting,
  systemMorningNoonCheck,
  systemAbsenceTracing,
  systemHealthManagement,
  systemHygieneDisinfection,
  systemHealthEducation,
  systemSuppliesManagement,
  morningNoonCheckRun,
  absenceRegistered,
  absenceCauseTraced,
  hygieneInspectionBulletin,
  healthEducationRun,
  suppliesCentralisedLedger,
];
