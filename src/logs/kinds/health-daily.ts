/** L4 每日健康监测: the health of every person on every day, at home too. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, given, type Judge, namesFever } from '../contradictions.js';
import type { LogKind, LogRow } from '../kind.js';
import { FLAG, isFever, type Streamed } from '../streamed.js';
import { CATEGORY, CELSIUS, WORN } from './columns.js';

/** The kind. */
export const KIND = {
  number: 'L4',
  name: 'health-daily',
  title: { zh: '每日健康监测', en: 'Daily health monitoring' },
  purpose: {
    zh: '每人每天的体温、症状、去向和交通方式',
    en: 'temperature, symptoms, whereabouts and transport of each person, every day',
  },
  due: { on: 'calendarDays', rule: 'enrolled-monitoring-continuous' },
  dated: 'date',
  key: ['class', 'category'],
  person: { name: 'name', group: 'class', category: 'category' },
  columns: [
    { en: 'date', zh: '日期', aliases: ['填报日期', '监测日期', '检测日期'], type: 'date', required: true },
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
      en: 'class',
      zh: '班级',
      aliases: ['班级名称', '所属班级', '班别', '班级/部门'],
      type: 'ref',
      says: 'what',
      refersTo: 'class',
    },
    {
      en: 'temp_am_c',
      zh: '晨体温',
      aliases: ['早体温', '早上体温', '上午体温', '晨检体温', '体温', '当天体温', '早', '早上', '上午'],
      ...CELSIUS,
      required: true,
    },
    {
      en: 'temp_pm_c',
      zh: '晚体温',
      aliases: ['晚检体温', '晚上体温', '傍晚体温', '下午体温', '晚', '晚上', '下午'],
      ...CELSIUS,
    },
    {
      en: 'symptoms',
      zh: '症状',
      aliases: ['有无症状', '是否有症状', '主要症状', '有无发热/干咳/乏力'],
      type: 'list',
      says: 'whether',
      required: true,
      personal: true,
    },
    {
      en: 'household',
      zh: '共同居住人健康',
      aliases: ['共同居住人健康状况', '共同居住人身体状况', '同住人健康', '同住人健康状况', '家人健康状况'],
      type: 'text',
      says: 'whether',
      personal: true,
    },
    {
      en: 'whereabouts',
      zh: '去向',
      aliases: ['外出去向', '当日去向', '外出情况', '是否外出/去向'],
      type: 'text',
      says: 'what',
      personal: true,
    },
    {
      en: 'contact',
      zh: '接触情况',
      aliases: ['是否接触', '是否接触重点地区或境外人员'],
      type: 'bool',
      personal: true,
    },
    {
      en: 'transport',
      zh: '交通方式',
      aliases: ['出行方式', '交通工具', '上下班交通方式'],
      type: 'enum',
      values: ['步行', '自行车', '电动车', '摩托车', '私家车', '公共交通', '其他'],
      synonyms: {
        走路: '步行',
        徒步: '步行',
        单车: '自行车',
        骑车: '自行车',
        骑自行车: '自行车',
        共享单车: '自行车',
        电单车: '电动车',
        电瓶车: '电动车',
        电动自行车: '电动车',
        摩托: '摩托车',
        自驾: '私家车',
        自驾车: '私家车',
        开车: '私家车',
        小车: '私家车',
        小汽车: '私家车',
        公交: '公共交通',
        公交车: '公共交通',
        公共汽车: '公共交通',
        巴士: '公共交通',
        班线车: '公共交通',
        客车: '公共交通',
        大巴: '公共交通',
        火车: '公共交通',
        动车: '公共交通',
        高铁: '公共交通',
        出租车: '公共交通',
        网约车: '公共交通',
        其它: '其他',
      },
      personal: true,
    },
    {
      en: 'mask_all_way',
      zh: '全程口罩',
      aliases: ['全程戴口罩', '全程佩戴口罩', '是否全程戴口罩', '乘公交全程口罩'],
      type: 'bool',
      synonyms: WORN,
      rule: 'mask-on-public-transport',
      ruleWith: 'transport',
      personal: true,
    },
    {
      en: 'reporter',
      zh: '填报人',
      aliases: ['填表人', '上报人', '登记人', '记录人'],
      type: 'text',
      says: 'who',
      personal: true,
    },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  feverButNormal: {
    zh: '写了发热，体温却低于 {limit} ℃（工具默认值，非预案规定）。复测，或在处理措施里写明',
    en: 'fever is stated, yet the temperature is below {limit} ℃ (toolkit default); measure again, or say why under measures',
  },
  feverButNoSymptom: {
    zh: '体温已达发热（{limit} ℃，工具默认值，非预案规定），症状却写了无',
    en: 'the temperature is fever ({limit} ℃, toolkit default), yet the symptoms say none',
  },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION];

const monitored: Judge<typeof KIND> = ({ symptoms, temp_am_c: morning, temp_pm_c: evening }, raise, limits) => {
  if (morning === undefined && evening === undefined) return;
  const isHot = isFever(morning, limits) || isFever(evening, limits);
  const column = isFever(evening, limits) || morning === undefined ? 'temp_pm_c' : 'temp_am_c';
  const params = { limit: limits.fever.value };
  if (!isHot && namesFever(symptoms)) raise(CONTRADICTION, 'feverButNormal', { column, params });
  // an empty list is one that says none; of a row without the column nothing is known
  if (isHot && symptoms !== undefined && given(symptoms).length === 0)
    raise(CONTRADICTION, 'feverButNoSymptom', { column: 'symptoms', params });
};

/** Checks of the daily health log. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [monitored];

/** What of its rows is kept. */
export const STREAMED: Streamed<LogRow<typeof KIND>> = {
  flags: () => FLAG.present,
  flagged: [],
  remembered: ['temp_am_c', 'temp_pm_c', 'symptoms', 'transport'],
  remember: (row, limits) =>
    isFever(row.temp_am_c, limits) ||
    isFever(row.temp_pm_c, limits) ||
    (row.symptoms?.length ?? 0) > 0 ||
    row.transport === '公共交通',
  readings: { temp_am_c: FLAG.morning, temp_pm_c: FLAG.evening },
};
