/** Recognises departments by their names. */

/** Returns whether a name is that of a department of human resources and social security, of whatever level. */
export function isLaborDepartment(name: string): boolean {
  return /人力资源(?:和|与|及)?社会保障|人社/.test(name.normalize('NFKC').replace(/\s/g, ''));
}
