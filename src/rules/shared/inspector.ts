/** Who inspects: a department of human resources and social security, never the institution itself. */
import type { Profile } from '../../profile/profile.types.js';
import type { Wording } from '../../types.js';
import type { Breach } from '../rule.js';
import { isLaborDepartment } from './departments.js';

/** What is said of an inspection that the institution has made of itself. */
export const byItself: Wording = {
  zh: '检查单位填的是本机构自己，须由人社部门检查',
  en: 'the institution is entered as its own inspector; an HR&SS department must inspect',
};
/** What is said of an inspection by anyone else than an HR&SS department. */
export const byOther: Wording = {
  zh: '检查单位看不出是人社部门，请核实',
  en: 'the inspector does not look like an HR&SS department; check it',
};

/** What is said of an inspection of which nobody knows who made it. */
export const byNobody: Wording = {
  zh: '没有填写检查单位，看不出是谁检查的',
  en: 'the inspector is not given, so who inspected is not known',
};

/** Yields what is wrong with who inspected; where it is not said that is a warning. `at` is the path of the inspection. */
export function* inspectedBy(
  by: string | undefined,
  at: string,
  { institution }: Profile,
): Iterable<Breach<'byItself' | 'byOther' | 'byNobody'>> {
  if (by === undefined) yield { at, message: 'byNobody', severity: 'warning' };
  else if (isItself(by, [institution?.name, institution?.shortName])) yield { at: `${at}.by`, message: 'byItself' };
  else if (!isLaborDepartment(by)) yield { at: `${at}.by`, message: 'byOther', severity: 'warning' };
}

function isItself(by: string, names: readonly (string | undefined)[]): boolean {
  const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
  const words = ['本机构', '本单位', '本校', '学校', '自查', '自己', '我校'];
  return [...names, ...words].some((name) => name !== undefined && plain(name) === plain(by));
}
