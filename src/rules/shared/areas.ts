/** Compares the names of counties and districts. */

/** Names that are in use beside the full one, and those that counties had before they became districts. */
const FULL_NAMES: Readonly<Record<string, string>> = {
  融水县: '融水苗族自治县',
  三江县: '三江侗族自治县',
  柳江县: '柳江区',
};

/** Returns whether two names mean the same county or district, whether or not they begin with that of a city or region. */
export function sameArea(one: string, other: string): boolean {
  return fullName(one) === fullName(other);
}

function fullName(area: string): string {
  const name = area
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^广西(?:壮族自治区)?/, '')
    // of a city only where a county or district follows
    .replace(/^[^市县区]{2,4}市(?=.+[县区]$)/, '');
  return FULL_NAMES[name] ?? name;
}
