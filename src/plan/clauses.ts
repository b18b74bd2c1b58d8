/**
 * Every numbered item of the plan, paraphrased, under its heading, and what of it no program can verify.
 *
 * The numbering is the plan's own, with its traps: two sections are numbered 八 (cited 八·流程 and 八·追责), and
 * section 五 jumps from （七） to （九）.
 */
import type { Verification, Wording } from '../types.js';

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
    '目标：疫情早发现、早处置，把危害降到最低',
    'Goal: find and handle cases early, keep harm lowest',
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
    '适用于柳州市各级人社部门批准的培训鉴定机构',
    'Applies to institutions licensed by an HR&SS department of Liuzhou',
  ),
  clause('三（一）', '3.1', 'principles', '以人为本，安全第一', 'People and safety first', [
    guidance(
      'guide/people-first',
      '有症状或疑似症状的人按规定处置，师生健康放在首位',
      'Handle people with symptoms as required; health comes first',
    ),
  ]),
  clause(
    '三（二）',
    '3.2',
    'principles',
    '属地管理，突发疫情第一时间向自治区指挥部和人社厅报告',
    'Territorial management; report an outbreak upward at first instance',
    [
      guidance(
        'guide/territorial',
        '在当地党委政府统一领导下配合应急响应',
        'Follow the unified lead of the local authorities in the response',
      ),
    ],
  ),
  clause(
    '三（三）',
    '3.3',
    'principles',
    '突发疫情时负责人到一线，联系属地指挥部门，启动联防联控',
    'On an outbreak the head goes on site, contacts the local headquarters, starts joint prevention',
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
    '建立即时监测制度，措施落细',
    'Set up instant monitoring and carry the measures through',
    [guidance('guide/avoid-clusters', '尽力避免聚集性疫情', 'Do everything to avoid clusters of cases')],
  ),
  clause(
    '四（一）1',
    '4.1.1',
    'organisation',
    '应急预案、领导小组和三级责任人',
    'Emergency plan, leading group and three tiers of responsibility',
  ),
  clause('四（一）2', '4.1.2', 'organisation', '与五类单位对接', 'Working contact with five parties', [
    guidance(
      'guide/technical-support',
      '通过对接取得专业技术支持',
      'Obtain professional support through these contacts',
    ),
  ]),
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
    '日报告、零报告，不迟报少报漏报瞒报谎报',
    'Daily and nil reports: not late, short, missing, concealed or false',
  ),
  clause(
    '四（二）3',
    '4.2.3',
    'isolation-room',
    '隔离室的设置、条件、配备和记录',
    'Isolation room: conditions, equipment, records',
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
    '专人核查全体人员开班前14天情况并报人社部门，重点排查来柳返柳人员',
    'Survey everyone for the 14 days before class, report it, screen arrivals from key areas',
  ),
  clause(
    '四（三）2',
    '4.3.2',
    'health-management',
    '对进入机构的人连续监测，凭健康码测温进入',
    'Monitor everyone who enters; health code and temperature at the door',
  ),
  clause('四（三）3', '4.3.3', 'health-management', '对报班学员连续监测', 'Monitor enrolled trainees continuously'),
  clause(
    '四（四）',
    '4.4',
    'training-and-drills',
    '全体人员受训，有条件的演练，材料存档',
    'Train everyone, drill where possible, keep the material',
    [
      guidance(
        'guide/study-documents',
        '可学习传染病防治法、应急条例和自治区有关文件（条文举例）',
        'Study of the law, the regulation and regional documents (named as examples)',
      ),
    ],
  ),
  clause(
    '四（五）1',
    '4.5.1',
    'hygiene',
    '全面清洁，灭鼠灭蚊，每日必要消毒',
    'General cleaning, rodents and mosquitoes, necessary daily disinfection',
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
    '教室和公共区域定期消毒并记录，高频接触表面每天消毒',
    'Disinfect rooms and public areas with records; high-touch surfaces daily',
  ),
  clause(
    '四（五）3',
    '4.5.3',
    'hygiene',
    '教室每日自然通风次数和时长，谨慎用空调',
    'Natural ventilation of classrooms daily; caution with air conditioning',
  ),
  clause('四（五）4', '4.5.4', 'hygiene', '洗手水龙头充足，有洗手液或手消毒剂', 'Enough taps, with soap or sanitizer', [
    onSite(
      'site/enough-taps',
      '看洗手水龙头是否够用（条款没有数字）',
      'See whether there are enough taps (the clause has no number)',
    ),
  ]),
  clause(
    '四（五）5',
    '4.5.5',
    'hygiene',
    '废弃口罩专用桶每日清理，垃圾池、下水道、厕所每日消毒',
    'Mask bins cleared daily; refuse point, drains and toilets disinfected daily',
    [
      onSite(
        'site/disinfection-method',
        '看垃圾池、下水道、厕所是否按消毒规范拖拭或冲洗',
        'See that refuse point, drains and toilets are mopped or rinsed by the rules',
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
  clause('四（六）6', '4.6.6', 'supplies', '成套防护用品', 'Sets of protective equipment'),
  clause('四（六）7', '4.6.7', 'supplies', '感冒药', 'Cold medicine'),
  clause('四（六）8', '4.6.8', 'supplies', '84消毒液与酒精分开存放', '84 bleach and alcohol kept apart', [
    onSite(
      'site/safe-distance',
      '看84消毒液与酒精的距离是否安全（条款没有数字）',
      'See whether bleach and alcohol are a safe distance apart (the clause has no number)',
    ),
  ]),
  clause(
    '四（七）',
    '4.7',
    'entry-control',
    '体温检测点，身份核验、测温、登记，无关人员不入',
    'Checkpoint; identity, temperature, register; nobody without business',
  ),
  clause('四（八）', '4.8', 'publicity', '显著位置设宣传栏', 'Board in a conspicuous place', [
    onSite('site/conspicuous', '看宣传栏是否在显著位置', 'See whether the board hangs in a conspicuous place'),
    guidance('guide/publicity', '开展防控知识宣传和指导', 'Inform and instruct about prevention'),
  ]),
  clause(
    '四（九）',
    '4.9',
    'fire-safety',
    '疏散通道、指示标志、灭火器和隐患自查',
    'Evacuation routes, signs, extinguishers, hazard self-check',
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
    '进出统计，新学员14天情况记录',
    'Entry and exit statistics; 14-day record of new trainees',
  ),
  clause('五（二）', '5.2', 'operation', '培训鉴定场所每天消毒', 'Disinfect training and assessment venues daily'),
  clause('五（三）', '5.3', 'operation', '座位间隔', 'Distance between seats', [
    onSite('site/seats', '到教室量座位间隔', 'Measure the distance between seats in the room'),
  ]),
  clause(
    '五（四）',
    '5.4',
    'operation',
    '分餐、分批用餐，隔床住宿',
    'Separate portions, meals in batches, alternate beds',
  ),
  clause('五（五）', '5.5', 'operation', '每班人数', 'Class size', [
    guidance('guide/scale', '规模按防控要求和实际条件设置', 'Set the scale by the prevention demands and the premises'),
  ]),
  clause('五（六）', '5.6', 'operation', '防控知识进开学第一课', 'Epidemic knowledge in the first lesson'),
  clause('五（七）', '5.7', 'operation', '员工和学员签承诺书', 'Staff and trainees sign commitments'),
  clause('五（九）', '5.9', 'operation', '途中自我防护', 'Protect oneself on the way', [
    guidance('guide/hands', '途中少触摸物品，勤洗手', 'Touch little on the way and wash hands often'),
  ]),
  clause(
    '五（十）',
    '5.10',
    'operation',
    '机构外培训向培训所在地申请并经检查',
    'Off-site training: apply and be inspected where it is held',
  ),
  clause(
    '六',
    '6',
    'incident',
    '有症状者立即送发热门诊并报告',
    'Take people with symptoms to a fever clinic at once and report',
  ),
  clause(
    '七',
    '7',
    'recovery',
    '停训后的消毒、研判、返岗、整改和总结',
    'After a stop: disinfection, assessment, return, rectification, summary',
    [guidance('guide/assess-situation', '恢复时机依疫情形势判断', 'Judge the time to resume by the situation')],
  ),
  clause(
    '八·流程（一）',
    '8a-1',
    'application',
    '备好物资、搞好卫生、自查，再与全体职工签承诺书',
    'Supplies and cleaning, self-check, then commitments with all staff',
  ),
  clause(
    '八·流程（二）',
    '8a-2',
    'application',
    '向所在县（区）人社部门提交申请材料',
    'Submit the application to the county or district HR&SS department',
  ),
  clause(
    '八·流程（三）',
    '8a-3',
    'application',
    '实地检查，合格一家恢复一家',
    'On-site inspection; each resumes once passed',
  ),
  clause(
    '八·流程（四）',
    '8a-4',
    'application',
    '县（区）每月10日之前报名单',
    'Counties file the list before the 10th of each month',
  ),
  clause(
    '八·追责',
    '8b',
    'accountability',
    '联责与调查；发生暴发、流行时按下列情形追责',
    'Shared responsibility and investigation; grounds that count once an outbreak occurs',
  ),
  clause(
    '八·追责（一）',
    '8b-1',
    'accountability',
    '情形一：没有建立防控责任制',
    'Ground 1: no system of responsibility',
    [guidance('guide/ground-1', '对应四（一）各项', 'Matches the rules of 四（一）')],
  ),
  clause(
    '八·追责（二）',
    '8b-2',
    'accountability',
    '情形二：没有建立所列制度或没有落实',
    'Ground 2: the listed systems missing or not carried out',
    [
      guidance(
        'guide/ground-2',
        '条文列五项制度加“等”，对应四（二）1和各项日常记录',
        'Names five systems and "etc."; matches 四（二）1 and the daily records',
      ),
    ],
  ),
  clause(
    '八·追责（三）',
    '8b-3',
    'accountability',
    '情形三：迟报、漏报、瞒报疫情或授意他人',
    'Ground 3: late, missing or concealed reports, or telling others to',
  ),
  clause(
    '八·追责（四）',
    '8b-4',
    'accountability',
    '情形四：不配合调查或妨碍处置',
    'Ground 4: not cooperating, or obstructing measures',
  ),
  clause('八·追责（五）', '8b-5', 'accountability', '情形五：整改逾期', 'Ground 5: rectification overdue'),
  clause(
    '八·追责（六）',
    '8b-6',
    'accountability',
    '情形六：其他失职直接导致疫情',
    'Ground 6: other dereliction that directly causes an epidemic',
    [guidance('guide/ground-6', '兜底情形，工具不作判断', 'A catch-all; the toolkit makes no judgement')],
  ),
  clause(
    '九',
    '9',
    'closing',
    '由柳州市人社局解释，公布之日起施行',
    'Interpreted by the Liuzhou HR&SS bureau; in force on publication',
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
    '二案七制模板，仅供参考',
    'Models of the two plans and seven systems, for reference',
    [guidance('guide/annex-1', '模板供参考，可用本单位的写法', 'The models are for reference; own wording will do')],
  ),
  clause(
    '附件2',
    'annex-2',
    'annexes',
    '近14天从重点地区和境外返柳名单',
    'List of arrivals from key areas and abroad in the last 14 days',
  ),
  clause(
    '附件3',
    'annex-3',
    'annexes',
    '参训人员承诺书和上岗承诺书（两份表）',
    'Trainee and staff commitments (two forms)',
  ),
  clause('附件4', 'annex-4', 'annexes', '恢复培训鉴定申请报告', 'Application report'),
  clause('附件5', 'annex-5', 'annexes', '机构安全管理承诺书', "The institution's safety commitment"),
  clause('附件6', 'annex-6', 'annexes', '恢复培训鉴定检查表', 'Checklist for resuming'),
  clause('附件7', 'annex-7', 'annexes', '校外培训开班申请', 'Application for an off-site class'),
];

const places = new Map(CLAUSES.map(({ citation }, i) => [citation, i]));

/** Returns where in the plan a clause is, from 0; what it does not have comes last. */
export function placeOfClause(citation: string): number {
  return places.get(citation) ?? CLAUSES.length;
}
