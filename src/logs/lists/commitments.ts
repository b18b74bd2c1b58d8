/** The list of the commitments that were signed. The signer is named by number, or by name where that is empty. */
import type { ListKind } from './kind.js';

/** The columns of this list. */
export const COMMITMENT_LIST = {
  number: 'L0',
  name: 'commitment-list',
  title: { zh: '承诺书名单', en: 'list of commitments' },
  purpose: { zh: '谁在哪天签了承诺书', en: 'who signed a commitment, and when' },
  event: true,
  either: ['kind'],
  standIns: { person: 'name' },
  meanings: { kind: { 上岗: 'staff', 参训: 'trainee', 机构: 'institution' } },
  columns: [
    {
      en: 'kind',
      zh: '种类',
      aliases: ['类别', '承诺书种类', '承诺种类', '承诺书类型', '承诺书类别'],
      type: 'enum',
      values: ['上岗', '参训', '机构', 'staff', 'trainee', 'institution'],
      synonyms: {
        上岗承诺: '上岗',
        上岗承诺书: '上岗',
        教职工: '上岗',
        参训承诺: '参训',
        参训承诺书: '参训',
        学员: '参训',
        机构承诺: '机构',
        机构承诺书: '机构',
        培训机构: '机构',
      },
    },
    {
      en: 'person',
      zh: '签署人',
      aliases: ['承诺人', '签字人', '签署人编号', '承诺人编号', '编号', '工号', '学号'],
      type: 'ref',
      personal: true,
    },
    { en: 'signedOn', zh: '签署日期', aliases: ['签署时间', '承诺日期', '签字日期', '签订日期'], type: 'date' },
    { en: 'name', zh: '姓名', aliases: ['签署人姓名', '承诺人姓名'], type: 'text', personal: true },
  ],
} as const satisfies ListKind;
