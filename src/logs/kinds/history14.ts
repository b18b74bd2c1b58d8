/** L5 14天调查: health and travel in the 14 days before. Forms with one header 聚会聚餐 fill both 聚会 and 聚餐. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, given, inOrder, type Judge, missingDetails, saysNothing } from '../contradictions.js';
import type { LogKind } from '../kind.js';
import { CATEGORY } from './columns.js';

/** The kind. */
export const KIND = {
  number: 'L5',
  name: 'history14',
  title: { zh: '14天调查', en: '14-day survey' },
  purpose: {
    zh: '开班或到训前14天的健康、假期出行、聚会聚餐和旅居情况',
    en: 'health, travel, gatherings and stays in the 14 days before class or the first day present',
  },
  dated: 'verified_on',
  key: ['group', 'category'],
  person: { name: 'name', idNumber: 'id_no', group: 'group', category: 'category' },
  recorder: 'verified_by',
  ordered: [
    ['from', 'to'],
    ['left_on', 'returned_on'],
    ['quarantine_from', 'quarantine_to'],
  ],
  columns: [
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
      en: 'group',
      zh: '班级/部门',
      aliases: ['班级', '部门', '所属班级', '所属部门', '年级班级', '班级部门', '班别'],
      type: 'text',
      says: 'what',
    },
    {
      en: 'id_no',
      zh: '证件号',
      aliases: ['证件号码', '身份证', '身份证号', '身份证号码', '身份证件号'],
      type: 'id',
      says: 'who',
      personal: true,
    },
    {
      en: 'phone',
      zh: '联系电话',
      aliases: ['电话', '手机', '手机号', '手机号码', '电话号码', '联系方式'],
      type: 'phone',
      says: 'what',
      personal: true,
    },
    {
      en: 'address',
      zh: '现住址',
      aliases: ['住址', '居住地址', '现居住地', '现居住地址', '家庭住址'],
      type: 'text',
      says: 'what',
      personal: true,
    },
    {
      en: 'from',
      zh: '调查起',
      aliases: ['调查起始日期', '调查开始日期', '起始日期', '开始日期'],
      type: 'date',
      required: true,
    },
    {
      en: 'to',
      zh: '调查止',
      aliases: ['调查截止日期', '调查结束日期', '截止日期', '结束日期'],
      type: 'date',
      required: true,
    },
    {
      en: 'health',
      zh: '健康状况',
      aliases: ['健康情况', '身体状况', '14天健康状况', '近14天健康状况'],
      type: 'text',
      says: 'whether',
      required: true,
      personal: true,
    },
    {
      en: 'symptoms',
      zh: '症状',
      aliases: ['有无症状', '是否有症状', '主要症状'],
      type: 'list',
      says: 'whether',
      required: true,
      personal: true,
    },
    {
      en: 'travel',
      zh: '出行',
      aliases: ['出行情况', '假期出行', '假期出行情况', '有无出行', '是否外出'],
      type: 'text',
      says: 'whether',
      required: true,
      personal: true,
    },
    {
      en: 'destination',
      zh: '目的地',
      aliases: ['出行目的地', '到达地', '去过省市', '假期去过省市'],
      type: 'text',
      says: 'whether',
      personal: true,
    },
    {
      en: 'vehicle',
      zh: '交通工具及车次',
      aliases: ['交通工具', '交通工具/车次', '车次/航班', '车牌车次', '车次'],
      type: 'text',
      says: 'whether',
      personal: true,
    },
    {
      en: 'gathering',
      zh: '聚会',
      aliases: ['聚会情况', '有无聚会', '参加聚会', '聚会聚餐', '聚会/聚餐', '聚会、聚餐'],
      type: 'text',
      says: 'whether',
      required: true,
      personal: true,
    },
    {
      en: 'meals',
      zh: '聚餐',
      aliases: ['聚餐情况', '有无聚餐', '参加聚餐', '聚会聚餐', '聚会/聚餐', '聚会、聚餐'],
      type: 'text',
      says: 'whether',
      required: true,
      personal: true,
    },
    {
      en: 'area_type',
      zh: '旅居类型',
      aliases: ['旅居史类型', '旅居情况'],
      type: 'enum',
      values: ['无', '国内重点地区', '境外'],
      synonyms: {
        没有: '无',
        否: '无',
        无旅居史: '无',
        重点地区: '国内重点地区',
        国内疫情重点地区: '国内重点地区',
        国外: '境外',
        境外地区: '境外',
      },
      required: true,
      personal: true,
    },
    { en: 'area', zh: '旅居地', aliases: ['旅居地点', '旅居城市'], type: 'text', says: 'whether', personal: true },
    { en: 'left_on', zh: '离开日期', aliases: ['离开旅居地日期'], type: 'date' },
    {
      en: 'returned_on',
      zh: '返柳日期',
      aliases: ['返柳时间', '回柳日期', '返程日期', '返程时间', '返回日期'],
      type: 'date',
    },
    {
      en: 'contact',
      zh: '接触史',
      aliases: ['密切接触史', '接触情况', '有无接触史'],
      type: 'text',
      says: 'whether',
      personal: true,
    },
    { en: 'quarantine_from', zh: '隔离观察起', aliases: ['隔离起', '隔离开始日期', '隔离观察开始日期'], type: 'date' },
    { en: 'quarantine_to', zh: '隔离观察止', aliases: ['隔离止', '隔离结束日期', '隔离观察结束日期'], type: 'date' },
    {
      en: 'verified_by',
      zh: '核查人',
      aliases: ['核实人', '审核人', '调查人'],
      type: 'text',
      says: 'who',
      personal: true,
    },
    { en: 'verified_on', zh: '核查日期', aliases: ['核实日期', '审核日期', '调查日期'], type: 'date', required: true },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  noTripButDestination: {
    zh: '写了没有出行，却有目的地或车次',
    en: 'no travel is stated, yet there is a destination or vehicle',
  },
  noStayButArea: { zh: '旅居类型写了无，却有旅居地', en: 'no stay is stated, yet a place of stay is named' },
  healthyWithSymptoms: {
    zh: '健康状况写了正常，却有症状',
    en: 'the health is stated as good, yet there are symptoms',
  },
});

