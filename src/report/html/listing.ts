/** Which findings a page lists where it can't list all: the gravest, spread fairly over the institutions. */
import { Places } from '../../counts.js';
import { type Finding, type InstitutionReport, SEVERITIES } from '../../types.js';
import { gravest, LEAST_OF_A_RULE } from '../finding-text.js';

/** The findings of each institution that are listed, in the order of the report. */
export type Listing = ReadonlyMap<InstitutionReport, readonly Finding[]>;

/**
 * Returns at most so many findings: the first of every rule before the rest, errors before warnings before remarks, and
 * last what is waived. Where not all of a severity fit, each institution gets the same number, and what one leaves goes
 * to the others.
 */
export function listing(institutions: readonly InstitutionReport[], most: number): Listing {
  const chosen = new Map(institutions.map((one) => [one, new Set<Finding>()]));
  let room = most;
  const firsts = new Set(institutions.flatMap(firstOfEveryRule));
  const tiers = [true, false].flatMap((isFirst) =>
    SEVERITIES.map(
      (severity) => (each: Finding) => !each.waiver && each.severity === severity && firsts.has(each) === isFirst,
    ),
  );
  for (const belongs of [...tiers, (each: Finding) => each.waiver !== undefined]) {
    const tier = institutions.map((one) => one.findings.filter(belongs));
    const shares = shared(
      tier.map((findings) => findings.length),
      room,
    );
    for (const [i, one] of institutions.entries()) {
      const items = (tier[i] ?? []).map((finding) => ({ finding }));
      for (const { finding } of gravest(items, shares[i] ?? 0)) chosen.get(one)?.add(finding);
    }
    room -= shares.reduce((sum, share) => sum + share, 0);
  }
  return new Map(institutions.map((one) => [one, one.findings.filter((each) => chosen.get(one)?.has(each))]));
}

function firstOfEveryRule({ findings }: InstitutionReport): Finding[] {
  const places = new Places(LEAST_OF_A_RULE);
  return findings.filter(({ rule, severity }) => places.admits(`${rule} ${severity}`));
}

/** Divides so many among those who want a number each: nobody gets more than wanted, nor more than another who wants more. */
export function shared(wanted: readonly number[], most: number): number[] {
  const shares = wanted.map(() => 0);
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  let room = most;
  for (const [done, i] of order.entries()) {
    const share = Math.min(wanted[i] ?? 0, Math.floor(room / (order.length - done)));
    shares[i] = share;
    room -= share;
  }
  return shares;
}
