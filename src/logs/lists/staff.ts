/** The list of staff. Files with a column of departments and one of posts fill 部门/岗位 from the first that says something. */
import { GENDER, HEALTH_CODE, ID_NUMBER_ALIASES, PHONE_ALIASES, REMARK } from './columns.js';
import type { ListKind } from './kind.js';

/** The columns of this list. */
export const STAFF_LIST = {
  number: 'L0',
  name: 'staff-list',
  title: { zh: '教职工名单', en: 'list of staff' },
  purpose: { zh: '全体教职工', en: 'all members of staff' },
  event: true,
  either: ['id', 'name'],
  standIns: { position: 'post' },
  columns: [
    {
      en: 'id',
      zh: '编号',
      aliases: ['工号', '教职工编号', '职工编号', '员工编号', '教师编号'],
      type: 'ref',
      personal: true,
    },
    {
      en: 'name',
      zh: '姓名',
      aliases: ['名字', '教职工姓名', '教师姓名', '员工姓名', '职工姓名', '人员姓名'],
      type: 'text',
      personal: true,
    },
    GENDER,
    { en: 'idNumber', zh: '身份证号', aliases: ID_NUMBER_ALIASES, type: 'id', personal: true },
    {
      en: 'role',
      zh: '类别',
      aliases: ['人员类别', '岗位类别', '教职工类别', '人员类型'],
      type: 'enum',
      values: ['教师', '管理', '后勤'],
      synonyms: {
        老师: '教师',
        讲师: '教师',
        授课教师: '教师',
        专任教师: '教师',
        兼职教师: '教师',
        管理人员: '管理',
        行政: '管理',
        行政人员: '管理',
        后勤人员: '后勤',
      },
    },
    { en: 'position', zh: '部门/岗位', aliases: ['部门', '所在部门', '科室', '部门岗位', '岗位/部门'], type: 'text' },
    { en: 'phone', zh: '联系电话', aliases: PHONE_ALIASES, type: 'phone', personal: true },
    { en: 'hiredOn', zh: '入职日期', aliases: ['入职时间', '到岗日期', '聘用日期'], type: 'date' },
    { en: 'leftOn', zh: '离职日期', aliases: ['离职时间', '离岗日期'], type: 'date' },
    HEALTH_CODE,
    REMARK,
    { en: 'post', zh: '岗位', aliases: ['职务', '工作岗位', '职位'], type: 'text' },
  ],
} as const satisfies ListKind;
