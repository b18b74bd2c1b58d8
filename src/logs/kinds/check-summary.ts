/** L3s 晨午检汇总: the checks of a class as counts. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, type Judge } from '../contradictions.js';
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
      says: 'what',
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
      says: 'who',
      required: true,
      personal: true,
    },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  moreSickThanAbsent: { zh: '因病缺勤的比缺勤的多', en: 'more are absent for sickness than are absent at all' },
  moreAbnormalThanChecked: { zh: '异常人数比实检的多', en: 'more are abnormal than were checked' },
  nilWithCounts: { zh: '零报告写了是，却有人数大于 0', en: 'stated as a nil report, yet there are counts above 0' },
  zerosWithoutNil: {
    zh: '各栏人数都是 0，零报告却写了否',
    en: 'all counts are 0, yet it is stated to be no nil report',
  },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION];

/** Checks of the summaries. Whether all were checked is judged by the rule about the checks. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  ({ absent, sick_absent: sick }, raise) => {
    if (absent !== undefined && (sick ?? 0) > absent)
      raise(CONTRADICTION, 'moreSickThanAbsent', { column: 'sick_absent', severity: 'error' });
  },
  ({ checked, abnormal }, raise) => {
    if (checked !== undefined && (abnormal ?? 0) > checked)
      raise(CONTRADICTION, 'moreAbnormalThanChecked', { column: 'abnormal', severity: 'error' });
  },
  ({ nil, sick_absent: sick, abnormal }, raise) => {
    if (nil === true && ((sick ?? 0) > 0 || (abnormal ?? 0) > 0))
      raise(CONTRADICTION, 'nilWithCounts', { column: 'nil', severity: 'error' });
    if (nil === false && sick === 0 && abnormal === 0) raise(CONTRADICTION, 'zerosWithoutNil', { column: 'nil' });
  },
];