const DETAIL_MISSING = missingDetails({
  destination: { zh: '有出行，没有写目的地', en: 'there was travel, and the destination is not stated' },
  meeting: { zh: '“{column}”只写了有，没有写何时何地', en: '"{column}" says yes, and neither when nor where' },
  area: { zh: '有旅居史，没有写旅居地', en: 'there was a stay elsewhere, and the place is not stated' },
  stayDate: { zh: '有旅居史，没有写“{column}”', en: 'there was a stay elsewhere, and "{column}" is empty' },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION, DETAIL_MISSING];

/** A bare yes, where more is asked for. */
const BARE_YES = /^(?:有|是|√|✓|y|yes)$/i;

const travel: Judge<typeof KIND> = ({ travel: trip, destination, vehicle }, raise) => {
  if (trip === undefined) return;
  if (BARE_YES.test(trip) && saysNothing(destination)) raise(DETAIL_MISSING, 'destination', { column: 'destination' });
  if (saysNothing(trip) && !(saysNothing(destination) && saysNothing(vehicle)))
    raise(CONTRADICTION, 'noTripButDestination', { column: 'travel' });
};

const meetings: Judge<typeof KIND> = ({ gathering, meals }, raise) => {
  for (const [column, value] of [
    ['gathering', gathering],
    ['meals', meals],
  ] as const) {
    if (value !== undefined && BARE_YES.test(value)) raise(DETAIL_MISSING, 'meeting', { column });
  }
};

const stay: Judge<typeof KIND> = (row, raise) => {
  const { area_type: type, area, left_on: left, returned_on: returned } = row;
  if (type === undefined) return;
  if (type === '无') {
    if (!saysNothing(area)) raise(CONTRADICTION, 'noStayButArea', { column: 'area' });
    return;
  }
  if (saysNothing(area)) raise(DETAIL_MISSING, 'area', { column: 'area' });
  if (left === undefined) raise(DETAIL_MISSING, 'stayDate', { column: 'left_on' });
  if (returned === undefined) raise(DETAIL_MISSING, 'stayDate', { column: 'returned_on' });
};

const healthyWithSymptoms: Judge<typeof KIND> = ({ health, symptoms }, raise) => {
  if (health !== undefined && saysNothing(health) && given(symptoms).length > 0) {
    raise(CONTRADICTION, 'healthyWithSymptoms', { column: 'health' });
  }
};

/** Checks of the 14-day survey. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  travel,
  meetings,
  stay,
  healthyWithSymptoms,
  inOrder(KIND, 'returned_on', 'verified_on'),
];
