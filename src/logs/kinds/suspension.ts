/** L20 停复训: stops of training because of an outbreak. */
import { inOrder, type Judge } from '../contradictions.js';
import type { LogKind } from '../kind.js';

/** The kind. */
export const KIND = {
  number: 'L20',
  name: 'suspension',
  title: { zh: '停复训', en: 'Suspensions' },
  purpose: { zh: '因疫情停训和恢复的过程', en: 'stops of training and how it was resumed' },
  event: true,
  dated: 'suspended_on',
  key: [],
  ordered: [['suspended_on', 'resumed_on']],
  columns: [
    { en: 'suspended_on', zh: '停训日期', aliases: ['停训时间', '停课日期'], type: 'date', required: true },
    { en: 'reason', zh: '原因', aliases: ['停训原因'], type: 'text', says: 'anything', personal: true, required: true },
    { en: 'spaces', zh: '涉及场所', aliases: ['场所', '涉及区域'], type: 'list', says: 'what', required: true },
    {
      en: 'deep_cleaned_on',
      zh: '清扫消毒完成日期',
      aliases: ['清扫消毒日期', '消毒完成日期', '终末消毒日期'],
      type: 'date',
      requiredWith: 'resumed_on',
    },
    { en: 'assessed_on', zh: '评估日期', aliases: ['研判日期'], type: 'date', requiredWith: 'resumed_on' },
    { en: 'assessed_by', zh: '评估单位', aliases: ['研判单位'], type: 'text', says: 'what' },
    { en: 'resumed_on', zh: '复训日期', aliases: ['复训时间', '恢复日期', '复课日期'], type: 'date' },
    { en: 'approved_by', zh: '批准', aliases: ['批准人', '批准单位'], type: 'text', says: 'who', personal: true },
  ],
} as const satisfies LogKind;

/** Checks of suspensions. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [inOrder(KIND, 'suspended_on', 'assessed_on')];
