/** The words of findings about names in the logs that nobody knows. The names themselves are never said. */
import type { Wording } from '../types.js';

/** Rule → message → words. */
export const REFERENCE_WORDS: Readonly<Record<string, Readonly<Record<string, Wording>>>> = {
  'input/space-unknown': {
    unknown: {
      zh: '“{column}”不是概况里的场所，这里有 {count} 行写了它。改成概况里的名称或编号，或把它补进 spaces',
      en: '"{column}" is no space of the profile, in {count} {count:row|rows} here; use its name or id there, or add it to spaces',
    },
  },
  'input/class-unknown': {
    unknown: {
      zh: '“{column}”不是概况里的班级，这里有 {count} 行写了它。改成概况里的名称或编号，或把它补进 classes',
      en: '"{column}" is no class of the profile, in {count} {count:row|rows} here; use its name or id there, or add it to classes',
    },
  },
  'input/bin-unknown': {
    unknown: {
      zh: '“{column}”不是概况里的废弃口罩桶，这里有 {count} 行写了它。改成概况里的编号或位置，或把它补进 hygiene.maskBins',
      en: '"{column}" is no mask bin of the profile, in {count} {count:row|rows} here; use its id or place there, or add it to hygiene.maskBins',
    },
  },
  'input/entrance-unknown': {
    unknown: {
      zh: '“{column}”不是概况里的出入口，这里有 {count} 行写了它',
      en: '"{column}" is no entrance of the profile, in {count} {count:row|rows} here',
    },
  },
  'input/person-unknown': {
    staff: {
      zh: '这个教职工不在概况的 staff 名单里。核对姓名和编号，或补进名单',
      en: 'this member of staff is not in the list of the profile (staff); check name and number, or add them',
    },
    teacher: {
      zh: '这个教师不在概况的 staff 名单里。核对姓名，或补进名单',
      en: 'this teacher is not in the list of staff of the profile; check the name, or add them',
    },
    host: {
      zh: '受访人不在概况的 staff 名单里。写教职工的姓名，或补进名单',
      en: 'the host is not in the list of staff of the profile; give the name of someone of the staff, or add them',
    },
    trainee: {
      zh: '这个学员不在概况的班级名单里。核对姓名和编号，或补进名单',
      en: 'this trainee is in no class list of the profile; check name and number, or add them',
    },
    either: {
      zh: '这个人不在概况的教职工和学员名单里。核对姓名和编号，或补进名单',
      en: 'this person is in neither list of the profile, staff or trainees; check name and number, or add them',
    },
  },
  'input/person-renamed': {
    renamed: {
      zh: '这个编号在概况的名单里是另一个姓名，按编号算作同一人。核对姓名和编号，改正写错的一个',
      en: 'this number has another name in the lists of the profile; by the number it counts as the same person; check name and number, and mend the one that is wrong',
    },
  },
  'input/recorder-unknown': {
    unknown: {
      zh: '“{column}”不在概况的教职工名单里（门卫、志愿者可以不在）',
      en: '"{column}" is not in the staff list of the profile (guards and volunteers need not be)',
    },
  },
  'input/person-ambiguous': {
    ambiguous: {
      zh: '几个人同名，分不清是谁，没有与其他日志比对。填写编号',
      en: 'several people have this name; which is meant is not clear, and it was left out of comparisons; enter the number',
    },
  },
  'input/item-unknown': {
    unknown: {
      zh: '认不出“{column}”是什么物资，这里有 {count} 行写了它，没有与预案的数量核对',
      en: 'what "{column}" means is not known, in {count} {count:row|rows} here; it was not compared with the quantities of the plan',
    },
  },
};
