/** The papers of an institution: what each is called, which template makes it, who signs, where it goes. */

/** One paper. */
export interface Paper {
  /** The name on the command line. */
  readonly id: string;
  /** The name of its file. */
  readonly title: string;
  readonly template: string;
  /** The path of the list of the profile for each item of which the template is rendered once. */
  readonly each?: 'staff' | 'trainees' | 'offsite';
  /** Papers that are refused while a rule of the earlier stage fails. */
  readonly gated: boolean;
  readonly signer: string;
  readonly seal: boolean;
  readonly copies: number;
  readonly recipient: 'district' | 'institution' | 'place of training';
}

const paper = (id: string, title: string, rest: Partial<Paper> = {}): Paper => ({
  id,
  title,
  template: id,
  gated: false,
  signer: '机构',
  seal: false,
  copies: 1,
  recipient: 'institution',
  ...rest,
});

const SYSTEMS: readonly (readonly [kind: string, title: string])[] = [
  ['work-plan', '防治工作方案'],
  ['subplan-preopening', '开学前准备工作方案'],
  ['subplan-opening', '开学工作方案'],
  ['subplan-teacher-training', '教师培训工作方案'],
  ['emergency-plan', '疫情应急预案'],
  ['system-reporting', '传染病疫情及突发公共卫生事件报告制度'],
  ['system-morning-noon-check', '晨午检制度'],
  ['system-absence-tracing', '因病缺勤登记和病因追踪制度'],
  ['system-health-management', '健康管理制度'],
  ['system-hygiene-disinfection', '环境卫生检查通报和通风消毒制度'],
  ['system-health-education', '传染病防控健康教育制度'],
  ['system-supplies-management', '消杀物资统一集中管理制度'],
];

const application = paper('application', '申请报告', {
  gated: true,
  signer: '机构',
  seal: true,
  copies: 2,
  recipient: 'district',
});
const staffList = paper('application', '教职工名单', {
  template: 'staff-list',
  seal: true,
  copies: 2,
  recipient: 'district',
});
const safetyPledge = paper('safety-pledge', '安全管理承诺书', {
  signer: '法定代表人、主要负责人',
  seal: true,
  copies: 2,
  recipient: 'district',
});
const staffPledge = paper('staff-pledge', '上岗承诺书', { each: 'staff', signer: '教职工本人', copies: 2 });
const traineePledge = paper('trainee-pledge', '参训人员承诺书', { each: 'trainees', signer: '学员本人', copies: 2 });
const staffRegister = paper('staff-pledge', '上岗承诺书签署登记', { template: 'signing-register' });
const traineeRegister = paper('trainee-pledge', '参训承诺书签署登记', { template: 'signing-register' });
const checklist = paper('checklist', '检查表', { signer: '主要负责人', seal: true, copies: 2, recipient: 'district' });
const returnees = paper('returnees', '来柳返柳人员名单', {
  signer: '填表人、审核人',
  seal: true,
  recipient: 'district',
});
const offSite = paper('off-site', '校外培训开班申请', {
  each: 'offsite',
  gated: true,
  signer: '负责人',
  seal: true,
  copies: 2,
  recipient: 'place of training',
});
/** What an institution is told to mend. */
export const NOTICE = paper('notice', '整改通知书', { signer: '检查单位' });
/** The county's monthly list, which is made from the report of an audit. */
export const ROSTER = paper('roster', '恢复名单', { signer: '填表人、审核人', seal: true });
const cover = paper('packet', '申请材料清单', { template: 'cover' });
const systems = SYSTEMS.map(([kind, title]) => paper('systems', title, { template: `systems/${kind}` }));

/** The documents by the names on the command line, each with its papers in the order of their files. */
export const DOCUMENTS: Readonly<Record<string, readonly Paper[]>> = {
  application: [application, staffList],
  'safety-pledge': [safetyPledge],
  checklist: [checklist],
  'staff-pledge': [staffPledge, staffRegister],
  'trainee-pledge': [traineePledge, traineeRegister],
  'off-site': [offSite],
  returnees: [returnees],
  systems,
  notice: [NOTICE],
  packet: [
    { ...cover, gated: true },
    application,
    staffList,
    safetyPledge,
    checklist,
    staffPledge,
    staffRegister,
    returnees,
    ...systems,
  ],
};

/** What `all` writes: every paper once, but for the notice, which is the county's. */
export const ALL_DOCUMENTS = Object.keys(DOCUMENTS).filter((name) => name !== 'notice' && name !== 'packet');

/** What can be asked for. */
export const DOCUMENT_NAMES = [...Object.keys(DOCUMENTS), 'all'];
