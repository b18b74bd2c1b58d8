/** What the items of a list of the profile are called, for those that refer to them. */

/**
 * Returns the ids and names of the items of a list of the profile, or `undefined` if one of them can't be read: a
 * reference may mean just that one.
 */
export function namesOf(profile: object, list: string): Set<string> | undefined {
  const names = new Set<string>();
  const holder = Object.getOwnPropertyDescriptor(profile, list);
  if (holder?.get) return undefined;
  if (!Array.isArray(holder?.value)) return names;
  for (let i = 0; i < holder.value.length; i++) {
    const item = Object.getOwnPropertyDescriptor(holder.value, i);
    if (item?.get) return undefined;
    for (const key of ['id', 'name']) {
      const name = Object.getOwnPropertyDescriptor(Object(item?.value), key);
      if (name?.get) return undefined;
      if (typeof name?.value === 'string') names.add(name.value);
    }
  }
  return names;
}
