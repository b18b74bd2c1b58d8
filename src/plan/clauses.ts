/**
 * Every numbered item of the plan, paraphrased, under its heading, and what of it no program can verify.
 *
 * The numbering is the plan's own, with its traps: two sections are numbered 八 (cited 八·流程 and 八·追责), and
 * section 五 jumps from （七） to （九）.
 */
import type { Verification, Wording } from '../types.js';
import { labelled } from './limit.js';

/** A heading of the plan. Each has one file of rules, named after it. */
export interface Heading {
  readonly key: string;
  readonly citation: string;
  readonly title: Wording;
}

/** A sentence of the plan that only a person can verify (`on-site`) or that only advises (`guidance`). */
export interface Statement {
  readonly id: string;
  readonly verification: Extract<Verification, 'on-site' | 'guidance'>;
  readonly text: Wording;
}

/** A numbered item of the plan. */
export interface Clause {
  /** Exactly as messages cite it: `四（六）4`, `八·流程（三）`. */
  readonly citation: string;
  /** The same in ASCII, for command lines: `4.6.4`, `8a-3`. */
  readonly key: string;
  readonly heading: HeadingKey;
  readonly text: Wording;
  readonly statements: readonly Statement[];
}

/** The headings in the order of the plan. */
export const HEADINGS = [
  { key: 'goal', citation: '一', title: { zh: '工作目标', en: 'Goals' } },
  { key: 'scope', citation: '二', title: { zh: '适用范围', en: 'Scope' } },
  { key: 'principles', citation: '三', title: { zh: '工作原则', en: 'Principles' } },
  { key: 'organisation', citation: '四（一）', title: { zh: '防控工作体系', en: 'Organisation' } },
  { key: 'plans-and-systems', citation: '四（二）1', title: { zh: '二案七制', en: 'Two plans, seven systems' } },
  { key: 'daily-report', citation: '四（二）2', title: { zh: '日报告、零报告', en: 'Daily and nil reports' } },
  { key: 'isolation-room', citation: '四（二）3', title: { zh: '隔离室', en: 'Isolation room' } },
  { key: 'health-management', citation: '四（三）', title: { zh: '健康管理', en: 'Health management' } },
  { key: 'training-and-drills', citation: '四（四）', title: { zh: '人员培训与演练', en: 'Training and drills' } },
  { key: 'hygiene', citation: '四（五）', title: { zh: '清洁与消毒', en: 'Cleaning and disinfection' } },
  { key: 'supplies', citation: '四（六）', title: { zh: '物资储备', en: 'Supplies' } },
  { key: 'entry-control', citation: '四（七）', title: { zh: '人员出入管控', en: 'Entry control' } },
  { key: 'publicity', citation: '四（八）', title: { zh: '宣传教育', en: 'Publicity' } },
  { key: 'fire-safety', citation: '四（九）', title: { zh: '消防安全', en: 'Fire safety' } },
  { key: 'operation', citation: '五', title: { zh: '开展培训鉴定', en: 'Training and assessment' } },
  { key: 'incident', citation: '六', title: { zh: '疫情处置', en: 'Handling of cases' } },
  { key: 'recovery', citation: '七', title: { zh: '善后恢复', en: 'Recovery' } },
  { key: 'application', citation: '八·流程', title: { zh: '申请恢复流程', en: 'Applying to resume' } },
  { key: 'accountability', citation: '八·追责', title: { zh: '责任追究', en: 'Accountability' } },
  { key: 'closing', citation: '九', title: { zh: '附则', en: 'Closing provisions' } },
  { key: 'annexes', citation: '附件', title: { zh: '附件', en: 'Annexes' } },
] as const satisfies readonly Heading[];

/** The key of a heading, which is also the name of its file of rules. */
export type HeadingKey = (typeof HEADINGS)[number]['key'];

