/** What the columns of several kinds have in common. */
import type { Column } from '../kind.js';

/** A temperature of a person. Readings differ by the rounding of the device, hence one decimal. */
export const CELSIUS = { type: 'decimal', unit: '℃', digits: 1, personal: true } as const satisfies Partial<Column>;

/** To which group of people someone belongs. */
export const CATEGORY = {
  en: 'category',
  zh: '人员类别',
  aliases: ['类别', '师生类别', '身份', '人员身份'],
  type: 'enum',
  values: ['教职工', '学员', '外来', '考生', '考评员', '督导'],
  synonyms: {
    教师: '教职工',
    老师: '教职工',
    讲师: '教职工',
    教工: '教职工',
    教职员: '教职工',
    教职员工: '教职工',
    员工: '教职工',
    职工: '教职工',
    工作人员: '教职工',
    学生: '学员',
    参训学员: '学员',
    培训学员: '学员',
    外来人员: '外来',
    校外人员: '外来',
    来访人员: '外来',
    访客: '外来',
    鉴定考生: '考生',
    考官: '考评员',
    考评人员: '考评员',
    督导员: '督导',
    督导人员: '督导',
  },
} as const satisfies Column;

/** The colour of the health code of Guangxi. */
export const HEALTH_CODE = {
  en: 'health_code',
  zh: '健康码',
  aliases: ['健康码颜色', '健康码状态', '亮码'],
  type: 'enum',
  values: ['绿', '黄', '红'],
  synonyms: { 绿码: '绿', 绿色: '绿', 黄码: '黄', 黄色: '黄', 红码: '红', 红色: '红' },
  personal: true,
} as const satisfies Column;

/** Other ways to write when in the day a check was made. */
export const SLOT_SYNONYMS = {
  早: '晨',
  早上: '晨',
  早晨: '晨',
  上午: '晨',
  早检: '晨',
  晨检: '晨',
  中午: '午',
  下午: '午',
  午间: '午',
  午检: '午',
  晚上: '晚',
  晚间: '晚',
  晚检: '晚',
} as const;

/** Other ways to write the result of an inspection. */
export const RESULT_SYNONYMS = {
  符合: '合格',
  达标: '合格',
  通过: '合格',
  不符合: '不合格',
  不达标: '不合格',
  未通过: '不合格',
  不通过: '不合格',
} as const;

/** Other ways to write whether someone was there. */
export const PRESENT = {
  到: '是',
  已到: '是',
  出勤: '是',
  到校: '是',
  在校: '是',
  在岗: '是',
  未到: '否',
  没到: '否',
  缺: '否',
  缺勤: '否',
  未到校: '否',
  请假: '否',
  病假: '否',
  事假: '否',
} as const;

/** Other ways to write whether a mask is worn. */
export const WORN = {
  戴: '是',
  已戴: '是',
  佩戴: '是',
  已佩戴: '是',
  戴口罩: '是',
  戴了: '是',
  未戴: '否',
  没戴: '否',
  不戴: '否',
  未佩戴: '否',
  未戴口罩: '否',
} as const;
