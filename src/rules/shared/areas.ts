/** Compares the names of counties and districts. */

/** Returns whether two names mean the same county or district, whether or not they begin with the city's name. */
export function sameArea(one: string, other: string): boolean {
  return withoutCity(one) === withoutCity(other);
}

function withoutCity(area: string): string {
  return area
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^柳州市/, '');
}