const onSite = (id: string, zh: string, en: string): Statement => ({
  id,
  verification: 'on-site',
  text: { zh, en },
});
const guidance = (id: string, zh: string, en: string): Statement => ({
  id,
  verification: 'guidance',
  text: { zh, en },
});
/** Advice that is the toolkit's own reading of the clause. */
const readInto = (id: string, zh: string, en: string): Statement => ({
  ...guidance(id, zh, en),
  text: labelled('reading', { zh, en }),
});
const clause = (
  citation: string,
  key: string,
  heading: HeadingKey,
  zh: string,
  en: string,
  statements: readonly Statement[] = [],
): Clause => ({ citation, key, heading, text: { zh, en }, statements });

/** Every numbered item, each exactly once, in the order of the plan. */
export const CLAUSES: readonly Clause[] = [
  clause(
    '一',
    '1',
    'goal',
    '目标：早发现、早处置疫情，把危害降到最低，保证师生员工的安全和健康',
    'Goal: find and handle cases early, keep harm lowest, keep everyone safe and well',
    [
      guidance(
        'guide/goal',
        '各项措施以早发现、早报告、早隔离、早诊断、早治疗为目标',
        'All measures aim at early detection, report, isolation, diagnosis and treatment',
      ),
    ],
  ),
  clause(
    '二',
    '2',
    'scope',
    '适用于经柳州市各级人社部门批准、开展职业技能培训的培训鉴定机构',
    'Applies to institutions approved for vocational training by an HR&SS department of Liuzhou, of whatever level',
  ),
  clause('三（一）', '3.1', 'principles', '以人为本，安全第一', 'People and safety first', [
    guidance(
      'guide/people-first',
      '师生的生命安全和健康放在首位；有新冠肺炎症状或疑似症状的，按有关要求处置',
      'The lives and health of teachers and trainees come first; people with symptoms or suspected symptoms are handled as required',
    ),
  ]),
  clause(
    '三（二）',
    '3.2',
    'principles',
    '属地管理；机构突发疫情，市县人社部门和机构及时响应，第一时间报自治区指挥部和人社厅',
    'Territorial management; on an outbreak, bureaus and institution respond promptly and report to the autonomous region at first instance',
    [
      guidance(
        'guide/territorial',
        '在当地党委政府统一领导下及时作出应急响应',
        'Respond promptly under the unified lead of the local authorities',
      ),
    ],
  ),
  clause(
    '三（三）',
    '3.3',
    'principles',
    '机构突发疫情，负责人立即到一线，迅速联系属地指挥部门，启动联防联控',
    'On an outbreak the head goes on site at once, quickly contacts the local headquarters, starts joint prevention',
    [
      guidance(
        'guide/handling-procedure',
        '形成快速有效的处置流程',
        'Have a quick and effective way of handling cases',
      ),
    ],
  ),
  clause(
    '三（四）',
    '3.4',
    'principles',
    '市县人社部门和机构建立即时监测制度，全面掌握各机构的防控情况，措施落到细处',
    'Bureaus and institutions set up instant monitoring, know the state of every institution and carry the measures through',
    [
      guidance(
        'guide/avoid-clusters',
        '早发现、早报告、早处理，尽全力避免聚集性疫情',
        'Find, report and handle early; do everything to avoid clusters of cases',
      ),
    ],
  ),
  clause(
    '四（一）1',
    '4.1.1',
    'organisation',
    '本单位的应急预案，制度明确、责任到人；领导小组和三级责任人',
    'Own emergency plan, with clear systems and a person for each duty; leading group and three tiers of responsibility',
  ),
  clause(
    '四（一）2',
    '4.1.2',
    'organisation',
    '与属地人社、卫健、疾控、就近有发热门诊的医疗机构和社区主动对接',
    'Working contact with the local HR&SS and health departments, CDC, nearest hospital with a fever clinic, and community',
    [
      guidance(
        'guide/technical-support',
        '通过对接取得专业技术支持',
        'Obtain professional support through these contacts',
      ),
    ],
  ),
  clause(
    '四（二）1',
    '4.2.1',
    'plans-and-systems',
    '制定并落实“二案七制”',
    'Draw up and carry out two plans and seven systems',
  ),
  clause(
    '四（二）2',
    '4.2.2',
    'daily-report',
    '建立日报告、零报告制度，及时、真实、准确；不迟报少报漏报瞒报谎报',
    'Daily and nil reports: prompt, true and exact; not late, short, missing, concealed or false',
  ),
  clause(
    '四（二）3',
    '4.2.3',
    'isolation-room',
    '设隔离室，张贴隔离制度，有隔离记录；隔离室的条件和配备',
    'Isolation room: rules posted, records; its conditions and equipment',
    [
      onSite(
        'site/isolation-ventilation',
        '到隔离室看通风是否良好',
        'See whether the isolation room is well ventilated',
      ),
      onSite(
        'site/isolation-airflow',
        '到现场确认隔离室与其他室内区域没有空气流通',
        'See that the isolation room exchanges no air with other indoor areas',
      ),
    ],
  ),
  clause(
    '四（三）1',
    '4.3.1',
    'health-management',
    '专人逐一核查全体人员开班前14天的健康、假期出行和聚会，报人社部门；重点排查重点地区名单和14天内由境外、武汉等地来柳返柳的人',
    'A dedicated person surveys everyone for health, holiday travel and gatherings of the 14 days before class and reports it; key areas of the national list, and arrivals from abroad, Wuhan and the like within 14 days, are screened above all',
  ),
  clause(
    '四（三）2',
    '4.3.2',
    'health-management',
    '对进入机构的人连续监测、统计健康状况，凭健康码、测温进入',
    'Monitor and count the health of everyone who enters; entry by health code and temperature',
  ),
  clause(
    '四（三）3',
    '4.3.3',
    'health-management',
    '对报班学员连续监测、统计健康状况',
    'Monitor and count the health of enrolled trainees without a break',
  ),
  clause(
    '四（四）',
    '4.4',
    'training-and-drills',
    '全体人员受训：方案、制度、个人防护与消毒；有条件的演练；材料存档备案',
    'Train everyone in plans, systems, protection and disinfection; drill where possible; keep the material on file',
    [
      guidance(
        'guide/study-documents',
        '学习传染病防治法、应急条例和自治区防控领导小组的有关文件（条文举例）',
        'Study of the law, the regulation and documents of the leading group of the region (named as examples)',
      ),
    ],
  ),
  clause(
    '四（五）1',
    '4.5.1',
    'hygiene',
    '全面清洁，重点灭鼠灭蚊，清除卫生死角和孳生地，每日作必要的消毒',
    'General cleaning, above all rodents and mosquitoes; dead corners and breeding sites cleared; necessary daily disinfection',
    [
      onSite(
        'site/dead-corners',
        '看卫生死角和病媒生物孳生地是否清除',
        'See that dead corners and breeding sites have been cleared',
      ),
    ],
  ),
  clause(
    '四（五）2',
    '4.5.2',
    'hygiene',
    '教室、公共区域等场所按要求定期消毒并记录，高频接触表面每天消毒',
    'Disinfect classrooms, public areas and the like as required, with records; high-touch surfaces daily',
  ),
  clause(
    '四（五）3',
    '4.5.3',
    'hygiene',
    '教室每日自然通风的次数和每次的时长；疫情期间谨慎使用空调等机械通风',
    'Natural ventilation of classrooms daily, how often and how long; caution with air conditioning and the like',
  ),
  clause(
    '四（五）4',
    '4.5.4',
    'hygiene',
    '按规范设充足的洗手水龙头，配洗手液或手消毒剂',
    'Enough taps by the rules, with soap or sanitizer',
    [
      onSite(
        'site/enough-taps',
        '看洗手水龙头是否按规范设置、是否够用（条款没有数字）',
        'See whether there are enough taps, by the rules (the clause has no number)',
      ),
    ],
  ),
  clause(
    '四（五）5',
    '4.5.5',
    'hygiene',
    '废弃口罩专用桶标识清楚、每日清理、消毒后统一收运；垃圾池、下水道、厕所等及时清理，每日消毒',
    'Mask bins clearly labelled, cleared daily, disinfected before collection; refuse point, drains, toilets and the like cleaned promptly and disinfected daily',
    [
      onSite(
        'site/disinfection-method',
        '看垃圾池、下水道、厕所等是否及时清理，按消毒规范拖拭或冲洗',
        'See that refuse point, drains, toilets and the like are cleaned promptly and mopped or rinsed by the rules',
      ),
    ],
  ),
  clause(
    '四（六）1',
    '4.6.1',
    'supplies',
    '教室和办公室的酒精消毒液',
    'Alcohol disinfectant for classrooms and offices',
  ),
  clause('四（六）2', '4.6.2', 'supplies', '84消毒液', '84 bleach'),
  clause('四（六）3', '4.6.3', 'supplies', '背负式电动喷雾器', 'Electric backpack sprayer'),
  clause('四（六）4', '4.6.4', 'supplies', '口罩数与教室数之比', 'Masks in proportion to classrooms'),
  clause('四（六）5', '4.6.5', 'supplies', '体温枪', 'Thermometer guns'),
  clause(
    '四（六）6',
    '4.6.6',
    'supplies',
    '成套的口罩、帽子、手套、鞋套和体温针',
    'Sets of mask, cap, gloves, shoe covers and clinical thermometer',
  ),
  clause('四（六）7', '4.6.7', 'supplies', '感冒药', 'Cold medicine'),
  clause(
    '四（六）8',
    '4.6.8',
    'supplies',
    '84消毒液与酒精不混放，保持安全距离',
    '84 bleach and alcohol not stored together, a safe distance apart',
    [
      onSite(
        'site/safe-distance',
        '看84消毒液与酒精的距离是否安全（条款没有数字）',
        'See whether bleach and alcohol are a safe distance apart (the clause has no number)',
      ),
    ],
  ),
  clause(
    '四（七）',
    '4.7',
    'entry-control',
    '体温检测点；职工、学员进入时核验身份、测温；进出登记；无关人员不入',
    'Checkpoint; identity and temperature of staff and trainees; register of who comes and goes; nobody unrelated',
  ),
  clause(
    '四（八）',
    '4.8',
    'publicity',
    '显著位置设防控知识宣传栏，开展宣传和指导',
    'Board about epidemic prevention in a conspicuous place; inform and instruct',
    [
      onSite('site/conspicuous', '看宣传栏是否在显著位置', 'See whether the board hangs in a conspicuous place'),
      guidance('guide/publicity', '开展防控知识宣传和指导', 'Inform and instruct about prevention'),
    ],
  ),
  clause(
    '四（九）',
    '4.9',
    'fire-safety',
    '疏散通道畅通，标志和示意图完整清晰，灭火器在使用期限内；重点包括所引通知的10个方面隐患',
    'Evacuation routes clear, signs and maps complete and legible, extinguishers in date; above all the ten aspects of the notice it cites',
    [
      onSite(
        'site/evacuation',
        '走一遍疏散通道，看标志和示意图是否完整清晰',
        'Walk the evacuation routes; see that signs and maps are complete and legible',
      ),
    ],
  ),
  clause(
    '五（一）',
    '5.1',
    'operation',
    '人员进出统计；新学员14天内健康、假期出行、聚餐的记录',
    'Entry and exit statistics; record of new trainees: health, holiday travel, group meals within 14 days',
  ),
  clause(
    '五（二）',
    '5.2',
    'operation',
    '培训鉴定场所必须每天消毒',
    'Training and assessment venues must be disinfected daily',
  ),
  clause(
    '五（三）',
    '5.3',
    'operation',
    '合理设置座位，人与人的间隔必须达到要求的距离',
    'Seats set sensibly, people at the distance that is required',
    [onSite('site/seats', '到教室量座位间隔', 'Measure the distance between seats in the room')],
  ),
  clause(
    '五（四）',
    '5.4',
    'operation',
    '分餐、分批用餐；需要住宿的必须隔床',
    'Separate portions, meals in batches; where lodging is needed, alternate beds',
  ),
  clause('五（五）', '5.5', 'operation', '每班人数的上限', 'Class size', [
    guidance(
      'guide/scale',
      '规模按防控要求、根据实际条件设置',
      'Set the scale by the prevention demands and the premises',
    ),
  ]),
  clause(
    '五（六）',
    '5.6',
    'operation',
    '每个培训班的开学第一课有防控知识',
    'Epidemic knowledge in the first lesson of every class',
  ),
  clause('五（七）', '5.7', 'operation', '员工和学员按要求签承诺书', 'Staff and trainees sign commitments as required'),
  clause(
    '五（九）',
    '5.9',
    'operation',
    '尽量不乘公共交通；必须乘坐的全程戴口罩；途中自我防护',
    'Avoid public transport, wear a mask all the way where it must be taken, protect oneself on the way',
    [
      guidance(
        'guide/hands',
        '途中尽量不触摸车上物品，勤洗手',
        'Touch as little as possible on the way and wash hands often',
      ),
    ],
  ),
  clause(
    '五（十）',
    '5.10',
    'operation',
    '机构外培训向培训所在地人社部门申请，经其检查合格后开展',
    'Off-site training: apply to the HR&SS department of the place, start once it has passed',
  ),
  clause(
    '六',
    '6',
    'incident',
    '培训鉴定期间发现师生有发热、干咳、乏力等症状，立即送附近发热门诊，并报属地人社部门和疫情防控指挥部',
    'Take whoever has fever, dry cough, fatigue or the like during training or assessment to a fever clinic at once; report to the local HR&SS department and headquarters',
  ),
  clause(
    '七',
    '7',
    'recovery',
    '因突发疫情停训的：彻底清扫消毒，科学研判后有序恢复；有症状或住院的人经卫健部门确定无传染性才返回；问题和意见立即整改，及时总结',
    'After a stop because of an outbreak: thorough disinfection, assessment before resuming; return only as found non-infectious by the health department; rectification at once, prompt summary',
    [
      guidance(
        'guide/assess-situation',
        '根据疫情形势科学研判何时恢复',
        'Judge scientifically, by the situation, when to resume',
      ),
    ],
  ),
  clause(
    '八·流程（一）',
    '8a-1',
    'application',
    '按要求备好物资、搞好卫生，自查后与全体职工签承诺书',
    'Supplies and cleaning as required, self-check, then commitments with all staff',
  ),
  clause(
    '八·流程（二）',
    '8a-2',
    'application',
    '符合条件的机构向所在县（区）人社部门申请，交申请报告（附教职工名单）、承诺书、自查情况等',
    'Institutions that meet the conditions apply to their county or district HR&SS department, with report and staff list, commitment, self-check and the like',
  ),
  clause(
    '八·流程（三）',
    '8a-3',
    'application',
    '县（区）人社部门实地检查，合格一家恢复一家',
    'On-site inspection by the county or district department; each resumes once passed',
  ),
  clause(
    '八·流程（四）',
    '8a-4',
    'application',
    '县（区）人社部门每月10日之前把恢复机构名单报市人社局备案',
    'Counties file the list of resumed institutions with the city bureau before the 10th of each month',
  ),
  clause(
    '八·追责',
    '8b',
    'accountability',
    '联责与调查；发生新冠肺炎等传染病暴发、流行时，按下列情形追责',
    'Shared responsibility and investigation; grounds that count once an infectious disease breaks out or spreads',
  ),
  clause(
    '八·追责（一）',
    '8b-1',
    'accountability',
    '情形一：没有建立传染病防控工作责任制',
    'Ground 1: no system of responsibility for prevention',
    [readInto('guide/ground-1', '对应四（一）1各项', 'matches the rules of 四（一）1')],
  ),
  clause(
    '八·追责（二）',
    '8b-2',
    'accountability',
    '情形二：没有建立所列等制度，或建立了没有落实到位',
    'Ground 2: the listed systems or others missing, or there and not carried out',
    [
      readInto(
        'guide/ground-2',
        '条文列五项制度加“等”，对应四（二）1和各项日常记录',
        'names five systems and "etc."; matches 四（二）1 and the daily records',
      ),
    ],
  ),
  clause(
    '八·追责（三）',
    '8b-3',
    'accountability',
    '情形三：发生疫情后，责任报告人迟报、漏报、瞒报或授意他人这样做',
    'Ground 3: after an outbreak, those who must report are late, omit or conceal, or tell others to',
  ),
  clause(
    '八·追责（四）',
    '8b-4',
    'accountability',
    '情形四：发生疫情后，不配合卫健部门调查，或妨碍、拒绝应急处置',
    'Ground 4: after an outbreak, not cooperating with the health department, obstructing or refusing measures',
  ),
  clause(
    '八·追责（五）',
    '8b-5',
    'accountability',
    '情形五：卫健部门或人社部门的整改意见没有按要求的时间整改',
    'Ground 5: what the health or HR&SS department objects to is not rectified in the time required',
  ),
  clause(
    '八·追责（六）',
    '8b-6',
    'accountability',
    '情形六：其他失职行为直接导致传染病疫情',
    'Ground 6: other dereliction that directly causes an epidemic',
    [guidance('guide/ground-6', '兜底情形，工具不作判断', 'A catch-all; the toolkit makes no judgement')],
  ),
  clause(
    '九',
    '9',
    'closing',
    '由柳州市人社局解释，根据需要修订，公布之日起施行',
    'Interpreted by the Liuzhou HR&SS bureau, revised as needed; in force on publication',
    [
      guidance(
        'guide/interpretation',
        '有疑问向市人社局询问；预案可能修订',
        'Ask the city bureau in doubt; the plan may be revised',
      ),
    ],
  ),
  clause(
    '附件1',
    'annex-1',
    'annexes',
    '教育系统“二案七制”模版，供参考',
    'Models of the two plans and seven systems of schools, for reference',
    [guidance('guide/annex-1', '模板供参考，可用本单位的写法', 'The models are for reference; own wording will do')],
  ),
  clause(
    '附件2',
    'annex-2',
    'annexes',
    '近14天从国内其他重点地区及境外返柳名单',
    'List of arrivals from other domestic key areas and abroad in the last 14 days',
  ),
  clause(
    '附件3',
    'annex-3',
    'annexes',
    '参训人员承诺书和疫情防控期间上岗承诺书（两份表）',
    'Trainee commitment and on-duty commitment of staff (two forms)',
  ),
  clause('附件4', 'annex-4', 'annexes', '恢复培训鉴定申请报告', 'Application report'),
  clause('附件5', 'annex-5', 'annexes', '恢复培训鉴定工作安全管理承诺书', "The institution's safety commitment"),
  clause('附件6', 'annex-6', 'annexes', '恢复培训鉴定检查表', 'Checklist for resuming'),
  clause('附件7', 'annex-7', 'annexes', '校外培训开班申请', 'Application for an off-site class'),
];

const places = new Map(CLAUSES.map(({ citation }, i) => [citation, i]));

/** Returns where in the plan a clause is, from 0; what it does not have comes last. */
export function placeOfClause(citation: string): number {
  return places.get(citation) ?? CLAUSES.length;
}
