/** The list of the trainees of a class. */
import { GENDER, HEALTH_CODE, ID_NUMBER_ALIASES, PHONE_ALIASES, REMARK } from './columns.js';
import type { ListKind } from './kind.js';

/** The columns of this list. */
export const TRAINEE_LIST = {
  number: 'L0',
  name: 'trainee-list',
  title: { zh: '学员名单', en: 'list of trainees' },
  purpose: { zh: '一个班的学员', en: 'the trainees of a class' },
  event: true,
  either: ['id', 'name'],
  columns: [
    { en: 'id', zh: '学号', aliases: ['编号', '学员编号', '学员号', '学生编号'], type: 'ref', personal: true },
    {
      en: 'name',
      zh: '姓名',
      aliases: ['名字', '学员姓名', '学生姓名', '人员姓名'],
      type: 'text',
      personal: true,
    },
    GENDER,
    { en: 'idNumber', zh: '身份证号', aliases: ID_NUMBER_ALIASES, type: 'id', personal: true },
    { en: 'phone', zh: '联系电话', aliases: PHONE_ALIASES, type: 'phone', personal: true },
    {
      en: 'address',
      zh: '现住址',
      aliases: ['住址', '地址', '现居住地', '现居住地址', '居住地址', '家庭住址'],
      type: 'text',
      personal: true,
    },
    { en: 'emergencyContact', zh: '紧急联系人', aliases: ['紧急联系人姓名'], type: 'text', personal: true },
    {
      en: 'emergencyPhone',
      zh: '紧急联系电话',
      aliases: ['紧急联系人电话', '紧急电话', '紧急联系人手机'],
      type: 'phone',
      personal: true,
    },
    { en: 'enrolledOn', zh: '报名日期', aliases: ['报名时间'], type: 'date' },
    { en: 'firstDay', zh: '首次到训日期', aliases: ['首次到训时间', '到训日期', '入学日期', '报到日期'], type: 'date' },
    {
      en: 'transport',
      zh: '来训交通方式',
      aliases: ['交通方式', '到校方式', '到训方式'],
      type: 'text',
      personal: true,
    },
    HEALTH_CODE,
    { en: 'category', zh: '人员类别', aliases: ['类别', '学员类别', '人员类型'], type: 'text' },
    REMARK,
  ],
} as const satisfies ListKind;
