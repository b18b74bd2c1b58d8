/** Reads the names of counties and districts: with a city before them or not, shortened, or as old papers have them. */
import type { Plan } from './plan.js';

type Area = Plan['area'];

interface Read {
  /** The city, where it is written or the plan's own. */
  readonly city: string | undefined;
  /** What is left, beginning with the county or district in full where it is one of the plan's. */
  readonly name: string;
}

/** Reads a name that begins with a county or district, or with the city before it. */
function read({ city: own, districts }: Area, text: string): Read {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^广西(?:壮族自治区)?/, '');
  const [prefix = '', city] = /^([^市县区]{2,4})市(?=.)/.exec(plain) ?? [];
  const rest = plain.slice(prefix.length);
  const [county, stem = rest] = /^(.{2,}?)(?:自治)?[县区]/.exec(rest) ?? [rest];
  const [full, another] = districts.filter((each) => stem.length > 1 && each.startsWith(stem));
  if (full === undefined || another !== undefined || (city ?? own) !== own) return { city, name: rest };
  return { city: own, name: `${full}${rest.slice(county.length)}` };
}

/** Returns the name with its county or district in full, without region and city: 融水县 is 融水苗族自治县. */
export function fullName(area: Area, name: string): string {
  return read(area, name).name;
}

/** Returns whether two names mean the same county or district. One may leave its city out. */
export function sameArea(area: Area, one: string, other: string): boolean {
  const [a, b] = [read(area, one), read(area, other)];
  return a.name === b.name && (a.city === b.city || a.city === undefined || b.city === undefined);
}

/** Returns whether the name of an authority begins with the plan's city or one of its counties and districts. */
export function isWithin(area: Area, authority: string): boolean {
  const { city, name } = read(area, authority);
  if (city !== undefined) return city === area.city;
  return [area.city, ...area.districts].some((place) => name.startsWith(place));
}
