/** L13 疑似症状处置: a person with symptoms, from finding to closing. */
import { inOrder, type Judge } from '../contradictions.js';
import type { LogKind, LogRow } from '../kind.js';
import type { RaiseAtRow } from '../read/options.js';
import { CATEGORY, CELSIUS } from './columns.js';

/** The kind. */
export const KIND = {
  number: 'L13',
  name: 'incident',
  title: { zh: '疑似症状处置', en: 'Incidents' },
  purpose: {
    zh: '发现症状或疫情后的送诊和报告',
    en: 'people with symptoms: when they were found, referred and reported',
  },
  event: true,
  dated: 'found_at',
  key: ['case_id'],
  person: { name: 'name', category: 'category' },
  columns: [
    { en: 'case_id', zh: '编号', aliases: ['病例编号', '事件编号'], type: 'text', says: 'what', required: true },
    { en: 'found_at', zh: '发现时间', aliases: ['发现日期', '发现日期时间'], type: 'datetime', required: true },
    {
      en: 'name',
      zh: '姓名',
      aliases: ['学生姓名', '学员姓名', '教师姓名', '员工姓名', '人员姓名', '名字'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    { ...CATEGORY, required: true },
    {
      en: 'symptoms',
      zh: '症状',
      aliases: ['主要症状'],
      type: 'list',
      says: 'whether',
      required: true,
      personal: true,
    },
    {
      en: 'temperature_c',
      zh: '体温',
      aliases: ['体温℃', '检测体温', '检测体温℃', '测量体温', '当天体温'],
      ...CELSIUS,
    },
    {
      en: 'classification',
      zh: '分类',
      aliases: ['事件分类', '病例分类'],
      type: 'enum',
      values: ['症状', '疑似', '确诊', '突发疫情'],
      synonyms: { 有症状: '症状', 仅有症状: '症状', 疑似病例: '疑似', 确诊病例: '确诊', 突发: '突发疫情' },
      required: true,
      personal: true,
    },
    { en: 'head_on_site_at', zh: '负责人到场时间', aliases: ['负责人到达时间'], type: 'datetime' },
    { en: 'referred_at', zh: '送诊时间', aliases: ['送医时间'], type: 'datetime', rule: 'symptomatic-to-fever-clinic' },
    {
      en: 'clinic',
      zh: '医疗机构',
      aliases: ['医院', '送诊医院', '就诊医院', '发热门诊'],
      type: 'text',
      says: 'what',
      rule: 'symptomatic-to-fever-clinic',
      personal: true,
    },
    { en: 'diagnosis', zh: '诊断结果', aliases: ['诊断'], type: 'text', says: 'whether', personal: true },
    { en: 'contacts_traced', zh: '密接排查人数', aliases: ['密接人数', '排查密接人数', '密切接触者人数'], type: 'int' },
    { en: 'cooperation', zh: '配合调查情况', aliases: ['配合调查'], type: 'text', says: 'whether', personal: true },
    {
      en: 'hrss_reported_at',
      zh: '报属地人社时间',
      aliases: ['报人社时间', '报人社部门时间', '报属地人社部门时间'],
      type: 'datetime',
      rule: 'symptomatic-reported',
    },
    {
      en: 'hq_reported_at',
      zh: '报属地指挥部时间',
      aliases: ['报指挥部时间', '报疫情防控指挥部时间', '报属地疫情防控指挥部时间'],
      type: 'datetime',
      rule: 'symptomatic-reported',
    },
    {
      en: 'region_hq_reported_at',
      zh: '报自治区指挥部时间',
      aliases: ['报自治区疫情防控指挥部时间'],
      type: 'datetime',
    },
    {
      en: 'region_hrss_reported_at',
      zh: '报自治区人社厅时间',
      aliases: ['报人社厅时间', '报自治区人社时间'],
      type: 'datetime',
    },
    {
      en: 'joint_started_at',
      zh: '启动联防联控时间',
      aliases: ['启动联防联控机制时间', '联系指挥部/启动联防联控时间'],
      type: 'datetime',
    },
    { en: 'suspended', zh: '是否停训', aliases: ['停训'], type: 'bool' },
    { en: 'closed_on', zh: '结案日期', aliases: ['结案时间'], type: 'date' },
    { en: 'summary', zh: '总结文件', aliases: ['总结', '总结报告'], type: 'text', says: 'what', personal: true },
  ],
} as const satisfies LogKind;

/** Of an outbreak the rules of 三 say what comes before it was found. */
const unlessOutbreak =
  (judge: Judge<typeof KIND>): Judge<typeof KIND> =>
  (row: LogRow<typeof KIND>, raise: RaiseAtRow, limits) => {
    if (row.classification !== '突发疫情') judge(row, raise, limits);
  };

/** Checks of incidents. Referral and reports to the local offices are judged by the rules of 六. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  inOrder(KIND, 'found_at', 'closed_on'),
  ...(['head_on_site_at', 'region_hq_reported_at', 'region_hrss_reported_at', 'joint_started_at'] as const).map(
    (column) => unlessOutbreak(inOrder(KIND, 'found_at', column)),
  ),
];
