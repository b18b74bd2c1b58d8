/** By which of its words a ground of 八·追责 takes in a rule, where it does not simply name what the rule asks for. */
import type { Wording } from '../types.js';

/** The words, in our own. */
export const GROUND_PARTS = {
  etc: { zh: '没有点名，属“等”', en: 'not named, comes in by "etc."' },
  'morning-check': {
    zh: '点名的是学生晨检，午检和教职工属“等”',
    en: 'names the morning check of students; noon checks and staff come in by "etc."',
  },
  'student-health': {
    zh: '点名的是学生健康管理，教职工属“等”',
    en: 'names the health of students; staff come in by "etc."',
  },
  'health-education': { zh: '健康教育没有点名，属“等”', en: 'health education is not named, comes in by "etc."' },
  health: { zh: '属健康管理', en: 'as management of health' },
  environment: { zh: '属环境卫生管理', en: 'as hygiene of the premises' },
  'not-carried-out': { zh: '有制度而没有落实到位', en: 'a system that is there and not carried out' },
  omission: { zh: '点名的是漏报，少报没有点名', en: 'names what is left out; too low a number is not named' },
  concealment: { zh: '点名的是瞒报，谎报没有点名', en: 'names concealment; a false report is not named' },
  departments: {
    zh: '只指人社、卫健部门提出的整改意见',
    en: 'only what the HR&SS or health department objects to',
  },
} as const satisfies Record<string, Wording>;

/** The name of such words. */
export type GroundPart = keyof typeof GROUND_PARTS;
