/** L3s 晨午检汇总: the checks of a class as counts. */
import type { Judge } from '../contradictions.js';
import type { LogKind } from '../kind.js';
import { SLOT_SYNONYMS } from './columns.js';

/** The kind. */
export const KIND = {
  number: 'L3s',
  name: 'check-summary',
  title: { zh: '晨午检汇总', en: 'Summary of the checks' },
  purpose: { zh: '每班每次晨午检的人数汇总', en: 'the morning and noon checks of each class as counts' },
  dated: 'date',
  key: ['slot', 'class'],
  recorder: 'recorder',
  columns: [
    { en: 'date', zh: '日期', aliases: ['检查日期', '晨检日期'], type: 'date', required: true },
    {
      en: 'slot',
      zh: '时段',
      aliases: ['填报时段', '检查时段', '检测类型', '晨/午/晚'],
      type: 'enum',
      values: ['晨', '午', '晚'],
      synonyms: SLOT_SYNONYMS,
      required: true,
    },
    {
      en: 'class',
      zh: '班级',
      aliases: ['班级名称', '所属班级', '班别'],
      type: 'ref',
      refersTo: 'class',
      required: true,
    },
    {
      en: 'expected',
      zh: '应检',
      aliases: ['应检人数', '应检人次', '班级人数', '应到', '应到人数'],
      type: 'int',
      unit: '人',
      required: true,
    },
    {
      en: 'checked',
      zh: '实检',
      aliases: ['实检人数', '实检人次', '出勤人数', '实到', '实到人数'],
      type: 'int',
      unit: '人',
      required: true,
    },
    { en: 'absent', zh: '缺勤', aliases: ['缺勤人数', '缺课人数'], type: 'int', unit: '人', required: true },
    {
      en: 'sick_absent',
      zh: '因病缺勤',
      aliases: ['因病缺勤人数', '因病缺课', '因病缺课人数', '其中因病'],
      type: 'int',
      unit: '人',
      required: true,
    },
    { en: 'abnormal', zh: '异常', aliases: ['异常人数', '异常人次'], type: 'int', unit: '人', required: true },
    { en: 'nil', zh: '零报告', aliases: ['是否零报告'], type: 'bool' },
    {
      en: 'recorder',
      zh: '检查人',
      aliases: ['检查人员', '检查人员签名', '检查人签名', '填报人', '班主任', '班主任签字'],
      type: 'text',
      required: true,
      personal: true,
    },
  ],
} as const satisfies LogKind;

/** Checks of the summaries. Whether all were checked is judged by the rule about the checks. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  ({ absent, sick_absent: sick }, raise) => {
    if (absent !== undefined && (sick ?? 0) > absent)
      raise('input/contradiction', 'moreSickThanAbsent', 'error', { column: 'sick_absent' });
  },
  ({ checked, abnormal }, raise) => {
    if (checked !== undefined && (abnormal ?? 0) > checked)
      raise('input/contradiction', 'moreAbnormalThanChecked', 'error', { column: 'abnormal' });
  },
  ({ nil, sick_absent: sick, abnormal }, raise) => {
    if (nil === true && ((sick ?? 0) > 0 || (abnormal ?? 0) > 0))
      raise('input/contradiction', 'nilWithCounts', 'error', { column: 'nil' });
    if (nil === false && sick === 0 && abnormal === 0)
      raise('input/contradiction', 'zerosWithoutNil', 'warning', { column: 'nil' });
  },
];
