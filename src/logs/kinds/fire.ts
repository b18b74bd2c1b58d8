/** L18 消防检查: exits, signs and extinguishers. */
import type { InputCheck } from '../../input-check.js';
import { type Judge, missingDetails, saysNothing } from '../contradictions.js';
import type { LogKind } from '../kind.js';

/** The kind. */
export const KIND = {
  number: 'L18',
  name: 'fire',
  title: { zh: '消防检查', en: 'Fire inspections' },
  purpose: {
    zh: '疏散通道、指示标志和灭火器的检查',
    en: 'inspections of escape routes, signs and extinguishers',
  },
  dated: 'date',
  key: ['place', 'ext_no'],
  recorder: 'inspector',
  columns: [
    { en: 'date', zh: '日期', aliases: ['检查日期'], type: 'date', required: true },
    { en: 'place', zh: '部位', aliases: ['检查部位', '位置'], type: 'text', says: 'what', required: true },
    {
      en: 'route_clear',
      zh: '通道畅通',
      aliases: ['疏散通道畅通', '是否畅通', '通道是否畅通', '疏散通道是否畅通', '疏散通道'],
      type: 'bool',
      required: true,
    },
    {
      en: 'signs_ok',
      zh: '指示标志',
      aliases: ['疏散指示标志', '标志', '疏散标志', '指示标志是否完好'],
      type: 'bool',
      required: true,
    },
    { en: 'maps_ok', zh: '示意图', aliases: ['疏散示意图', '疏散图'], type: 'bool' },
    { en: 'ext_no', zh: '灭火器编号', type: 'text', says: 'what' },
    {
      en: 'ext_type',
      zh: '灭火器类型',
      type: 'enum',
      values: ['干粉', '水基', '二氧化碳', '洁净气体'],
      synonyms: {
        ABC干粉: '干粉',
        干粉灭火器: '干粉',
        水基型: '水基',
        水基型灭火器: '水基',
        CO2: '二氧化碳',
        二氧化碳灭火器: '二氧化碳',
        洁净气体灭火器: '洁净气体',
      },
    },
    {
      en: 'pressure_ok',
      zh: '压力正常',
      aliases: ['压力', '灭火器', '灭火器压力', '灭火器情况', '灭火器是否正常'],
      type: 'bool',
    },
    { en: 'expires', zh: '有效期', aliases: ['有效期至'], type: 'date' },
    { en: 'issue', zh: '问题', aliases: ['存在问题'], type: 'text', says: 'whether', personal: true },
    {
      en: 'inspector',
      zh: '检查人',
      aliases: ['检查人员', '检查人签名'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
  ],
} as const satisfies LogKind;

const DETAIL_MISSING = missingDetails({
  issue: { zh: '不合格，没有写是什么问题', en: 'it was not in order, and what was wrong is not stated' },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [DETAIL_MISSING];

/** Checks of fire inspections. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  ({ route_clear: routes, signs_ok: signs, maps_ok: maps, pressure_ok: pressure, issue }, raise) => {
    if ([routes, signs, maps, pressure].includes(false) && saysNothing(issue))
      raise(DETAIL_MISSING, 'issue', { column: 'issue' });
  },
];
